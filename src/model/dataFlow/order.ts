import { firstState } from '../scopeGraph';
import type { Scope, State, StateMachine } from '../stateMachine';

/** A state that is looked at, from outside or, when the levels in it have been looked at, once more. */
export interface Step {
  readonly state: State;
  /** Where its transitions lead, in their order. */
  readonly next: readonly (State | undefined)[];
  readonly leaves: boolean;
}

/** All reachable states in an order in which each comes after those that lead to it, as far as loops let it. */
export function flowOrder(machine: StateMachine): Step[] {
  const steps: Step[] = [];
  addScope(machine.scope, steps);
  return steps;
}

function nextStates({ transitions, scope }: State): (State | undefined)[] {
  return transitions.map(({ target }) => target && scope.byName.get(target.value));
}

function addScope(scope: Scope, steps: Step[]): void {
  for (const { state, next } of reversePostorder(scope)) {
    if (state.scopes.length > 0) {
      steps.push({ state, next, leaves: false });
      for (const inner of state.scopes) addScope(inner, steps);
    }
    steps.push({ state, next, leaves: true });
  }
}

function reversePostorder(scope: Scope): Omit<Step, 'leaves'>[] {
  const first = firstState(scope);
  if (!first) return [];
  const finished: Omit<Step, 'leaves'>[] = [];
  const seen = new Set([first]);
  const stack = [{ state: first, next: nextStates(first), at: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const target = top.next[top.at++];
    if (target && !seen.has(target)) {
      seen.add(target);
      stack.push({ state: target, next: nextStates(target), at: 0 });
    } else if (top.at > top.next.length) {
      finished.push(top);
      stack.pop();
    }
  }
  return finished.reverse();
}
