import { contains } from '../syntax/navigate';
import type { DefinitionLink } from './definition';
import type { LanguageDocument } from './document';
import { symbolAt } from './occurrences';

/** Every `Assign` that gives the variable at an offset a value, in the order of the text. */
export function variableDefinitions(document: LanguageDocument, offset: number): DefinitionLink[] {
  const symbol = symbolAt(document, offset);
  if (symbol?.kind !== 'variable') return [];
  const asked = symbol.occurrences.find(({ whole }) => contains(whole, offset));
  if (!asked) return [];
  return symbol.occurrences
    .filter(({ role }) => role === 'definition')
    .map(({ span }) => ({ from: asked.whole, target: span, targetName: span }));
}
