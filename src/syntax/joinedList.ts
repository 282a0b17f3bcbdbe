import type { TextEdit } from './editedText';
import type { Piece } from './joined';
import { yamlScalar } from './plainValue';
import type { Format, Span, TreeNode } from './tree';

/** One item of the list, with the parts of the text that it gives. */
export interface JoinedItem {
  readonly node: TreeNode;
  /** All of the item, with the tag before its value. */
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** The values of the host in a joined text, each of which stands there as `${Name}`. */
export interface JoinedValues {
  /** True for a text with such a value in it. */
  in(text: string): boolean;
  /** A text cut before and behind each value that has to be an item of its own. */
  runs(text: string): string[];
  /** One item that gives a text with values in it; `undefined` where a value cannot be told from another. */
  write(text: string, quote: (text: string) => string): string | undefined;
}

/** A value of the host that a change brings along. */
export interface IntroducedValue {
  /** What stands for it in the new text. */
  readonly text: string;
  /** The function that gives it. */
  readonly written: string;
}

/** The list that a text is joined from, as the host writes it. */
export interface JoinedSource {
  /** The whole text of the host. */
  readonly host: string;
  readonly format: Format;
  readonly separator: string;
  readonly items: readonly JoinedItem[];
  readonly values: JoinedValues;
}

/** An item with its place in the text, and what it gives there. */
interface Placed {
  readonly item: JoinedItem;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes of a joined text that reach over several items of its list, or make more of one. */
export class JoinedList {
  readonly #source: JoinedSource;
  readonly #placed: readonly Placed[];
  readonly #text: string;

  constructor(source: JoinedSource) {
    this.#source = source;
    let start = 0;
    this.#placed = source.items.map((item) => {
      const text = item.pieces.map((piece) => piece.text).join('');
      const placed = { item, start, end: start + text.length, text };
      start = placed.end + source.separator.length;
      return placed;
    });
    this.#text = this.#placed.map(({ text }) => text).join(source.separator);
  }

  /** True where a text has to become several items, or holds a value that only another item can give. */
  spreads(text: string): boolean {
    const { separator } = this.#source;
    return (
      this.#source.values.in(text) ||
      (separator === '' ? this.#hasLines && text.includes('\n') : text.includes(separator))
    );
  }

  /** `undefined` where a value of the host would have to be written that cannot be told from another. */
  edit(start: number, end: number, replacement: string): TextEdit | undefined {
    const behind = this.#placed.findIndex((placed) => placed.start > start);
    const first = (behind < 0 ? this.#placed.length : behind) - 1;
    const last = this.#placed.findIndex((placed, index) => index >= first && placed.end >= end);
    if (first < 0 || last < 0) return undefined;
    const [a, b] = [this.#placed[first], this.#placed[last]];
    const prefix = this.#text.slice(a.start, start);
    const suffix = this.#text.slice(end, b.end);
    const texts = this.#split(prefix + replacement + suffix);
    const between = this.#betweens(texts, first, last);
    const quoteA = this.#quote(a);
    const quoteB = this.#quote(b);
    const span = { start: this.#toHost(a, start), end: this.#toHost(b, end) };
    if (texts.length < 2 && this.#header(a) !== undefined && this.#header(a) === this.#header(b)) {
      const newText = this.#encoded(a, replacement, start);
      if (newText !== undefined) return { span, newText };
    }
    if (texts.length < 2 || quoteA === undefined || quoteB === undefined)
      return this.#whole(a, b, texts, between);
    // What stands before and behind the change stays as it is, for changes of the same item beside this one.
    const head = this.#encoded(a, texts[0].slice(prefix.length), start);
    const lastText = texts[texts.length - 1];
    const tail = this.#encoded(b, lastText.slice(0, lastText.length - suffix.length), end);
    if (
      head === undefined ||
      tail === undefined ||
      !texts[0].startsWith(prefix) ||
      !lastText.endsWith(suffix)
    )
      return this.#whole(a, b, texts, between);
    const middle = texts.slice(1, -1).map((text) => this.#write(text));
    if (middle.includes(undefined)) return undefined;
    const parts = [`${head}${quoteA}`, ...middle, `${quoteB}${tail}`];
    return { span, newText: listed(parts, between) };
  }

  #whole(
    { item: first }: Placed,
    { item: last }: Placed,
    texts: readonly string[],
    between: readonly string[],
  ): TextEdit | undefined {
    const parts = texts.map((text) => this.#write(text));
    if (parts.includes(undefined)) return undefined;
    return {
      span: { start: first.span.start, end: last.span.end },
      newText: listed(parts, between),
    };
  }

  /** The texts of the items that give a text. */
  #split(text: string): string[] {
    const { separator } = this.#source;
    if (separator !== '') return text.split(separator);
    const runs = this.#source.values.runs(text);
    const parts = this.#hasLines ? runs.flatMap((run) => run.split(/(?<=\n)/)) : runs;
    return parts.length > 0 ? parts : [''];
  }

  /** True where the items are lines that have their break at their end. */
  get #hasLines(): boolean {
    const texts = this.#placed.map(({ text }) => text);
    return texts.length > 1 && !texts.some((text) => text.slice(0, -1).includes('\n'));
  }

  /** An item that gives a text, as the list holds it already or as the host writes it. */
  #write(text: string): string | undefined {
    const { host, values } = this.#source;
    const known = this.#placed.find((placed) => placed.text === text)?.item.span;
    if (known) return host.slice(known.start, known.end);
    if (values.in(text)) return values.write(text, (part) => this.#quoted(part));
    return this.#block(text) ?? this.#quoted(text);
  }

  /** Several lines as a block, where others are written so; absent where they would read as other text. */
  #block(text: string): string | undefined {
    const { host, items } = this.#source;
    const isPlain = /^\S.*\n/.test(text) && !/\n\n$|\r/.test(text);
    if (!isPlain) return undefined;
    for (const { span } of items) {
      const [, lineBreak, indentation] = BLOCK.exec(host.slice(span.start, span.end)) ?? [];
      if (indentation === undefined) continue;
      const lines = text.replace(/\n$/, '').replace(/\n(?!\n)/g, `\n${indentation}`);
      const block = `|${text.endsWith('\n') ? '' : '-'}\n${indentation}${lines}`;
      return block.replaceAll('\n', lineBreak);
    }
    return undefined;
  }

  #quoted(text: string): string {
    if (this.#source.format === 'json') return JSON.stringify(text);
    const like = this.#placed.map((placed) => this.#quote(placed)).find((quote) => quote !== undefined);
    return yamlScalar(text, like ?? '"');
  }

  /** The sign around a text that is an item by itself; absent for blocks, plain words and functions. */
  #quote({ item: { node } }: Placed): string | undefined {
    const sign = this.#source.host[node.span.start];
    return node.kind === 'string' && node.tag === undefined && (sign === '"' || sign === "'")
      ? sign
      : undefined;
  }

  /** What a text that is an item by itself begins with: its quote, or the first line of a block. */
  #header(placed: Placed): string | undefined {
    const { span } = placed.item;
    return this.#quote(placed) ?? BLOCK.exec(this.#source.host.slice(span.start, span.end))?.[0];
  }

