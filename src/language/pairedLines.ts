import type { TextEdit } from '../syntax/edit';
import type { Span } from '../syntax/tree';

/** A line that is laid out anew is at most so many lines farther on. */
const FARTHEST = 50;

/**
 * Of two layouts of one YAML text, the changes to lines of a range that are the same but for spaces. A line keeps
 * its indentation, which only means something together with that of all other lines.
 */
export function pairedLines(before: string, after: string, { start, end }: Span): TextEdit[] {
  const others = after.split(/\r?\n/);
  const edits: TextEdit[] = [];
  let at = 0;
  let next = 0;
  for (const line of before.split('\n')) {
    const written = line.replace(/\r$/, '');
    const found = others.slice(next, next + FARTHEST).findIndex((other) => bare(other) === bare(written));
    if (found >= 0 && bare(written) !== '') {
      const indentation = /^[ ]*/.exec(written)?.[0] ?? '';
      const newText = indentation + others[next + found].trimStart();
      const touched = at <= Math.max(start, end - 1) && at + written.length >= start;
      if (touched && newText !== written)
        edits.push({ span: { start: at, end: at + written.length }, newText });
    }
    if (found >= 0 && bare(written) !== '') next += found + 1;
    at += line.length + 1;
  }
  return edits;
}

function bare(line: string): string {
  return line.replace(/\s/g, '');
}
