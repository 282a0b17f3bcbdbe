import { firstState } from '../../model/scopeGraph';
import type { Scope, State } from '../../model/stateMachine';
import { EditedText } from '../../syntax/editedText';
import type { Refactoring } from './refactoring';
import { hasAliases } from './sharedParts';
import { StateBlocks } from './stateBlocks';

/** The states of every level in the order in which a run comes to them, each way to its end before the next. */
export const sortStates: Refactoring = {
  id: 'sortStates',
  kind: 'refactor.rewrite',
  moves: true,
  *offers({ machine }) {
    // An anchor has to stand before what repeats it.
    const { format, source } = machine.tree;
    const sortable = !hasAliases(format, source.text) && machine.scopes.every((scope) => isWrittenOut(scope));
    const sorted = machine.scopes.every((scope) =>
      flowOrder(scope).every((state, index) => state === scope.states[index]),
    );
    if (sortable && !sorted) yield { title: 'Sort states in the order of the flow' };
  },
  apply({ machine }) {
    const { states } = machine.scope;
    const blocks = new StateBlocks(machine.tree);
    const first = states.at(0);
    const last = states.at(-1);
    if (!first || !last) return undefined;
    const edit = new EditedText(machine.tree).edit(
      blocks.place(first).start,
      blocks.place(last).behind.end,
      blocks.ordered(machine.scope, flowOrder),
    );
    return edit && { edits: [edit] };
  },
};

/** Depth first along Next, choices, Default and Catch; what cannot be reached stays behind, in its order. */
function flowOrder(scope: Scope): State[] {
  const { byName, states } = scope;
  const order = new Set<State>();
  const pending: State[] = [];
  const start = firstState(scope);
  if (start) pending.push(start);
  for (let state = pending.pop(); state; state = pending.pop()) {
    if (order.has(state)) continue;
    order.add(state);
    const targets = state.transitions
      .map(({ target }) => target && byName.get(target.value))
      .filter((target) => target !== undefined);
    pending.push(...targets.reverse());
  }
  return [...order, ...states.filter((state) => !order.has(state))];
}

/** False where an alias or a merge brings a state from elsewhere, or two have one name. */
function isWrittenOut({ states, byName }: Scope): boolean {
  return (
    byName.size === states.length &&
    states.every(
      ({ property, node }) =>
        !property.merged && property.span.start <= node.span.start && node.span.end <= property.span.end,
    )
  );
}
