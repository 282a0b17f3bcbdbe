import type { Scope, State, StateMachine } from './stateMachine';
import { oncePer } from './oncePer';
import { scopeGraph } from './scopeGraph';

/** States of one level each of which can be reached from every other one, and from itself. */
export interface Cycle {
  readonly scope: Scope;
  /** In document order. */
  readonly states: readonly State[];
  has(state: State | undefined): boolean;
}

/** The loops of a machine; two that share a state are one. */
export const cyclesOf = oncePer((machine: StateMachine): readonly Cycle[] =>
  machine.scopes.flatMap(cyclesIn),
);

/** The states that a run can enter next. */
export function successors(state: State): State[] {
  const next = new Set<State>();
  for (const { target } of state.transitions) {
    const found = target && state.scope.byName.get(target.value);
    if (found) next.add(found);
  }
  return [...next];
}

/** Tarjan's algorithm with a stack of its own, as definitions may be thousands of states long. */
function cyclesIn(scope: Scope): Cycle[] {
  if (!scopeGraph(scope).leadsBack) return [];
  const cycles: Cycle[] = [];
  const order = new Map<State, number>();
  const low = new Map<State, number>();
  const open: State[] = [];
  const isOpen = new Set<State>();
  for (const root of scope.byName.values()) {
    if (order.has(root)) continue;
    const path: { state: State; next: State[] }[] = [];
    const enter = (state: State): void => {
      order.set(state, order.size);
      low.set(state, order.size - 1);
      open.push(state);
      isOpen.add(state);
      path.push({ state, next: successors(state) });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { state, next } = top;
      const following = next.pop();
      if (following === undefined) {
        path.pop();
        const above = path.at(-1)?.state;
        if (above) low.set(above, Math.min(low.get(above) ?? 0, low.get(state) ?? 0));
        if (low.get(state) !== order.get(state)) continue;
        const members = new Set(open.splice(open.lastIndexOf(state)));
        for (const member of members) isOpen.delete(member);
        if (members.size > 1 || successors(state).includes(state)) cycles.push(cycle(scope, members));
      } else if (!order.has(following)) {
        enter(following);
      } else if (isOpen.has(following)) {
        low.set(state, Math.min(low.get(state) ?? 0, order.get(following) ?? 0));
      }
    }
  }
  return cycles;
}

function cycle(scope: Scope, members: ReadonlySet<State>): Cycle {
  return {
    scope,
    states: scope.states.filter((state) => members.has(state)),
    has: (state) => state !== undefined && members.has(state),
  };
}
