import type { StringNode } from '../syntax/tree';
import { getObject } from '../syntax/navigate';
import { oncePer } from './oncePer';
import type { Scope, State } from './stateMachine';

/** A transition to a name that no state of the scope has. */
export interface LostTransition {
  readonly state: State;
  readonly target: StringNode;
}

/** How the states of one scope follow each other, as far as the text says. */
export class ScopeGraph {
  /**
   * False where a transition, a state or a name is missing, misspelt or filled in from outside: what
   * follows from the graph as a whole may then be wrong, and is not said.
   */
  readonly complete: boolean;
  /** True where a run can enter every state. */
  readonly reachesAll: boolean;
  /** True where some transition leads back in the text, without which there is no loop. */
  readonly leadsBack: boolean;
  readonly lost: readonly LostTransition[];
  readonly #scope: Scope;
  /** Places of states in the order in which they are come by. */
  readonly #order: readonly number[];
  #reachable?: ReadonlySet<State>;

  constructor(scope: Scope) {
    const { states, byName } = scope;
    const lost: LostTransition[] = [];
    /** Where the ways on of each state begin in `next`. */
    const first = new Array<number>(states.length + 1);
    const next: number[] = [];
    let complete = !hasUnreadStates(scope);
    let leadsBack = false;
    for (const state of states) {
      first[state.index] = next.length;
      if (state.type === undefined || state.property.dynamic || hasNoTransition(state)) complete = false;
      for (const { target } of state.transitions) {
        const following = target && byName.get(target.value);
        if (!following) complete = false;
        if (target && !following) lost.push({ state, target });
        if (!following) continue;
        next.push(following.index);
        if (following.index <= state.index) leadsBack = true;
      }
    }
    first[states.length] = next.length;
    const start = firstState(scope);
    this.#scope = scope;
    this.#order = start ? walk(start.index, first, next) : [];
    this.complete = start !== undefined && complete;
    this.reachesAll = this.#order.length === states.length;
    this.leadsBack = leadsBack;
    this.lost = lost;
  }

  /** What a run that begins at StartAt can enter; empty where StartAt leads nowhere. */
  get reachable(): ReadonlySet<State> {
    return (this.#reachable ??= new Set(this.#order.map((index) => this.#scope.states[index])));
  }
}

/** The graph of one scope, drawn once. */
export const scopeGraph = oncePer((scope: Scope): ScopeGraph => new ScopeGraph(scope));

/** Depth first, the last way on first. */
function walk(start: number, first: readonly number[], next: readonly number[]): number[] {
  const order: number[] = [];
  const seen = new Array<boolean>(first.length);
  const pending = [start];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen[at]) continue;
    seen[at] = true;
    order.push(at);
    for (let way = first[at]; way < first[at + 1]; way++) if (!seen[next[way]]) pending.push(next[way]);
  }
  return order;
}

const LEAVES = new Set(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);

/** True for a state that a run leaves by Next or End, and that has neither. */
export function hasNoTransition({ type, end, transitions }: State): boolean {
  return type !== undefined && !end && LEAVES.has(type) && !hasNext(transitions);
}

/** True where "Next" is among the ways on of a state. */
export function hasNext(transitions: State['transitions']): boolean {
  return transitions.some(({ kind }) => kind === 'Next');
}

/** True where states are named here that the model has no state for: their value is half typed or filled in. */
export function hasUnreadStates({ node, states }: Scope): boolean {
  const listed = getObject(node, 'States');
  return !listed || listed.properties.length !== states.length;
}

/** True where a state ends the scope, or where one may once it is written out. */
export function endsSomewhere(scope: Scope): boolean {
  return hasUnreadStates(scope) || scope.states.some(mayEnd);
}

function mayEnd(state: State): boolean {
  const { type, end, transitions } = state;
  if (type === undefined || type === 'Succeed' || type === 'Fail') return true;
  if (!end?.value) return hasNoTransition(state);
  // "End": false without a way on is told by itself, and its remedy may well be an end.
  const { value } = end;
  return value.kind !== 'boolean' || value.value === true || !hasNext(transitions);
}

/** The state that a scope begins with; `undefined` where "StartAt" leads nowhere. */
export function firstState({ startAt, byName }: Scope): State | undefined {
  return startAt?.value?.kind === 'string' ? byName.get(startAt.value.value) : undefined;
}
