import type { Item } from '../../src/language/completion';
import { applyEdits } from '../../src/syntax/edit';

/** The text after an item was accepted, with placeholders as they are shown. */
export function accept(text: string, { newText, replace, also = [] }: Item): string {
  const shown = newText
    .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
  return applyEdits(text, [{ span: replace, newText: shown }, ...also]);
}
