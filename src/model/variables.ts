import type { QueryLanguage } from '../catalog/fieldTypes';
import { pathsOf } from '../expressions/intrinsic';
import type { ParsedJsonata } from '../expressions/jsonata';
import type { ObjectNode, Property, StringNode } from '../syntax/tree';
import type { JsonataExpression, PathExpression } from './expressions';
import { oncePer } from './oncePer';
import type { Scope, State, StateMachine } from './stateMachine';

/** One variable that an Assign of a state, choice rule or catcher sets. */
export class Assignment {
  constructor(
    /** Without `$` and without the `.$` of a JSONPath key. */
    readonly name: string,
    readonly property: Property,
    readonly state: State,
    /** The object whose Assign it is. */
    readonly holder: ObjectNode,
  ) {}

  get key(): StringNode {
    return this.property.key;
  }
}

/** One place where a variable is read; offsets are those of the string. */
export interface VariableRead {
  readonly name: string;
  readonly node: StringNode;
  readonly start: number;
  readonly end: number;
  readonly state: State;
  /** True where the expression itself asks whether a variable exists. */
  readonly guarded: boolean;
}

export interface MachineVariables {
  /** In document order. */
  readonly assignments: readonly Assignment[];
  /** The first assignment of each name on each level. */
  readonly byScope: ReadonlyMap<Scope, ReadonlyMap<string, Assignment>>;
  /** Found when somebody asks: every expression is read for them. */
  readonly reads: readonly VariableRead[];
}

/** Where the variables of a machine are set and read. */
export const variablesOf = oncePer((machine: StateMachine): MachineVariables => new Variables(machine));

class Variables implements MachineVariables {
  readonly assignments: readonly Assignment[];
  readonly byScope: ReadonlyMap<Scope, ReadonlyMap<string, Assignment>>;
  readonly #machine: StateMachine;
  #reads?: readonly VariableRead[];

  constructor(machine: StateMachine) {
    this.#machine = machine;
    this.assignments = [...assignmentsIn(machine)].sort(
      (a, b) => a.property.span.start - b.property.span.start,
    );
    this.byScope = firstByScope(this.assignments);
  }

  get reads(): readonly VariableRead[] {
    return (this.#reads ??= readsIn(this.#machine, this.assignments));
  }
}

/** The scope itself and the ones around it whose variables it can read, inside out. */
export function visibleScopes(scope: Scope): Scope[] {
  const scopes = [scope];
  for (let at = scope; at.owner && !isolated(at);) {
    at = at.owner.scope;
    scopes.push(at);
  }
  return scopes;
}

/** True for the processor of a Distributed Map, whose child executions do not see the variables around it. */
export function isolated({ distributed, owner }: Scope): boolean {
  return distributed && owner !== undefined && !owner.scope.distributed;
}

/** The variable that a key of an Assign sets. */
export function variableName(key: string, language: QueryLanguage | undefined): string {
  return language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key;
}

function* assignmentsIn(machine: StateMachine): Generator<Assignment> {
  for (const { property, owner, state } of machine.expressions.assigns) {
    const { node: holder, queryLanguage } = owner;
    if (property.value?.kind !== 'object') continue;
    for (const entry of property.value.properties) {
      yield new Assignment(variableName(entry.name, queryLanguage), entry, state, holder);
    }
  }
}

function firstByScope(assignments: readonly Assignment[]): Map<Scope, Map<string, Assignment>> {
  const byScope = new Map<Scope, Map<string, Assignment>>();
  for (const assignment of assignments) {
    const { name, state } = assignment;
    const names = byScope.get(state.scope) ?? new Map<string, Assignment>();
    if (!names.has(name)) names.set(name, assignment);
    byScope.set(state.scope, names);
  }
  return byScope;
}

/** The sign of a variable. */
const MAY_READ = /\$[^.$[]/;

function readsIn(machine: StateMachine, assignments: readonly Assignment[]): VariableRead[] {
  const { paths, jsonata } = machine.expressions;
  const reads: VariableRead[] = [];
  for (const expression of paths) {
    // Most texts begin with "$." and hold nothing else.
    if (MAY_READ.test(expression.node.value)) addPathReads(reads, expression);
  }
  const assigned = new Set(assignments.map(({ name }) => name));
  for (const expression of jsonata) addJsonataReads(reads, expression, assigned);
  return reads;
}

function addPathReads(reads: VariableRead[], { node, place: { state }, parsed }: PathExpression): void {
  const found = parsed.path ? [parsed.path] : parsed.call ? pathsOf(parsed.call) : [];
  for (const { variable, start, rootEnd } of found) {
    if (variable !== undefined) {
      reads.push({ name: variable, node, start, end: rootEnd, state, guarded: false });
    }
  }
}

function addJsonataReads(
  reads: VariableRead[],
  { node, place: { state }, parsed }: JsonataExpression,
  assigned: ReadonlySet<string>,
): void {
  for (const { name, start, end } of parsed.references) {
    if (name !== 'states') reads.push({ name, node, start, end, state, guarded: asks(parsed) });
  }
  // A variable may have the name of a function; without one, the function itself is meant.
  for (const { name, start, end } of parsed.builtinReads) {
    if (assigned.has(name)) reads.push({ name, node, start, end, state, guarded: asks(parsed) });
  }
}

/** True for an expression that asks whether something exists. */
function asks({ calls }: ParsedJsonata): boolean {
  return calls.some(({ name }) => name === 'exists');
}
