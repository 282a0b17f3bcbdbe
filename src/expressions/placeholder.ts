/** `${Name}`, `${AWS::Region}`, `${upper(name)}`: filled in by something outside before AWS reads the text. */
const PLACEHOLDER = /\$\{\s*!?[A-Za-z_][\w.:-]*[^{}]*\}/y;

/** The end of the placeholder that starts at `at`; `at` itself where none does. */
export function placeholderEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x24 || text.charCodeAt(at + 1) !== 0x7b) return at;
  PLACEHOLDER.lastIndex = at;
  return PLACEHOLDER.test(text) ? PLACEHOLDER.lastIndex : at;
}

export interface Blanked {
  /** As long as the original; each placeholder is now `$____`. */
  readonly text: string;
  readonly placeholders: readonly { readonly start: number; readonly end: number }[];
}

/** Writes a variable in place of every placeholder, so that the rest can be parsed. */
export function blankPlaceholders(text: string): Blanked {
  const placeholders: { start: number; end: number }[] = [];
  let blanked = '';
  let from = 0;
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', start + 1)) {
    const end = placeholderEnd(text, start);
    if (end === start) continue;
    placeholders.push({ start, end });
    blanked += `${text.slice(from, start)}$${'_'.repeat(end - start - 1)}`;
    from = end;
  }
  return { text: placeholders.length === 0 ? text : blanked + text.slice(from), placeholders };
}
