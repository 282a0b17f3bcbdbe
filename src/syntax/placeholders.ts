/**
 * `${Name}` in a definition is filled in by something outside: SAM's `DefinitionSubstitutions`,
 * `Fn::Sub`, Terraform's `templatefile`. Its value is unknown here, and no mistake.
 */
const PLACEHOLDER = /\$\{\s*!?([A-Za-z_][\w.:-]*)[^{}]*\}/g;

/** The names of the placeholders in a text, in order. */
export function placeholderNames(text: string): string[] {
  if (!text.includes('${')) return [];
  return Array.from(text.matchAll(PLACEHOLDER), (match) => match[1]);
}

export interface MaskedText {
  /** As long as the original; placeholders outside of strings are now strings. */
  readonly text: string;
  /** Start of each masked placeholder, with the names in it. */
  readonly placeholders: ReadonlyMap<number, readonly string[]>;
}

/** Replaces unquoted placeholders of a JSON text by strings of equal length, so that it parses. */
export function maskPlaceholders(text: string): MaskedText {
  const placeholders = new Map<number, readonly string[]>();
  // A byte order mark is not part of the text.
  if (text.charCodeAt(0) === 0xfeff) text = ` ${text.slice(1)}`;
  if (!text.includes('${')) return { text, placeholders };
  let result = '';
  let from = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === '$' && text[at + 1] === '{') {
      const end = text.indexOf('}', at);
      if (end < 0) break;
      placeholders.set(at, placeholderNames(text.slice(at, end + 1)));
      result += text.slice(from, at) + '"' + '_'.repeat(end - at - 1) + '"';
      from = end + 1;
      at = end;
    }
  }
  return { text: result + text.slice(from), placeholders };
}
