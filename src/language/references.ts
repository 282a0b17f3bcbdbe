import type { LanguageDocument } from './document';
import { symbolAt } from './occurrences';
import { templateReferences, type TemplatePlace } from './templateReferences';

/** Every place that names the state, the variable, the substitution or the resource at an offset, in the order of the text. */
export function references(document: LanguageDocument, offset: number): readonly TemplatePlace[] {
  return symbolAt(document, offset)?.occurrences ?? templateReferences(document.located, offset);
}
