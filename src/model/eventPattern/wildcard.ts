/** The literal texts between the asterisks of a wildcard, escapes resolved: `a*b` is `a`, `b`. */
export type WildcardParts = readonly string[];

export interface WildcardError {
  /** AWS's words; the position counts the opening quote and is in UTF-8 bytes. */
  readonly awsMessage: string;
  readonly code: 'wildcard-repeated' | 'wildcard-escape';
  /** The place in the wildcard's text. */
  readonly start: number;
  readonly end: number;
}

/** Reads a wildcard: `*` stands for any text, `\*` and `\\` for the characters themselves. */
export function readWildcard(text: string): { parts: WildcardParts } | WildcardError {
  const parts: string[] = [];
  let literal = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '*') {
      if (text[at + 1] === '*') {
        const awsMessage = `Consecutive wildcard characters at pos ${bytePosition(text, at)}`;
        return {
          awsMessage,
          code: 'wildcard-repeated',
          start: at,
          end: at + /^\*+/.exec(text.slice(at))![0].length,
        };
      }
      parts.push(literal);
      literal = '';
    } else if (character === '\\') {
      const escaped = text[at + 1];
      if (escaped !== '*' && escaped !== '\\') {
        const awsMessage = `Invalid escape character at pos ${bytePosition(text, at)}`;
        return { awsMessage, code: 'wildcard-escape', start: at, end: Math.min(at + 2, text.length) };
      }
      literal += escaped;
      at++;
    } else {
      literal += character;
    }
  }
  parts.push(literal);
  return { parts };
}

/** A test of whole texts against a wildcard, linear in the length of the text. */
export function wildcardTest(parts: WildcardParts): (text: string) => boolean {
  const first = parts[0];
  if (parts.length === 1) return (text) => text === first;
  const last = parts[parts.length - 1];
  const shortest = first.length + last.length;
  const searches = parts.slice(1, -1).map(searchFor);
  return (text) => {
    if (text.length < shortest || !text.startsWith(first) || !text.endsWith(last)) return false;
    const limit = text.length - last.length;
    let at = first.length;
    for (const search of searches) {
      at = search(text, at);
      if (at < 0 || at > limit) return false;
    }
    return true;
  };
}

/** Finds the leftmost occurrence from an offset on and gives its end, or -1. */
function searchFor(literal: string): (text: string, from: number) => number {
  const { length } = literal;
  if (length <= 8) {
    return (text, from) => {
      const at = text.indexOf(literal, from);
      return at < 0 ? -1 : at + length;
    };
  }
  // Knuth, Morris and Pratt: the engine's own search of long texts is quadratic on repetitive ones.
  const fallback = new Int32Array(length);
  for (let at = 1, border = 0; at < length; at++) {
    while (border > 0 && literal[at] !== literal[border]) border = fallback[border - 1];
    if (literal[at] === literal[border]) border++;
    fallback[at] = border;
  }
  return (text, from) => {
    let matched = 0;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      while (matched > 0 && code !== literal.charCodeAt(matched)) matched = fallback[matched - 1];
      if (code === literal.charCodeAt(matched) && ++matched === length) return at + 1;
    }
    return -1;
  };
}

function bytePosition(text: string, at: number): number {
  return 1 + new TextEncoder().encode(text.slice(0, at)).length;
}
