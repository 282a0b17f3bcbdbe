/** `${Name}`, `${AWS::Region}`, `${upper(name)}`: filled in by something outside before AWS reads the text. */
const PLACEHOLDER = /\$\{\s*!?[A-Za-z_][\w.:-]*[^{}]*\}/y;

/** The end of the placeholder that starts at `at`; `at` itself where none does. */
export function placeholderEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x24 || text.charCodeAt(at + 1) !== 0x7b) return at;
  PLACEHOLDER.lastIndex = at;
  return PLACEHOLDER.test(text) ? PLACEHOLDER.lastIndex : at;
}
