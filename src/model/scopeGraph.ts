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
  #reachable?: ReadonlySet<State>;

  constructor(scope: Scope) {
    const { leadsBack, isOpen, lost } = drawWays(scope);
    const start = firstState(scope);
    this.#scope = scope;
    this.reachesAll = scope.states.length === (start ? WAYS.walk(start.index) : 0);
    this.complete = start !== undefined && !isOpen && !hasUnreadStates(scope) && scope.states.every(isRead);
    this.leadsBack = leadsBack;
    this.lost = lost;
  }

  /** What a run that begins at StartAt can enter, in the order in which it is come by; empty where StartAt leads nowhere. */
  get reachable(): ReadonlySet<State> {
    return (this.#reachable ??= reachableIn(this.#scope));
  }
}

/** The graph of one scope, drawn once. */
export const scopeGraph = oncePer((scope: Scope): ScopeGraph => new ScopeGraph(scope));

const NOTHING_LOST: readonly LostTransition[] = [];

function isRead(state: State): boolean {
  return state.type !== undefined && !state.property.dynamic && !hasNoTransition(state);
}

/** Fills `WAYS` with those of a scope; `isOpen` says that some transition leads nowhere. */
function drawWays({ states, byName }: Scope): {
  leadsBack: boolean;
  isOpen: boolean;
  lost: readonly LostTransition[];
} {
  let lost: LostTransition[] | undefined;
  let leadsBack = false;
  let isOpen = false;
  WAYS.clear();
  for (const state of states) {
    WAYS.from();
    for (const { target } of state.transitions) {
      const following = target && byName.get(target.value);
      if (following) {
        WAYS.to(following.index);
        if (following.index <= state.index) leadsBack = true;
        continue;
      }
      isOpen = true;
      if (target) (lost ??= []).push({ state, target });
    }
  }
  return { leadsBack, isOpen, lost: lost ?? NOTHING_LOST };
}

function reachableIn(scope: Scope): ReadonlySet<State> {
  const start = firstState(scope);
  if (!start) return new Set();
  drawWays(scope);
  return new Set(WAYS.order.slice(0, WAYS.walk(start.index)).map((index) => scope.states[index]));
}

/**
 * The ways between states, by their places. There is one of it, filled anew for each scope: a machine may
 * have a thousand scopes of a state or two, and lists for each would be most of what is kept of them.
 */
class Ways {
  /** Places in the order in which the last walk came by them. */
  readonly order: number[] = [];
  /** Where the ways on of each state begin in `#next`. */
  readonly #first: number[] = [];
  readonly #next: number[] = [];
  readonly #pending: number[] = [];
  /** The number of the walk that has seen a place last. */
  readonly #seen: number[] = [];
  #states = 0;
  #ways = 0;
  #walk = 0;

  clear(): void {
    this.#states = this.#ways = 0;
  }

  /** The next state, from which the ways go that follow. */
  from(): void {
    this.#first[this.#states++] = this.#ways;
  }

  to(place: number): void {
    this.#next[this.#ways++] = place;
  }

  /** Depth first, the last way on first; says how many places it came by. */
  walk(start: number): number {
    const pending = this.#pending;
    const seen = this.#seen;
    const walk = ++this.#walk;
    let count = 0;
    this.#first[this.#states] = this.#ways;
    pending.push(start);
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (seen[at] === walk) continue;
      seen[at] = walk;
      this.order[count++] = at;
      for (let way = this.#first[at]; way < this.#first[at + 1]; way++) {
        if (seen[this.#next[way]] !== walk) pending.push(this.#next[way]);
      }
    }
    return count;
  }
}

const WAYS = new Ways();

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
