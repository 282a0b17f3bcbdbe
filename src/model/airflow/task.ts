import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import type { Span } from '../../syntax/tree';
import type { CodeFile, Place } from '../code';
import type { Dag } from './dag';
import { NO_KEYWORDS, type Entry, type KeywordReader, type Keywords } from './keywords';
import type { Values } from './values';

/** A task of a DAG: an operator, a sensor, or a function under `@task`. */
export interface Task {
  readonly kind: 'operator' | 'sensor' | 'function';
  /** The class as its module names it, `GlueJobOperator`; of a decorated function the decorator, `task.docker`. */
  readonly type: string;
  /** Where the class or decorator is imported from; absent for one of the file itself. */
  readonly module?: string;
  /** Known where it is written without gaps. */
  readonly id?: string;
  /** The class or the function's name: the smallest thing that names the task. */
  readonly span: Span;
  /** What makes the task; a bare `@task` has none. */
  readonly call?: CallExpression;
  /** The decorator of a function. */
  readonly decorator?: Expression;
  /** Functions of the file that the task runs. */
  readonly runs: readonly FunctionUnit[];
  readonly dag?: Dag;
  readonly place: Place;
  /** Its own arguments. */
  readonly keywords: Keywords;
  /** True for one task for each item of something that is known only when the DAG runs. */
  readonly mapped: boolean;
  /** An argument of its own, else the DAG's default for it. */
  argument(name: string): Entry | undefined;
  /** True where an argument may be given that cannot be seen. */
  readonly open: boolean;
}

const CLASS = /(Operator|Sensor)(?:Async)?$/;
const TASK = /^airflow(?:\.\w+)*?\.(task|setup|teardown|sensor)((?:\.\w+)*)$/;

/** All tasks of a file, in the order of its text. */
export function tasksIn(code: CodeFile, dags: readonly Dag[], values: Values, reader: KeywordReader): Task[] {
  const builder = new TaskBuilder(code, dags, values, reader);
  const operators = code.placed.calls.flatMap(({ call, place }) => builder.operator(call, place) ?? []);
  const functions = code.placed.functions.flatMap(({ unit, place }) => builder.decorated(unit, place) ?? []);
  return [...operators, ...functions].sort((a, b) => a.span.start - b.span.start);
}

class TaskBuilder {
  readonly #code: CodeFile;
  readonly #dags: readonly Dag[];
  readonly #values: Values;
  readonly #reader: KeywordReader;
  /** The DAG around each place that was asked for. */
  readonly #around = new Map<Place, Dag | undefined>();

  constructor(code: CodeFile, dags: readonly Dag[], values: Values, reader: KeywordReader) {
    this.#code = code;
    this.#dags = dags;
    this.#values = values;
    this.#reader = reader;
  }

