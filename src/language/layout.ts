import { format } from 'jsonc-parser';
import { parseDocument } from 'yaml';
import type { TextEdit } from '../syntax/edit';
import { maskPlaceholders } from '../syntax/placeholders';
import type { Span } from '../syntax/tree';

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
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
  return format(masked, wanted, { ...options, eol, insertFinalNewline: !range, keepLines }).flatMap(
    ({ offset: start, length, content }) => {
      const span = { start, end: start + length };
      const newText = keepLines && isPadding(masked, span, content) ? '' : content;
      return newText === text.slice(start, span.end) ? [] : [{ span, newText }];
    },
  );
}

/** True for a blank behind "[", before "]" and in "{}", which a layout in lines does not have. */
function isPadding(text: string, { start, end }: Span, content: string): boolean {
  if (content.trim() !== '' || content.includes('\n')) return false;
  const [before, behind] = [text[start - 1], text[end]];
  return before === '[' || behind === ']' || (before === '{' && behind === '}');
}

/** YAML laid out as a whole; `undefined` where it cannot be read. */
export function layOutYaml(text: string, { tabSize }: FormatOptions): string | undefined {
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
