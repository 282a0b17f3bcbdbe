/** Collects the numbers of one column. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }

  number(value: number): void {
    let rest = value;
    for (; rest >= 128; rest >>>= 7) this.#bytes.push((rest & 127) | 128);
    this.#bytes.push(rest);
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Writes texts as numbers of words; the words are numbered at the end, the frequent ones first. */
export class TextColumns {
  readonly #texts = new Map<string, (readonly string[] | undefined)[]>();

  /** Puts a text at the end of a column; without a text, the end of a group. */
  add(column: string, text?: string): void {
    const texts = this.#texts.get(column) ?? [];
    texts.push(text === undefined ? undefined : (text.match(WORD) ?? []));
    this.#texts.set(column, texts);
  }

  write(): { readonly words: string; readonly columns: ReadonlyMap<string, Uint8Array> } {
    const uses = new Map<string, number>();
    for (const word of [...this.#texts.values()].flat(2)) {
      if (word !== undefined) uses.set(word, (uses.get(word) ?? 0) + 1);
    }
    const words = [...uses].sort(([, a], [, b]) => b - a).map(([word]) => word);
    const numbers = new Map(words.map((word, index) => [word, index + 1]));
    const columns = Array.from(this.#texts, ([column, texts]): [string, Uint8Array] => {
      const writer = new ByteWriter();
      for (const text of texts) {
        for (const word of text ?? []) writer.number(numbers.get(word) ?? 0);
        writer.number(0);
      }
      return [column, writer.toBytes()];
    });
    return { words: words.join('\n'), columns: new Map(columns) };
  }
}

const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^A-Za-z\d]+|./g;
