import { LanguageDocument } from '../../../src/language/document';
import { formatting } from '../../../src/language/formatting';
import type { SourceFile } from '../../../src/model/locate';
import { applyEdits } from '../../../src/syntax/edit';
import { toValue } from '../../../src/syntax/navigate';

const OPTIONS = { tabSize: 2, insertSpaces: true };

/** Lays a file out twice; what must not happen, in words. */
export function formatFaults(file: SourceFile): string[] {
  const document = new LanguageDocument(file);
  const once = applyEdits(file.text, formatting(document, OPTIONS));
  const after = new LanguageDocument({ ...file, text: once });
  const twice = applyEdits(once, formatting(after, OPTIONS));
  return [
    ...(meaning(document) === meaning(after) ? [] : ['Formatting changes the meaning']),
    ...(comments(document) === comments(after) ? [] : ['Formatting changes comments']),
    ...(once === twice ? [] : ['Formatting twice is not formatting once']),
  ];
}

/** The value and the order of its keys; of a template what it holds, since lines in a text may change. */
export function meaning({ located }: LanguageDocument): string {
  const { template, stateMachines, eventPatterns, tree } = located;
  const roots = template
    ? [...stateMachines.map(({ root }) => root), ...eventPatterns.map(({ text, node }) => text?.root ?? node)]
    : [tree?.root];
  return JSON.stringify(roots.map((root) => toValue(root)));
}

function comments({ located }: LanguageDocument): string {
  return (located.tree?.comments ?? []).map(({ text }) => text).join('\n');
}
