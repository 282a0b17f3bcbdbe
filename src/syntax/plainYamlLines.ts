import type { Codes } from './codes';

/** `---` begins a document of YAML. */
export const DASH = 0x2d;
/** `...` ends one. */
export const DOT = 0x2e;

/** True for a blank, a line break or the end of the text. */
export function isEmptyAt(codes: Codes, at: number): boolean {
  const code = codes[at];
  return code === 0x20 || code === 0x0a || code === 0x0d || at >= endOf(codes);
}

/** True for three signs of a kind: `---` or `...`. */
export function isMark(codes: Codes, at: number, sign: number): boolean {
  return codes[at] === sign && codes[at + 1] === sign && codes[at + 2] === sign;
}

/** The zero behind the text is none of it. */
function endOf(codes: Codes): number {
  return codes.length - 1;
}

/**
 * Where a text goes on at the line from `start`, of which lines are indented by `least` at least; -1 where
 * that line is not part of it.
 */
export function continuesAt(codes: Codes, start: number, least: number): number {
  if (least === 0) {
    return (isMark(codes, start, DASH) || isMark(codes, start, DOT)) && isEmptyAt(codes, start + 3)
      ? -1
      : start;
  }
  let at = start;
  while (codes[at] === 0x20) at++;
  const code = codes[at];
  if (code === 0x0d && codes[at + 1] === 0x0a) return at + 1;
  return code === 0x0a || at - start >= least ? at : -1;
}

/**
 * The end of the lines of a block, and by how much they are indented. `least` is what the block around it
 * asks for; blank lines behind the last one are part of a block that is kept whole.
 */
export function blockEnd(
  codes: Codes,
  start: number,
  least: number,
  isKept: boolean,
): { end: number; indent: number } {
  let lineBreak = start - 1;
  let first = start;
  for (; ; first++) {
    const code = codes[first];
    if (code === 0x0a) lineBreak = first;
    else if (code !== 0x20 && !(code === 0x0d && codes[first + 1] === 0x0a)) break;
  }
  let indent = first - lineBreak - 1;
  const blanks = indent;
  if (indent >= least) {
    do {
      const goesOn = continuesAt(codes, lineBreak + 1, indent);
      if (goesOn < 0) break;
      lineBreak = codes.indexOf(0x0a, goesOn);
    } while (lineBreak >= 0);
    if (lineBreak < 0) lineBreak = endOf(codes);
  } else indent = least;
  const end = isKept ? lineBreak + 1 : behindLastLine(codes, start, lineBreak, blanks);
  return { end: Math.min(end, endOf(codes)), indent };
}

/** Leaves out blank lines, but for those that are indented further than the block. */
function behindLastLine(codes: Codes, start: number, lineBreak: number, blanks: number): number {
  for (let end = lineBreak; ;) {
    let at = end - 1;
    if (codes[at] === 0x0d) at--;
    const last = at;
    while (codes[at] === 0x20) at--;
    if (codes[at] !== 0x0a || at < start || at + 1 + blanks <= last) return end + 1;
    end = at;
  }
}
