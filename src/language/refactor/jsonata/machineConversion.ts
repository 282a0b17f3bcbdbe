import type { State, StateMachine } from '../../../model/stateMachine';
import { variablesOf } from '../../../model/variables';
import { getString, property } from '../../../syntax/navigate';
import { Changes } from '../changes';
import { meets, sharedParts } from '../sharedParts';
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
  const left: { state: State; reason: string }[] = [];
  const found = new Map<State, Changes>();
  for (const state of wanted) {
    if (state.queryLanguage === 'JSONata') continue;
    try {
      found.set(state, convertState(state, names));
    } catch (error) {
      if (!(error instanceof Unsure)) throw error;
      left.push({ state, reason: error.message });
    }
  }
  for (const state of dependent(machine, found)) {
    found.delete(state);
    left.push({ state, reason: 'a part of it is shared by an alias with a state that stays as it is' });
  }
  const changes = new Changes();
  for (const own of found.values()) changes.include(own);
  const converted = [...found.keys()];
  const wholly =
    converted.length > 0 &&
    machine.states.every((state) => state.queryLanguage === 'JSONata' || converted.includes(state));
  if (wholly) sayOnce(machine, converted, changes);
  else for (const state of converted) sayOnState(state, changes);
  return { changes, left, remarks: [...names.remarks] };
}

/** States that share what has to change with one that is not converted. */
function dependent(machine: StateMachine, found: ReadonlyMap<State, Changes>): Set<State> {
  const parts = sharedParts(machine);
  const kept = new Set<State>();
  for (let before = -1; before < kept.size;) {
    before = kept.size;
    for (const [state, changes] of found) {
      const places = parts.length > 0 ? [...changes.places()] : [];
      const touched = parts.filter(
        ({ span, states }) => states.has(state) && places.some((place) => meets(span, place)),
      );
      const isTied = touched.some(({ states }) =>
        [...states].some((other) => !found.has(other) || kept.has(other)),
      );
      if (isTied) kept.add(state);
    }
  }
  return kept;
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
