/**
 * The bracket that closes the one at `open`, past brackets of the same kind and strings; -1 if there is
 * none before `end`.
 */
export function closing(text: string, open: number, end: number): number {
  const opens = text[open];
  const closes = opens === '(' ? ')' : ']';
  let depth = 0;
  for (let at = open; at < end; at++) {
    const character = text[at];
    if (character === "'" || character === '"') {
      const close = closingQuote(text, at + 1, end, character);
      if (close >= 0) at = close;
    } else if (character === opens) {
      depth++;
    } else if (character === closes && --depth === 0) {
      return at;
    }
  }
  return -1;
}

/** The next `quote` that no backslash escapes; -1 if there is none before `end`. */
export function closingQuote(text: string, from: number, end: number, quote: string): number {
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}
