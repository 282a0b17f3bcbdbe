import { STATE_TYPE_FACTS } from '../../catalog/stateTypes';
import type { State, StateMachine } from '../../model/stateMachine';
import { getString } from '../../syntax/navigate';
import type { StringNode } from '../../syntax/tree';
import { stateNames } from '../definition';
import { card } from './card';
import { dataOfState } from './dataFlowState';
import type { Hover } from './index';
import { quoted } from './quoted';

/** A state at its definition: what it is, where it goes, where it is reached from. */
export function stateHover(machine: StateMachine, key: StringNode): Hover | undefined {
  const state = machine.states.find((candidate) => candidate.key === key);
  return state && { span: key.span, markdown: stateCard(machine, state) };
}

/** A state where it is named. */
export function targetHover(machine: StateMachine, node: StringNode): Hover | undefined {
  for (const { name, scope } of stateNames(machine)) {
    if (name !== node) continue;
    const state = scope.byName.get(name.value);
    return state && { span: node.span, markdown: stateCard(machine, state) };
  }
  return undefined;
}

function stateCard(machine: StateMachine, state: State): string {
  const comment = getString(state.node, 'Comment')?.value;
  const resource = getString(state.node, 'Resource')?.value;
  const limits = [
    resource !== undefined && `Calls \`${resource}\`.`,
    goesTo(state),
    reachedFrom(state),
    state.retriers.length > 0 && `Retries: ${state.retriers.length}.`,
    state.catchers.length > 0 && `Catches: ${state.catchers.length}.`,
  ];
  const head = card({
    title: state.name,
    kind: [state.type, state.queryLanguage].filter(Boolean).join(' · '),
    meaning: comment || STATE_TYPE_FACTS.get(state.type ?? '')?.summary,
    limits: limits.filter((line): line is string => typeof line === 'string'),
  });
  return [head, ...dataOfState(machine, state)].join('\n\n');
}

function goesTo({ transitions }: State): string {
  const targets = transitions.flatMap(({ target }) => (target ? [target.value] : []));
  return targets.length > 0 ? `Goes to ${quoted(targets)}.` : 'Ends here.';
}

function reachedFrom({ name, scope }: State): string {
  const from = scope.states.filter(({ transitions }) =>
    transitions.some(({ target }) => target?.value === name),
  );
  const names = from.map((state) => state.name);
  if (scope.startAt?.value?.kind === 'string' && scope.startAt.value.value === name)
    names.unshift('the start');
  return names.length > 0 ? `Reached from ${quoted(names)}.` : 'Reached from nowhere.';
}
