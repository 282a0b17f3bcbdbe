/** The UTF-16 codes of a text, and a zero behind them, so that a look one further finds nothing and no mistake. */
export type Codes = Uint8Array | Uint16Array;

const ENCODER = new TextEncoder();

/** The codes of a text in an array, which a loop reads some times faster than it reads the text. */
export function codesOf(text: string): Codes {
  const bytes = new Uint8Array(text.length + 1);
  const { read, written } = ENCODER.encodeInto(text, bytes);
  // As many bytes as signs: all are of ASCII, as in nearly all definitions.
  if (read === text.length && written === text.length) return bytes;
  const units = new Uint16Array(text.length + 1);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
