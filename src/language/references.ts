import type { LanguageDocument } from './document';
import { symbolAt, type Occurrence } from './occurrences';

/** Every place that names the state or the variable at an offset, in the order of the text. */
export function references(document: LanguageDocument, offset: number): readonly Occurrence[] {
  return symbolAt(document, offset)?.occurrences ?? [];
}
