/** As many pieces as are remembered; a power of two. */
const SLOTS = 512;
/** Longer texts do not repeat. */
const LONGEST = 48;

/** Pieces of a text, of which those that repeat share one string: a definition says "Type" a thousand times. */
export class KnownTexts {
  readonly #text: string;
  readonly #slots = new Array<string | undefined>(SLOTS).fill(undefined);

  constructor(text: string) {
    this.#text = text;
  }

  slice(start: number, end: number): string {
    const text = this.#text;
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST) return text.slice(start, end);
    const slot = (length * 31 + text.charCodeAt(start) * 17 + text.charCodeAt(end - 1) * 7) & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
    return (this.#slots[slot] = text.slice(start, end));
  }
}
