import type { Span } from '../../src/syntax/tree';

/** Takes `«` and `»` out of a text; the spans between them, outermost last, in order of their start. */
export function readMarks(marked: string): { text: string; spans: Span[] } {
  let text = '';
  const open: number[] = [];
  const spans: Span[] = [];
  for (const character of marked) {
    if (character === '«') open.push(text.length);
    else if (character === '»') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Takes the one `|` out of a text; its offset. `||` stands for itself. */
export function readCursor(marked: string): { text: string; offset: number } {
  const offset = marked.search(/(?<!\|)\|(?!\|)/);
  if (offset < 0) throw new Error(`No cursor | in ${marked}`);
  return { text: (marked.slice(0, offset) + marked.slice(offset + 1)).replaceAll('||', '|'), offset };
}

/** Puts `«` and `»` around spans, to show in a failed test what was found. */
export function writeMarks(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '«', order: 1 },
    { at: end, mark: '»', order: 0 },
  ]);
  return marks
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}
