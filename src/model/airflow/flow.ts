import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import { partsOf, walkExpression } from '../../syntax/code/walk';
import type { CodeFile, Place } from '../code';
import type { ParseTime } from './parseTime';
import type { Task } from './task';
import type { Values } from './values';

/** Which task waits for which. */
export interface Flow {
  after(task: Task): ReadonlySet<Task>;
  before(task: Task): ReadonlySet<Task>;
  /** False where a task goes somewhere that cannot be followed, so that it may have more neighbours. */
  readonly isWhole: boolean;
}

/** A task, or something between tasks that is none to be seen here: a group made elsewhere, a label. */
type Node = Task | Expression;

const NONE: ReadonlySet<Node> = new Set();
const DEPTH = 6;

/** Reads `a >> b`, `chain(…)`, `set_downstream`, and results of tasks that are passed to other tasks. */
export function flowOf(code: CodeFile, tasks: readonly Task[], parseTime: ParseTime, values: Values): Flow {
  const reader = new FlowReader(code, tasks, values);
  for (const { statement, place } of code.placed.statements) {
    if (!isParsed(place, parseTime)) continue;
    if (statement.kind === 'expression' || statement.kind === 'assign' || statement.kind === 'return') {
      if (statement.value) reader.ends(statement.value, place.unit);
    } else if (statement.kind === 'with') {
      for (const { value } of statement.items) reader.ends(value, place.unit);
    }
  }
  return reader.flow(parseTime);
}

class FlowReader {
  readonly #code: CodeFile;
  readonly #tasks: readonly Task[];
  readonly #values: Values;
  readonly #byCall = new Map<Expression, Task>();
  readonly #byFunction = new Map<FunctionUnit, Task>();
  readonly #after = new Map<Node, Set<Node>>();
  readonly #before = new Map<Node, Set<Node>>();
  readonly #between = new Map<string, Expression>();
  readonly #understood = new Set<Expression>();

  constructor(code: CodeFile, tasks: readonly Task[], values: Values) {
    this.#code = code;
    this.#tasks = tasks;
    this.#values = values;
    for (const task of tasks) {
      if (task.decorator) this.#byFunction.set(task.runs[0], task);
      else if (task.call) this.#byCall.set(task.call, task);
    }
  }

  flow(parseTime: ParseTime): Flow {
    return {
      after: (task) => this.#next(task, this.#after),
      before: (task) => this.#next(task, this.#before),
      isWhole: this.#tasks.every(({ place }) => isParsed(place, parseTime)) && !this.#hasStray(parseTime),
    };
  }

