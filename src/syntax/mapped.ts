/**
 * Text decoded from a host, with the way back: a JSON string's escapes, a YAML block scalar's
 * indentation, `Fn::Join`. Whoever reads such text reports offsets of the host.
 */
export interface Mapped {
  readonly text: string;
  /** The host offset of the character at `offset`; `offset === text.length` is the end. */
  toHost(offset: number): number;
  /** The offset in this text of a host offset; offsets outside are clamped to the ends. */
  fromHost(hostOffset: number): number;
  /**
   * `replacement`, decoded text, as it has to be written in the host at the place of `[start, end)`
   * of this text; `undefined` where this text cannot be written back.
   */
  encode(replacement: string, start: number, end: number): string | undefined;
}

/** A document that stands for itself: its offsets are the host's. */
export class WholeText implements Mapped {
  constructor(public text: string) {}

  toHost(offset: number): number {
    return offset;
  }

  fromHost(hostOffset: number): number {
    return Math.max(0, Math.min(this.text.length, hostOffset));
  }

  encode(replacement: string): string {
    return replacement;
  }
}

/** How a decoded text's characters are written in the text that it was decoded from. */
export type Quote = (decoded: string) => string | undefined;

/**
 * Collects a decoded text in runs: within a run decoded and source offsets advance together,
 * between runs the source skips an escape's extra characters or an indentation.
 */
export class RunBuilder {
  readonly inner: number[] = [];
  readonly outer: number[] = [];
  #text = '';

  /** Characters that stand in the source as they are. */
  copy(text: string, sourceStart: number): void {
    if (text === '') return;
    this.inner.push(this.#text.length);
    this.outer.push(sourceStart);
    this.#text += text;
  }

  /** One or more characters that an escape or a line fold stands for. */
  escape(decoded: string, sourceStart: number): void {
    this.copy(decoded, sourceStart);
  }

  finish(source: Mapped, sourceEnd: number, quote: Quote): Mapped {
    return new DecodedText(this.#text, source, this.inner, this.outer, sourceEnd, quote);
  }
}

class DecodedText implements Mapped {
  readonly #source: Mapped;
  readonly #inner: readonly number[];
  readonly #outer: readonly number[];
  readonly #sourceEnd: number;
  readonly #quote: Quote;

  constructor(
    readonly text: string,
    source: Mapped,
    inner: readonly number[],
    outer: readonly number[],
    sourceEnd: number,
    quote: Quote,
  ) {
    this.#source = source;
    this.#inner = inner;
    this.#outer = outer;
    this.#sourceEnd = sourceEnd;
    this.#quote = quote;
  }

  toHost(offset: number): number {
    return this.#source.toHost(this.#toSource(offset));
  }

  fromHost(hostOffset: number): number {
    const source = this.#source.fromHost(hostOffset);
    const run = lastAtOrBefore(this.#outer, source);
    if (run < 0) return 0;
    const length = (this.#inner[run + 1] ?? this.text.length) - this.#inner[run];
    return this.#inner[run] + Math.min(length, source - this.#outer[run]);
  }

  encode(replacement: string, start: number, end: number): string | undefined {
    const quoted = this.#quote(replacement);
    return quoted === undefined
      ? undefined
      : this.#source.encode(quoted, this.#toSource(start), this.#toSource(end));
  }

  #toSource(offset: number): number {
    if (offset >= this.text.length) return this.#sourceEnd;
    const run = lastAtOrBefore(this.#inner, offset);
    return run < 0 ? this.#sourceEnd : this.#outer[run] + (offset - this.#inner[run]);
  }
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
