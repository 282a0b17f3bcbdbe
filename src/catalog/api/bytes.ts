/** Reads numbers and texts from a part of the catalogue's file. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  /** A text of words, up to its zero. */
  text(words: readonly string[]): string {
    let text = '';
    for (let word = this.number(); word > 0; word = this.number()) text += words[word - 1] ?? '';
    return text;
  }

  /** Texts up to an empty one, or to the end. */
  texts(words: readonly string[]): string[] {
    const texts: string[] = [];
    while (!this.done) {
      const text = this.text(words);
      if (text === '') break;
      texts.push(text);
    }
    return texts;
  }
}
