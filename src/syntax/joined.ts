import type { TextEdit } from './editedText';
import type { IntroducedValue, JoinedList } from './joinedList';
import type { Mapped } from './mapped';
import type { Span } from './tree';

/** A part of a text that was put together: decoded text of the host, or a gap for a value that is not known. */
export type Piece = Mapped | { readonly text: string; readonly span: Span };

/** Text put together from pieces that stand at different places of the host, as `Fn::Join` does. */
export class JoinedText implements Mapped {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #starts: readonly number[];
  #written: JoinedList | undefined;
  readonly #list: ((introduced?: IntroducedValue) => JoinedList) | undefined;

  /** `list` is the one that holds the pieces, where the host can be given other items. */
  constructor(pieces: readonly Piece[], list?: (introduced?: IntroducedValue) => JoinedList) {
    let length = 0;
    this.#list = list;
    this.#pieces = pieces;
    this.#starts = pieces.map(({ text }) => (length += text.length) - text.length);
    this.text = pieces.map(({ text }) => text).join('');
  }

  toHost(offset: number): number {
    const index = this.#at(offset);
    const piece = this.#pieces.at(index);
    if (!piece) return 0;
    if ('toHost' in piece) return piece.toHost(offset - this.#starts[index]);
    return offset === this.text.length ? piece.span.end : piece.span.start;
  }

  fromHost(hostOffset: number): number {
    let nearest = 0;
    for (const [index, piece] of this.#pieces.entries()) {
      const { start, end } = spanOf(piece);
      if (start > hostOffset) continue;
      const inside = 'toHost' in piece ? piece.fromHost(hostOffset) : 0;
      nearest = this.#starts[index] + inside;
      if (hostOffset < end) break;
    }
    return nearest;
  }

  encode(replacement: string, start: number, end: number): string | undefined {
    const index = this.#holder(start, end);
    const piece = this.#pieces.at(index);
    if (!piece || !('toHost' in piece)) return undefined;
    const from = this.#starts[index];
    return end - from <= piece.text.length ? piece.encode(replacement, start - from, end - from) : undefined;
  }

  /** The change of the host that puts `replacement` in the place of `[start, end)`; items of the list come and go with it. */
  edit(start: number, end: number, replacement: string, introduced?: IntroducedValue): TextEdit | undefined {
    const list = introduced ? this.#list?.(introduced) : (this.#written ??= this.#list?.());
    const encoded = list?.spreads(replacement) ? undefined : this.encode(replacement, start, end);
    return encoded === undefined
      ? list?.edit(start, end, replacement)
      : { span: this.#placeOf(start, end), newText: encoded };
  }

  /** Where the host holds `[start, end)`: what ends with a piece does not reach to the next one. */
  #placeOf(start: number, end: number): Span {
    const index = this.#holder(start, end);
    const piece = this.#pieces.at(index);
    const from = this.#starts[index];
    if (!piece || !('toHost' in piece) || end - from > piece.text.length)
      return { start: this.toHost(start), end: this.toHost(end) };
    return { start: piece.toHost(start - from), end: piece.toHost(end - from) };
  }

  /** The piece that a change belongs to: where nothing can be written, what is inserted goes before it. */
  #holder(start: number, end: number): number {
    const index = this.#at(start);
    const before = index > 0 ? this.#pieces[index - 1] : undefined;
    const isGap = index >= 0 && !('toHost' in this.#pieces[index]);
    const meets = start === end && this.#starts[index] === start;
    return isGap && meets && before && 'toHost' in before ? index - 1 : index;
  }

  /** The piece that holds an offset; of two that meet there the second one. */
  #at(offset: number): number {
    let index = this.#starts.length - 1;
    while (index > 0 && this.#starts[index] > offset) index--;
    // An empty piece holds nothing.
    while (index > 0 && this.#pieces[index].text === '' && this.#starts[index] === offset) index--;
    return index;
  }
}

function spanOf(piece: Piece): Span {
  return 'toHost' in piece ? { start: piece.toHost(0), end: piece.toHost(piece.text.length) } : piece.span;
}
