import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { machineAt } from './machineAt';
import { stateSymbol } from './occurrences';
import { contains } from '../syntax/navigate';

/**
 * The places that change together while a state's name is typed where it is defined. A target that is being
 * typed does not rename the state that it happens to name, nor does a name that is there twice.
 */
export function linkedEditing(document: LanguageDocument, offset: number): Span[] | undefined {
  const machine = machineAt(document, offset);
  const state = machine?.states.find(({ key }) => contains(key.span, offset));
  if (!machine || !state || machine.states.some((one) => one !== state && one.name === state.name))
    return undefined;
  const spans = stateSymbol(machine, state.scope, state.name)?.occurrences.map(({ span }) => span) ?? [];
  // They have to be the same text: a name with a quote in it may be written in two ways.
  const texts = new Set(spans.map(({ start, end }) => document.text.slice(start, end)));
  return spans.length > 1 && texts.size === 1 ? spans : undefined;
}
