import type { Codes } from './codes';

/** As many pieces as are remembered; a power of two. */
const SLOTS = 512;
/** Longer texts do not repeat. */
const LONGEST = 48;

/** Pieces of a text, of which those that repeat share one string: a definition says "Type" a thousand times. */
export class KnownTexts {
  readonly #text: string;
  readonly #codes: Codes;
  readonly #slots = new Array<string>(SLOTS).fill('');
  /** Where the piece in a slot was found. */
  readonly #starts = new Int32Array(SLOTS);

  constructor(text: string, codes: Codes) {
    this.#text = text;
    this.#codes = codes;
  }

  slice(start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST) return this.#text.slice(start, end);
    const codes = this.#codes;
    const slot = (length * 31 + codes[start] * 17 + codes[end - 1] * 7) & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known.length === length && isSame(codes, this.#starts[slot], start, length)) return known;
    this.#starts[slot] = start;
    return (this.#slots[slot] = this.#text.slice(start, end));
  }
}

/** Most pieces are words, which a loop compares faster than a call of the runtime. */
function isSame(codes: Codes, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (codes[one + at] !== codes[other + at]) return false;
  return true;
}
