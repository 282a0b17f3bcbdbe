import { cyclesOf } from './cycles';
import { scopeGraph } from './scopeGraph';
import type { Scope, State, StateMachine } from './stateMachine';

/** How many states a run enters, each of which is one billed transition of a Standard execution. */
export interface TransitionCount {
  readonly least: number;
  /** Infinite where the states form a loop. */
  readonly most: number;
  /** True where a Map adds those of every item. */
  readonly perItem: boolean;
}

/** Counts a level's transitions when nothing fails; `undefined` where the transitions do not say. */
export function transitionCount(machine: StateMachine, scope: Scope): TransitionCount | undefined {
  const { complete, reachable } = scopeGraph(scope);
  const start = scope.startAt?.value;
  const first = start?.kind === 'string' ? scope.byName.get(start.value) : undefined;
  if (!complete || !first) return undefined;
  const own = new Map<State, TransitionCount>();
  for (const state of reachable) {
    const count = countOf(machine, state);
    if (!count) return undefined;
    own.set(state, count);
  }
  const loops = cyclesOf(machine).some(
    (cycle) => cycle.scope === scope && [...reachable].some((one) => cycle.has(one)),
  );
  const total = settle([...reachable].reverse(), own);
  const count = total.get(first);
  if (!count || !Number.isFinite(count.least)) return undefined;
  const perItem = [...own.values()].some((one) => one.perItem);
  return { least: count.least, most: loops ? Infinity : count.most, perItem };
}

/** One for the state, with those of a Parallel's branches. */
function countOf(machine: StateMachine, { type, scopes }: State): TransitionCount | undefined {
  let [least, most] = [1, 1];
  let perItem = type === 'Map';
  if (type !== 'Parallel') return { least, most, perItem };
  for (const scope of scopes) {
    const branch = transitionCount(machine, scope);
    if (!branch) return undefined;
    least += branch.least;
    most += branch.most;
    perItem ||= branch.perItem;
  }
  return { least, most, perItem };
}

/** From each state to an end: taken over until nothing changes, so often at most as there are states. */
function settle(
  states: readonly State[],
  own: ReadonlyMap<State, TransitionCount>,
): ReadonlyMap<State, { least: number; most: number }> {
  const total = new Map<State, { least: number; most: number }>();
  let changed = true;
  for (let round = 0; changed && round <= states.length && round < 100; round++) {
    changed = false;
    for (const state of states) {
      const { least, most } = own.get(state) ?? { least: 1, most: 1 };
      const next = following(state).map((one) => total.get(one) ?? { least: Infinity, most: 0 });
      const ends = next.length === 0;
      const found = {
        least: least + (ends ? 0 : Math.min(...next.map((one) => one.least))),
        most: most + (ends ? 0 : Math.max(...next.map((one) => one.most))),
      };
      const before = total.get(state);
      if (before?.least === found.least && before.most === found.most) continue;
      total.set(state, found);
      changed = true;
    }
  }
  return total;
}

function following({ transitions, scope }: State): State[] {
  return transitions.flatMap(({ kind, target }) =>
    kind === 'Catch' || !target ? [] : (scope.byName.get(target.value) ?? []),
  );
}