  /** `GlueJobOperator(…)` and `GlueJobOperator.partial(…)`. */
  operator(call: CallExpression, place: Place): Task | undefined {
    const mapped = call.callee.kind === 'member' && call.callee.name === 'partial';
    const named = mapped && call.callee.kind === 'member' ? call.callee.object : call.callee;
    const full = this.#values.qualifiedName(named);
    if (full === undefined) return undefined;
    const at = full.lastIndexOf('.');
    const type = full.slice(at + 1);
    const [, word] = CLASS.exec(type) ?? [];
    if (!word || /^(?:Base|_)/.test(type)) return undefined;
    const keywords = this.#reader.ofCall(call, place.unit);
    if (!keywords.entries.has('task_id') && !keywords.open && !full.startsWith('airflow.')) return undefined;
    const callable = keywords.entries.get('python_callable')?.value;
    return this.#task(
      {
        kind: word === 'Sensor' ? 'sensor' : 'operator',
        type,
        module: at < 0 ? undefined : full.slice(0, at),
        id: this.#values.text(keywords.entries.get('task_id')?.value, place.unit),
        span: named.kind === 'member' ? named.nameSpan : named.span,
        call,
        runs: callable ? this.#functions(callable, place.unit) : this.#ownWork(type),
        mapped,
      },
      place,
      keywords,
    );
  }

  /** A function under `@task`, `@task(…)` or `@task.docker(…)`. */
  decorated(unit: FunctionUnit, place: Place): Task | undefined {
    for (const decorator of unit.decorators) {
      const call = decorator.kind === 'call' ? decorator : undefined;
      const full = this.#values.qualifiedName(call ? call.callee : decorator) ?? '';
      const [, word, flavour] = TASK.exec(full) ?? [];
      if (!word) continue;
      const keywords = call ? this.#reader.ofCall(call, place.unit) : NO_KEYWORDS;
      const type = `${word}${flavour}`;
      const id = keywords.entries.get('task_id');
      return this.#task(
        {
          kind: /(?:^|\.)sensor$/.test(type) ? 'sensor' : 'function',
          type,
          module: full.slice(0, full.length - type.length - 1),
          id: id ? this.#values.text(id.value, place.unit) : unit.name,
          span: unit.nameSpan,
          call,
          decorator,
          runs: [unit],
          mapped: false,
        },
        place,
        keywords,
      );
    }
    return undefined;
  }

  #task(
    task: Omit<Task, 'dag' | 'place' | 'keywords' | 'argument' | 'open'>,
    place: Place,
    keywords: Keywords,
  ): Task {
    const dag = this.#dagOf(place, keywords);
    const own = this.#reader.ofDictionary(keywords.entries.get('default_args')?.value, place.unit);
    const layers = [keywords, own, dag?.defaultArgs ?? NO_KEYWORDS];
    return {
      ...task,
      dag,
      place,
      keywords,
      argument: (name) => layers.map(({ entries }) => entries.get(name)).find(Boolean),
      // What is around a task of a helper function, a task group for one, may have defaults of its own.
      open: layers.some(({ open }) => open) || (dag === undefined && this.#dags.length > 0),
    };
  }

  /** The DAG that a task says it is in, or that it stands in, or the only one of the file. */
  #dagOf(place: Place, keywords: Keywords): Dag | undefined {
    const given = keywords.entries.get('dag');
    if (given) {
      const values = this.#values.of(given.value, place.unit);
      const dag = this.#dags.find(({ call }) => call && values.includes(call));
      if (dag) return dag;
    }
    if (!this.#around.has(place)) this.#around.set(place, this.#dagAround(place));
    return this.#around.get(place);
  }

  #dagAround(place: Place): Dag | undefined {
    for (let at: Place | undefined = place; at; at = at.outer) {
      const { of, unit: scope } = at;
      const calls = of?.kind === 'with' ? of.items.flatMap(({ value }) => this.#values.of(value, scope)) : [];
      const dag = this.#dags.find(
        ({ call, unit }) => (call && calls.includes(call)) || (unit !== undefined && unit === of),
      );
      if (dag) return dag;
    }
    return this.#dags.length === 1 ? this.#dags[0] : undefined;
  }

  /** What an operator of a class of the file runs on the worker. */
  #ownWork(className: string): readonly FunctionUnit[] {
    const { names } = this.#code;
    if (names.imports.has(className)) return [];
    return names.methodsOf(className).filter(({ name }) => name === 'execute' || name === 'poke');
  }

  /** The functions of the file that a callable may be, also through `partial(f, …)`. */
  #functions(callable: Expression, unit: FunctionUnit | undefined): readonly FunctionUnit[] {
    if (callable.kind === 'functionValue') return [callable.function];
    if (callable.kind === 'name' && !this.#code.names.imports.has(callable.name)) {
      const named = this.#code.names.functionsNamed(callable.name);
      return named.length > 0
        ? named
        : this.#values
            .of(callable, unit)
            .flatMap((value) => (value === callable ? [] : this.#functions(value, unit)));
    }
    // A method of the class that makes the task, or of an object of a class of the file.
    if (callable.kind === 'member') return this.#code.names.called(asCall(callable), unit);
    if (
      callable.kind === 'call' &&
      /(?:^|\.)partial$/.test(this.#values.qualifiedName(callable.callee) ?? '')
    ) {
      const [first] = callable.arguments;
      return first ? this.#functions(first.value, unit) : [];
    }
    return [];
  }
}

/** A callable as it is called later. */
function asCall(callee: Expression): CallExpression {
  return { kind: 'call', callee, arguments: [], isNew: false, span: callee.span };
}
