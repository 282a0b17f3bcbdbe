import type { ValueShape } from '../../catalog/fieldTypes';
import { lineStart } from '../../syntax/lines';
import type { Tree } from '../../syntax/tree';
import type { Cursor } from './cursor';
import type { Item } from './item';
import { notationAt, type Notation } from './notation';
import { stop, toSnippet } from './stops';

/** A cursor, and the text around it. */
interface WritingPlace {
  readonly cursor: Cursor;
  readonly machine: { readonly tree: Tree };
}

/** Writes items in the format and at the place of one cursor. */
export class ItemWriter {
  readonly #place: WritingPlace;
  readonly notation: Notation;
  /** The replaced part in the text of the definition, the quote it begins with, and the comma that is missing. */
  readonly #start: number;
  readonly #end: number;
  readonly #quote: string;
  readonly #also: Item['also'];

  constructor(place: WritingPlace) {
    const { replace, commaBefore: comma } = place.cursor;
    const { source } = place.machine.tree;
    this.#place = place;
    this.notation = notationAt(place.machine.tree, place.cursor);
    this.#start = source.fromHost(replace.start);
    this.#end = source.fromHost(replace.end);
    this.#quote = /^ *(["'])/.exec(source.text.slice(this.#start, this.#end))?.[1] ?? '';
    this.#also = comma === undefined ? undefined : [{ span: { start: comma, end: comma }, newText: ',' }];
  }

  /** `"Key": value,` with what the text needs around it. */
  key(
    name: string,
    value: string,
    item: Omit<Item, 'newText' | 'replace' | 'label'> & { label?: string },
  ): Item {
    const { cursor } = this.#place;
    const hasValue = cursor.kind === 'key' && cursor.property?.value !== undefined;
    const key = this.notation.key(name);
    const text = hasValue ? key : this.notation.member(key, value);
    return this.#finish({ label: name, ...item }, hasValue ? text : this.#comma(text));
  }

  /** A key whose name is to be given, with a value. */
  named(
    name: string,
    value: string,
    item: Omit<Item, 'newText' | 'replace'>,
    around = (member: string): string => member,
  ): Item {
    const key = this.notation.namedKey(stop(1, name));
    return this.#finish(item, this.#comma(around(this.notation.member(key, value))));
  }

  /** How far lines of a value are moved in: between braces as their first line is, otherwise as their key. */
  get column(): number {
    const { cursor, machine } = this.#place;
    const { text } = machine.tree.source;
    const before = text.slice(lineStart(text, this.#start), this.#start);
    if (!cursor.flow) return cursor.column;
    return before.length - before.trimStart().length;
  }

  /** A string as a value. */
  string(text: string, item: Omit<Item, 'newText' | 'replace' | 'label'> & { label?: string }): Item {
    const { string } = this.#place.cursor;
    const written = this.notation.text(text);
    return this.#finish({ label: text, ...item }, string ? written : this.#comma(written));
  }

  /** A text as it is written where no value stands yet, with the stops in it. */
  text(text: string): string | undefined {
    const written = this.#comma(this.notation.text(text));
    const [margin, start] = this.#behindColon(written);
    return this.#place.machine.tree.source.encode(margin + written, start, this.#end);
  }

  /** Any other value, as a snippet. */
  value(snippet: string, item: Omit<Item, 'newText' | 'replace'>): Item {
    return this.#finish(item, this.#comma(snippet));
  }

  /** An empty value of a shape, with a stop where it is filled in. */
  skeleton(shape: ValueShape | undefined, standard?: string): string {
    const known =
      standard !== undefined && /^(?:-?\d+(?:\.\d+)?|true|false|"[^"]*")$/.test(standard) ? standard : '';
    const { flow } = this.notation;
    const indent = ' '.repeat(this.#place.cursor.column + 2);
    switch (shape?.kind) {
      case 'number':
      case 'integer':
        return stop(1, known || '1');
      case 'boolean':
        return stop(1, known || 'true');
      case 'object':
      case 'payload':
      case 'states':
        return flow ? `{ ${stop(1)} }` : `\n${indent}${stop(1)}`;
      case 'array':
        return flow ? `[${stop(1)}]` : `\n${indent}- ${stop(1)}`;
      case 'string':
        return flow ? `"${stop(1)}"` : stop(1);
      default:
        return stop(1, flow ? '{}' : '');
    }
  }

  /** A path to be filled in, as the value of a key that ends in `.$`. */
  path(): string {
    return this.notation.flow ? `"$.${stop(1)}"` : `$.${stop(1)}`;
  }

  #comma(text: string): string {
    return this.notation.flow && this.#place.cursor.commaAfter ? `${text},` : text;
  }

  #finish(item: Omit<Item, 'newText' | 'replace'>, text: string): Item {
    const { cursor, machine } = this.#place;
    const { source } = machine.tree;
    const [margin, start] = this.#behindColon(text);
    const newText = toSnippet(source.encode(margin + text, start, this.#end) ?? margin + text);
    const replace =
      start === this.#start ? cursor.replace : { ...cursor.replace, start: source.toHost(start) };
    // Editors filter by the text that is replaced, quotes included.
    const filter = this.#quote ? this.#quote + (item.filter ?? item.label) : item.filter;
    return { ...item, newText, replace, also: this.#also, filter };
  }

  /** In lines of YAML one blank stands between a colon and a value, and none where the value has lines of its own. */
  #behindColon(text: string): readonly [margin: string, start: number] {
    const { cursor, machine } = this.#place;
    if (cursor.flow || cursor.kind !== 'value' || cursor.string) return ['', this.#start];
    const before = machine.tree.source.text.slice(0, this.#start);
    if (text.startsWith('\n')) return ['', /[ \t]*$/.exec(before)?.index ?? this.#start];
    return [before.endsWith(':') ? ' ' : '', this.#start];
  }
}
