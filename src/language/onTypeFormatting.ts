import type { TextEdit } from '../syntax/edit';
import { lineStart } from '../syntax/lines';
import { nodeAt } from '../syntax/navigate';
import type { LanguageDocument } from './document';
import { formatJson, type FormatOptions } from './layout';

/** Characters after which a text is laid out a little. */
export const FORMATS_AFTER = ['\n', '}', ']'] as const;

/**
 * After a line break the spaces in the line that was left, whose indentation is the editor's; after a closing
 * bracket of JSON what it closes, indentation too. Nothing is broken into lines or joined, texts of several lines
 * stay, and so does all behind the cursor.
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
    if (tree.format !== 'json') return tidyLine(document, line.start, line.end);
    return withinLines(text, formatJson(text, options, line, true)).filter(
      ({ span }) => span.end <= line.end,
    );
  }
  if (tree.format !== 'json') return [];
  const closed = nodeAt(tree, offset);
  if ((closed?.kind !== 'object' && closed?.kind !== 'array') || closed.span.end !== offset) return [];
  const start = lineStart(text, closed.span.start);
  const edits = formatJson(text, options, { start, end: offset }, true);
  // Where the line of the opening bracket is indented in another way, all else would move against it.
  const margin = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  const width = margin.replaceAll('\t', ' '.repeat(options.tabSize)).length;
  return width % options.tabSize === 0 ? edits : withinLines(text, edits);
}

/** Of changes to blanks, those that leave line breaks and indentation alone. */
function withinLines(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return edits.filter(({ span, newText }) => {
    const blanks = text.slice(lineStart(text, span.start), span.end);
    return (
      blanks.trim() !== '' && !newText.includes('\n') && !text.slice(span.start, span.end).includes('\n')
    );
  });
}

/** One space behind a key's colon, none at the end of the line. */
function tidyLine({ text, located }: LanguageDocument, start: number, end: number): TextEdit[] {
  // A text whose quotes are still open may mean its blanks.
  if (located.tree?.problems.some(({ span }) => span.start <= end && span.end >= start)) return [];
  const line = text.slice(start, end);
  const node = located.tree && nodeAt(located.tree, end);
  const isText = node?.kind === 'string' && text.slice(node.span.start, node.span.end).includes('\n');
  // Of a text of several lines only what announces a block is no part of it.
  if (isText && (node.span.start < start || !'|>'.includes(text[node.span.start]))) return [];
  const [, before, colon, value] = /^(\s*(?:- +)*[^\s#"'][^:#"']*:)( +)(\S.*)$/.exec(line) ?? [];
  const spaced = colon ? `${before} ${value}` : line;
  const tidied = spaced.trim() === '' ? spaced : spaced.trimEnd();
  return tidied === line ? [] : [{ span: { start, end }, newText: tidied }];
}
