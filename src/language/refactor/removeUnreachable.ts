import { endsSomewhere, scopeGraph } from '../../model/scopeGraph';
import type { State, StateMachine } from '../../model/stateMachine';
import { Changes } from './changes';
import type { Refactoring } from './refactoring';

/** All states that no run can enter, on every level at once. */
export const removeUnreachable: Refactoring = {
  id: 'removeUnreachable',
  kind: 'refactor.rewrite',
  *offers({ machine }) {
    const { length } = unreachable(machine);
    if (length > 0)
      yield {
        title: length === 1 ? 'Remove the unreachable state' : `Remove all ${length} unreachable states`,
      };
  },
  apply({ machine }) {
    const changes = new Changes();
    const gone = unreachable(machine);
    const names = new Set(gone);
    // What stands inside a state goes with it.
    for (const state of gone) if (!isInside(state, names)) changes.remove(state.property);
    const edits = changes.edits(machine.tree);
    return edits && { edits };
  },
};

function unreachable(machine: StateMachine): State[] {
  if (!endsSomewhere(machine.scope)) return [];
  return machine.scopes.flatMap((scope) => {
    const { complete, reachable } = scopeGraph(scope);
    return complete ? scope.states.filter((state) => !reachable.has(state)) : [];
  });
}

function isInside({ scope }: State, gone: ReadonlySet<State>): boolean {
  for (let owner = scope.owner; owner; owner = owner.scope.owner) if (gone.has(owner)) return true;
  return false;
}
