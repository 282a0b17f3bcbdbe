import { format } from 'jsonc-parser';
import { parseDocument } from 'yaml';
import type { TextEdit } from '../syntax/edit';
import { maskPlaceholders } from '../syntax/placeholders';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** Lays a stand-alone definition out; a second time changes nothing. YAML keeps comments, anchors and block texts. */
export function formatting(
  { text, located }: LanguageDocument,
  options: FormatOptions,
  range?: Span,
): TextEdit[] {
  const { tree, isDefinition } = located;
  if (!tree || !isDefinition || tree.problems.some(({ harmless }) => !harmless)) return [];
  if (tree.format === 'yaml') return range ? [] : formatYaml(text, options);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const wanted = range && { offset: range.start, length: range.end - range.start };
  // What a placeholder stands for is one value; the mask is as long as the text.
  return format(maskPlaceholders(text).text, wanted, { ...options, eol, insertFinalNewline: true }).map(
    ({ offset, length, content }) => ({
      span: { start: offset, end: offset + length },
      newText: content,
    }),
  );
}

function formatYaml(text: string, { tabSize }: FormatOptions): TextEdit[] {
  const document = parseDocument(text, { keepSourceTokens: false });
  if (document.errors.length > 0) return [];
  // Long lines stay: where to fold a text is the author's decision.
  const laidOut = document.toString({
    indent: Math.max(2, tabSize),
    lineWidth: 0,
    flowCollectionPadding: true,
  });
  const eol = text.includes('\r\n') ? laidOut.replace(/\r?\n/g, '\r\n') : laidOut;
  return eol === text ? [] : [{ span: { start: 0, end: text.length }, newText: eol }];
}
