/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  // Before the first character there is no line break, whatever `lastIndexOf` makes of -1.
  return offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
}

/** The offset at which the line of an offset ends, its line break not counted. */
export function lineEnd(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  // A carriage return that ends the text belongs to no line break.
  if (lineBreak < 0) return text.length;
  return text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
}

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
