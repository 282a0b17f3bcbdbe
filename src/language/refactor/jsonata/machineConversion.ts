import type { State, StateMachine } from '../../../model/stateMachine';
import { variablesOf } from '../../../model/variables';
import { getString, property } from '../../../syntax/navigate';
import { Changes } from '../changes';
import { Unsure } from './code';
import { Names } from './names';
import { convertState } from './stateConversion';

export interface Conversion {
  readonly changes: Changes;
  /** States that stay as they are, with the reason as the end of a sentence about them. */
  readonly left: readonly { readonly state: State; readonly reason: string }[];
  /** How a converted state differs in cases that end a JSONPath run, a sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Makes JSONPath states speak JSONata. A machine that is converted altogether says so itself; while
 * some states stay, the converted ones say it, since a JSONata machine takes no JSONPath state.
 */
export function convertToJsonata(
  machine: StateMachine,
  wanted: readonly State[] = machine.states,
): Conversion {
  const names = new Names(variablesOf(machine).assignments.map(({ name }) => name));
  const changes = new Changes();
  const left: { state: State; reason: string }[] = [];
  const converted: State[] = [];
  for (const state of wanted) {
    if (state.queryLanguage === 'JSONata') continue;
    try {
      changes.include(convertState(state, names));
      converted.push(state);
    } catch (error) {
      if (!(error instanceof Unsure)) throw error;
      left.push({ state, reason: error.message });
    }
  }
  const wholly =
    converted.length > 0 &&
    machine.states.every((state) => state.queryLanguage === 'JSONata' || converted.includes(state));
  if (wholly) sayOnce(machine, converted, changes);
  else for (const state of converted) sayOnState(state, changes);
  return { changes, left, remarks: [...names.remarks] };
}

function sayOnce(machine: StateMachine, converted: readonly State[], changes: Changes): void {
  const { root } = machine;
  const written = property(root, 'QueryLanguage');
  if (written) changes.put(written, 'QueryLanguage', 'JSONata');
  else changes.add(root, 'QueryLanguage', 'JSONata', property(root, 'Comment') ?? root.properties.at(0));
  for (const { node } of converted) changes.remove(property(node, 'QueryLanguage'));
}

function sayOnState({ node }: State, changes: Changes): void {
  const written = property(node, 'QueryLanguage');
  if (written) changes.put(written, 'QueryLanguage', 'JSONata');
  else changes.add(node, 'QueryLanguage', 'JSONata', property(node, 'Type'));
}

/** Writes into the comment of each state that stays why it does. */
export function explainLeft({ left, changes }: Conversion): void {
  for (const { state, reason } of left) {
    const why = `Stays JSONPath: ${reason}.`;
    const comment = getString(state.node, 'Comment');
    if (!comment) changes.add(state.node, 'Comment', why, property(state.node, 'Type'));
    else if (!comment.value.includes('Stays JSONPath: ')) changes.value(comment, `${comment.value} ${why}`);
  }
}
