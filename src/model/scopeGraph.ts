import { get, getObject } from '../syntax/navigate';
import type { Scope, State } from './stateMachine';
import { oncePer } from './oncePer';

/** How the states of one scope follow each other, as far as the text says. */
export interface ScopeGraph {
  /**
   * False where a transition, a state or a name is missing, misspelt or filled in from outside: what
   * follows from the graph as a whole may then be wrong, and is not said.
   */
  readonly complete: boolean;
  /** What a run that begins at StartAt can enter; empty where StartAt leads nowhere. */
  readonly reachable: ReadonlySet<State>;
}

const LEAVES = new Set(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);

/** The graph of one scope, drawn once. */
export const scopeGraph = oncePer((scope: Scope): ScopeGraph => draw(scope));

function draw(scope: Scope): ScopeGraph {
  const start = targetOf(scope, scope.startAt?.value);
  const reachable = new Set<State>();
  const pending = start ? [start] : [];
  for (let state = pending.pop(); state; state = pending.pop()) {
    if (reachable.has(state)) continue;
    reachable.add(state);
    for (const { target } of state.transitions) {
      const next = target && scope.byName.get(target.value);
      if (next && !reachable.has(next)) pending.push(next);
    }
  }
  return { complete: start !== undefined && isComplete(scope), reachable };
}

/** True for a state that a run leaves by Next or End, and that has neither. */
export function hasNoTransition(state: State): boolean {
  return (
    state.type !== undefined &&
    LEAVES.has(state.type) &&
    !state.node.properties.some(({ key }) => key.value === 'Next' || key.value === 'End')
  );
}

/** True where states are named here that the model has no state for: their value is half typed or filled in. */
export function hasUnreadStates({ node, states }: Scope): boolean {
  const listed = getObject(node, 'States');
  return !listed || listed.properties.length !== states.length;
}

/** True where a state ends the scope, or where one may once it is written out. */
export function endsSomewhere(scope: Scope): boolean {
  return (
    hasUnreadStates(scope) ||
    scope.states.some((state) => {
      if (state.type === undefined || state.type === 'Succeed' || state.type === 'Fail') return true;
      const end = get(state.node, 'End');
      if (!end) return hasNoTransition(state);
      // "End": false without a way on is told by itself, and its remedy may well be an end.
      return end.kind !== 'boolean' || end.value === true || !get(state.node, 'Next');
    })
  );
}

function isComplete(scope: Scope): boolean {
  return (
    !hasUnreadStates(scope) &&
    scope.states.every(
      (state) =>
        state.type !== undefined &&
        !state.key.dynamic &&
        !hasNoTransition(state) &&
        state.transitions.every(({ target }) => target !== undefined && scope.byName.has(target.value)),
    )
  );
}

function targetOf(scope: Scope, node: { kind: string; value?: unknown } | undefined): State | undefined {
  return node?.kind === 'string' ? scope.byName.get(node.value as string) : undefined;
}
