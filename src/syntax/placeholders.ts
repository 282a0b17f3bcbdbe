/**
 * `${Name}` in a definition is filled in by something outside: SAM's `DefinitionSubstitutions`,
 * `Fn::Sub`, Terraform's `templatefile`, where `$${` is the text `${`. Its value is unknown here, and no
 * mistake.
 */
const PLACEHOLDER = /(?<!\$)\$\{\s*!?([A-Za-z_][\w.:-]*)(?![\w.:-])[^{}]*\}/g;

/** The names of the placeholders in a text, in order. */
export function placeholderNames(text: string): string[] {
  return text.includes('${') ? Array.from(text.matchAll(PLACEHOLDER), (match) => match[1]) : [];
}

/** What CloudFormation looks up when it deploys: "Using dynamic references to specify template values". */
const LOOKED_UP = '{{resolve:';

/** True for a text that something outside fills in. */
export function hasPlaceholder(text: string): boolean {
  return (text.includes('${') && text.search(PLACEHOLDER) >= 0) || text.includes(LOOKED_UP);
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
      const end = endOfPlaceholder(text, at + 2);
      if (end === undefined) continue;
      placeholders.set(at, placeholderNames(text.slice(at, end)));
      result += `${text.slice(from, at)}"${'_'.repeat(end - at - 2)}"`;
      from = end;
      at = end - 1;
    }
  }
  return { text: result + text.slice(from), placeholders };
}

/** Behind the brace that closes the one before `from`, on the same line; a half-typed one has none. */
function endOfPlaceholder(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') return undefined;
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
