/** True for a blank, a line break or the end of the text. */
export function isEmptyAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a || code === 0x0d || at >= text.length;
}

/**
 * Where a text goes on at the line from `start`, of which lines are indented by `least` at least; -1 where
 * that line is not part of it.
 */
export function continuesAt(text: string, start: number, least: number): number {
  if (least === 0) {
    const mark = text.slice(start, start + 3);
    return (mark === '---' || mark === '...') && isEmptyAt(text, start + 3) ? -1 : start;
  }
  let at = start;
  while (text.charCodeAt(at) === 0x20) at++;
  const code = text.charCodeAt(at);
  if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) return at + 1;
  return code === 0x0a || at - start >= least ? at : -1;
}

/**
 * The end of the lines of a block, and by how much they are indented. `least` is what the block around it
 * asks for; blank lines behind the last one are part of a block that is kept whole.
 */
export function blockEnd(
  text: string,
  start: number,
  least: number,
  isKept: boolean,
): { end: number; indent: number } {
  let lineBreak = start - 1;
  let first = start;
  for (; ; first++) {
    const code = text.charCodeAt(first);
    if (code === 0x0a) lineBreak = first;
    else if (code !== 0x20 && !(code === 0x0d && text.charCodeAt(first + 1) === 0x0a)) break;
  }
  let indent = first - lineBreak - 1;
  const blanks = indent;
  if (indent >= least) {
    do {
      const goesOn = continuesAt(text, lineBreak + 1, indent);
      if (goesOn < 0) break;
      lineBreak = text.indexOf('\n', goesOn);
    } while (lineBreak >= 0);
    if (lineBreak < 0) lineBreak = text.length;
  } else indent = least;
  const end = isKept ? lineBreak + 1 : behindLastLine(text, start, lineBreak, blanks);
  return { end: Math.min(end, text.length), indent };
}

/** Leaves out blank lines, but for those that are indented further than the block. */
function behindLastLine(text: string, start: number, lineBreak: number, blanks: number): number {
  for (let end = lineBreak; ;) {
    let at = end - 1;
    if (text.charCodeAt(at) === 0x0d) at--;
    const last = at;
    while (text.charCodeAt(at) === 0x20) at--;
    if (text.charCodeAt(at) !== 0x0a || at < start || at + 1 + blanks <= last) return end + 1;
    end = at;
  }
}
