import type { TextEdit } from '../syntax/edit';
import { lineStart } from '../syntax/lines';
import { nodeAt } from '../syntax/navigate';
import type { LanguageDocument } from './document';
import { formatJson, type FormatOptions } from './layout';

/** Characters after which a text is laid out a little. */
export const FORMATS_AFTER = ['\n', '}', ']'] as const;

/**
 * After a line break the line that was left, after a closing bracket what it closes: spaces and, in JSON,
 * indentation. Nothing is broken into lines or joined, and texts of several lines stay.
 */
export function onTypeFormatting(
  document: LanguageDocument,
  offset: number,
  typed: string,
  options: FormatOptions,
): TextEdit[] {
  const { text, located } = document;
  const { tree, isDefinition } = located;
  if (!tree || !isDefinition) return [];
  if (typed === '\n') {
    const end = lineStart(text, offset) - 1;
    if (end < 0) return [];
    const line = { start: lineStart(text, end), end: text[end - 1] === '\r' ? end - 1 : end };
    return tree.format === 'json'
      ? formatJson(text, options, line, true)
      : tidyLine(document, line.start, line.end);
  }
  if (tree.format !== 'json') return [];
  const closed = nodeAt(tree, offset - 1);
  if ((closed?.kind !== 'object' && closed?.kind !== 'array') || closed.span.end !== offset) return [];
  return formatJson(text, options, { start: lineStart(text, closed.span.start), end: offset }, true);
}

/** One space behind a key's colon, none at the end of the line. */
function tidyLine({ text, located }: LanguageDocument, start: number, end: number): TextEdit[] {
  const line = text.slice(start, end);
  const node = located.tree && nodeAt(located.tree, end);
  const isText = node?.kind === 'string' && text.slice(node.span.start, node.span.end).includes('\n');
  if (isText && node.span.start < start) return [];
  const [, before, colon, value] = /^(\s*(?:- +)*[^\s#"'][^:#"']*:)( +)(\S.*)$/.exec(line) ?? [];
  const spaced = colon ? `${before} ${value}` : line;
  const tidied = spaced.trim() === '' ? spaced : spaced.trimEnd();
  return tidied === line ? [] : [{ span: { start, end }, newText: tidied }];
}
