/** Deeper text is nobody's definition, and readers that recurse would overflow on it. */
export const MAX_DEPTH = 500;

export const TOO_DEEP = `The text is nested more than ${MAX_DEPTH} levels deep.`;

/** The offset at which bracketed text is nested deeper than any reader should follow, if it is. */
export function nestedTooDeeply(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22 || code === 0x0a) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_DEPTH) return at;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return undefined;
}