  /** The tasks next to a task, seen through what stands between them. */
  #next(task: Task, neighbours: ReadonlyMap<Node, ReadonlySet<Node>>): ReadonlySet<Task> {
    const seen = new Set<Node>();
    const queue: Node[] = [task];
    for (let at = queue.pop(); at; at = queue.pop()) {
      for (const node of neighbours.get(at) ?? NONE) {
        if (seen.has(node)) continue;
        seen.add(node);
        if (!isTask(node)) queue.push(node);
      }
    }
    return new Set([...seen].filter(isTask));
  }

  /** True where a task is named in a place that was not understood: put into a list, given to a function. */
  #hasStray(parseTime: ParseTime): boolean {
    let found = false;
    const look = (expression: Expression, unit: FunctionUnit | undefined): void =>
      walkExpression(expression, {
        expression: (part) => {
          if (part.kind === 'name' && !this.#understood.has(part))
            found ||= [...this.#named(part, unit)].some(isTask);
        },
      });
    for (const { statement, place } of this.#code.placed.statements) {
      if (!isParsed(place, parseTime)) continue;
      if (statement.kind === 'expression' || statement.kind === 'assign') {
        if (statement.value) look(statement.value, place.unit);
        // What is kept under a key or in an attribute is not followed from there.
        if (
          statement.kind === 'assign' &&
          statement.targets.some(({ kind }) => kind === 'index' || kind === 'member')
        )
          found ||= [...this.ends(statement.value, place.unit)].some(isTask);
      } else if (statement.kind === 'loop' && statement.over) look(statement.over, place.unit);
    }
    return found;
  }

  /** The tasks that an expression leaves for what comes next to be tied to; ties what it says on the way. */
  ends(expression: Expression, unit: FunctionUnit | undefined): ReadonlySet<Node> {
    switch (expression.kind) {
      case 'name':
        this.#understood.add(expression);
        return this.#named(expression, unit);
      case 'list':
        return union(expression.items.map((item) => this.ends(item, unit)));
      case 'member':
      case 'index':
        if (expression.kind === 'member' && /^(?:tasks|leaves|roots)$/.test(expression.name))
          return new Set(this.#tasks);
        return this.ends(expression.object, unit);
      case 'await':
        return this.ends(expression.value, unit);
      case 'call':
        return this.#call(expression, unit);
      case 'other':
        return this.#operators(expression.parts, expression.operators, unit);
      default:
        return union(partsOf(expression).map((part) => this.ends(part, unit)));
    }
  }

  #operators(
    parts: readonly Expression[],
    operators: readonly string[],
    unit: FunctionUnit | undefined,
  ): ReadonlySet<Node> {
    const read = parts.map((part) => this.ends(part, unit));
    const [operator] = operators;
    if (parts.length !== 2 || (operator !== '>>' && operator !== '<<')) return union(read);
    if (operator === '>>') this.#tie(read[0], read[1]);
    else this.#tie(read[1], read[0]);
    return read[1];
  }

  #call(call: CallExpression, unit: FunctionUnit | undefined): ReadonlySet<Node> {
    const { callee } = call;
    const given = call.arguments.map(({ value }) => this.ends(value, unit));
    const task = this.#byCall.get(call) ?? this.#calledTask(callee);
    if (task) {
      // The result of a task that is passed to another makes it wait for the first.
      this.#tie(union(given), new Set([task]));
      return new Set([task]);
    }
    const name = (this.#values.qualifiedName(callee) ?? '').split('.').pop();
    if (name === 'chain' || name === 'chain_linear' || name === 'cross_downstream') {
      for (let index = 1; index < given.length; index++) this.#tie(given[index - 1], given[index]);
      return given[given.length - 1] ?? NONE;
    }
    if (callee.kind !== 'member') {
      if (name && /^(?:list|tuple|set|sorted|reversed)$/.test(name)) return union(given);
      this.#tie(union(given), new Set([call]));
      return new Set([call]);
    }
    const object = this.ends(callee.object, unit);
    if (callee.name === 'set_downstream') this.#tie(object, union(given));
    else if (callee.name === 'set_upstream' || callee.name === 'as_teardown') this.#tie(union(given), object);
    else if (/^(?:expand|expand_kwargs|override)$/.test(callee.name)) this.#tie(union(given), object);
    else if (/^(?:append|extend|add|insert)$/.test(callee.name))
      this.#forget(call.arguments.map(({ value }) => value));
    return object;
  }

  /** `extract()` and `extract.override(task_id="x")()`, where `extract` is a function under `@task`. */
  #calledTask(callee: Expression): Task | undefined {
    if (callee.kind === 'call' && callee.callee.kind === 'member')
      return this.#calledTask(callee.callee.object);
    const named =
      callee.kind === 'member' && /^(?:expand|partial|expand_kwargs)$/.test(callee.name)
        ? callee.object
        : callee;
    if (named.kind !== 'name') return undefined;
    const unit = this.#code.names.functionsNamed(named.name).find((one) => this.#byFunction.has(one));
    return unit && this.#byFunction.get(unit);
  }

  /** Names that go into a collection are not followed from there. */
  #forget(expressions: readonly Expression[]): void {
    for (const expression of expressions)
      walkExpression(expression, { expression: (part) => void this.#understood.delete(part) });
  }

  /** The tasks that a name stands for, or those in the task group that it stands for. */
  #named(name: Expression, unit: FunctionUnit | undefined, depth = DEPTH): ReadonlySet<Node> {
    if (name.kind !== 'name' || depth === 0) return NONE;
    const values = this.#values.named(name.name, unit, name.span.start).filter((value) => value !== name);
    const found = union(values.map((value) => this.#meant(value, unit, depth - 1)));
    if (found.size > 0) return found;
    const between = this.#between.get(name.name) ?? name;
    this.#between.set(name.name, between);
    return new Set([between]);
  }

  #meant(value: Expression, unit: FunctionUnit | undefined, depth: number): ReadonlySet<Node> {
    const task =
      this.#byCall.get(value) ?? (value.kind === 'call' ? this.#calledTask(value.callee) : undefined);
    if (task) return new Set([task]);
    if (value.kind === 'name') return this.#named(value, unit, depth);
    if (value.kind === 'list') return union(value.items.map((item) => this.#meant(item, unit, depth)));
    if (value.kind === 'other')
      return union(value.parts.slice(-1).map((part) => this.#meant(part, unit, depth)));
    if (value.kind !== 'call') return NONE;
    const { callee } = value;
    if (/TaskGroup$/.test(this.#values.qualifiedName(callee) ?? ''))
      return new Set(this.#tasks.filter(({ place }) => isInGroup(place, value)));
    return callee.kind === 'member' ? this.#meant(callee.object, unit, depth) : NONE;
  }

  #tie(upstream: ReadonlySet<Node>, downstream: ReadonlySet<Node>): void {
    for (const before of upstream) {
      const known = neighboursOf(before, this.#after);
      for (const after of downstream) {
        // A name that is given to many tasks, one after the other, ties the same ones again and again.
        if (before === after || known.has(after)) continue;
        known.add(after);
        neighboursOf(after, this.#before).add(before);
      }
    }
  }
}

/** True for what is run while the file is read, also in a function that makes DAGs. */
function isParsed(place: Place, parseTime: ParseTime): boolean {
  return (
    parseTime.isDirect(place) || (place.unit !== undefined && parseTime.entryTo(place.unit) !== undefined)
  );
}

function isInGroup(place: Place, group: CallExpression): boolean {
  for (let at: Place | undefined = place; at; at = at.outer) {
    if (at.of?.kind === 'with' && at.of.items.some(({ value }) => value === group)) return true;
  }
  return false;
}

function neighboursOf(node: Node, all: Map<Node, Set<Node>>): Set<Node> {
  const known = all.get(node) ?? new Set();
  all.set(node, known);
  return known;
}

function isTask(node: Node): node is Task {
  return 'runs' in node;
}

function union(sets: readonly ReadonlySet<Node>[]): ReadonlySet<Node> {
  if (sets.length === 1) return sets[0];
  return new Set(sets.flatMap((set) => [...set]));
}
