import { format } from 'jsonc-parser';
import { parseDocument } from 'yaml';
import type { TextEdit } from '../syntax/edit';
import { maskPlaceholders } from '../syntax/placeholders';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { pairedLines } from './pairedLines';

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** Lays a stand-alone definition or event pattern out; a second time changes nothing. YAML keeps comments, anchors and block texts. */
export function formatting(
  { text, located }: LanguageDocument,
  options: FormatOptions,
  range?: Span,
): TextEdit[] {
  const { tree, isDefinition, eventPatterns } = located;
  const isOurs = isDefinition || eventPatterns.some((pattern) => pattern.text === tree);
  if (!tree || !isOurs || tree.problems.some(({ harmless }) => !harmless)) return [];
  if (tree.format !== 'yaml') return formatJson(text, options, range);
  const laidOut = layOutYaml(text, options);
  if (laidOut === undefined || laidOut === text) return [];
  return range
    ? pairedLines(text, laidOut, range)
    : [{ span: { start: 0, end: text.length }, newText: laidOut }];
}

/** JSON laid out in a range, or as a whole; with `keepLines` nothing is broken or joined. */
export function formatJson(
  text: string,
  options: FormatOptions,
  range?: Span,
  keepLines = false,
): TextEdit[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const wanted = range && { offset: range.start, length: range.end - range.start };
  // What a placeholder stands for is one value; the mask is as long as the text.
  const { text: masked } = maskPlaceholders(text);
  return format(masked, wanted, { ...options, eol, insertFinalNewline: !range, keepLines }).map(
    ({ offset, length, content }) => ({
      span: { start: offset, end: offset + length },
      newText: content,
    }),
  );
}

function layOutYaml(text: string, { tabSize }: FormatOptions): string | undefined {
  const document = parseDocument(text, { keepSourceTokens: false });
  if (document.errors.length > 0) return undefined;
  // Long lines stay: where to fold a text is the author's decision.
  const laidOut = document.toString({
    indent: Math.max(2, tabSize),
    lineWidth: 0,
    flowCollectionPadding: true,
  });
  return text.includes('\r\n') ? laidOut.replace(/\r?\n/g, '\r\n') : laidOut;
}