  #encoded({ item, start, end }: Placed, text: string, at: number): string | undefined {
    const [piece] = item.pieces;
    const inside = Math.min(Math.max(at, start), end) - start;
    if (this.#source.values.in(text) || !('toHost' in piece)) return undefined;
    return piece.encode(text, inside, inside);
  }

  #toHost({ item, start, end }: Placed, at: number): number {
    const [piece] = item.pieces;
    const inside = Math.min(Math.max(at, start), end) - start;
    return 'toHost' in piece ? piece.toHost(inside) : item.node.span.start;
  }

  /** What stands behind each of the new items but the last: with the comments that stood behind or before it. */
  #betweens(texts: readonly string[], first: number, last: number): string[] {
    const usual = this.#usualBetween(first);
    let from = first;
    const origins = texts.map((text) => {
      const found = this.#placed.findIndex(
        (placed, index) => index >= from && index <= last && bare(placed.text) === bare(text),
      );
      if (found >= 0) from = found + 1;
      return found;
    });
    return origins.slice(1).map((origin, index) => {
      const before = origins[index];
      if (before >= 0 && (origin < 0 || origin === before + 1)) return this.#between(before);
      const isFollowed = origin > first && !origins.includes(origin - 1);
      return isFollowed ? this.#between(origin - 1) : usual;
    });
  }

  #between(index: number): string {
    const [before, behind] = [this.#placed[index], this.#placed[index + 1]];
    return this.#source.host.slice(before.item.span.end, behind.item.span.start);
  }

  #usualBetween(near: number): string {
    const indexes = this.#placed.slice(1).map((_, index) => index);
    const nearFirst = indexes.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    const clean = nearFirst
      .map((index) => this.#between(index))
      .find((text) => /^\s*(?:,|- )\s*$/.test(text));
    return clean ?? ', ';
  }
}

function listed(parts: readonly (string | undefined)[], between: readonly string[]): string {
  return parts.map((part = '', index) => (index === 0 ? part : between[index - 1] + part)).join('');
}

/** The beginning of a block of YAML up to its text. */
const BLOCK = /^\|[-+]?[ \t]*(\r?\n)( +)(?=\S)/;

/** A line without its indentation and the comma behind it. */
function bare(text: string): string {
  return text.trim().replace(/,$/, '');
}
