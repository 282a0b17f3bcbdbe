import type { ValueShape } from '../../catalog/fieldTypes';
import type { Tree } from '../../syntax/tree';
import { isPlainSafe } from '../../syntax/yamlString';
import type { Cursor } from './cursor';
import type { Item } from './item';
import { stop, toSnippet } from './stops';

/** A cursor, and the text around it. */
interface WritingPlace {
  readonly cursor: Cursor;
  readonly machine: { readonly tree: Tree };
}

/** Writes items in the format and at the place of one cursor. */
export class ItemWriter {
  readonly #place: WritingPlace;
  readonly #json: boolean;
  /** The replaced part in the text of the definition, the quote it begins with, and the comma that is missing. */
  readonly #start: number;
  readonly #end: number;
  readonly #quote: string;
  readonly #also: Item['also'];

  constructor(place: WritingPlace) {
    const { replace, flow, commaBefore: comma } = place.cursor;
    const { source } = place.machine.tree;
    this.#place = place;
    this.#json = flow;
    this.#start = source.fromHost(replace.start);
    this.#end = source.fromHost(replace.end);
    const typed = source.text.charAt(this.#start);
    this.#quote = typed === '"' || typed === "'" ? typed : '';
    this.#also = comma === undefined ? undefined : [{ span: { start: comma, end: comma }, newText: ',' }];
  }

  /** `"Key": value,` with what JSON or YAML needs around it. */
  key(
    name: string,
    value: string,
    item: Omit<Item, 'newText' | 'replace' | 'label'> & { label?: string },
  ): Item {
    const { cursor } = this.#place;
    const hasValue = cursor.kind === 'key' && cursor.property?.value !== undefined;
    const key = this.#json ? JSON.stringify(name) : isPlainSafe(name) ? name : JSON.stringify(name);
    const block = value.startsWith('\n');
    const text = hasValue ? key : `${key}:${block ? '' : ' '}${value}`;
    return this.#finish({ label: name, ...item }, hasValue ? text : this.#comma(text));
  }

  /** A key whose name is to be given, with a value. */
  named(name: string, value: string, item: Omit<Item, 'newText' | 'replace'>): Item {
    const key = this.#json ? `"${stop(1, name)}"` : stop(1, name);
    return this.#finish(item, this.#comma(`${key}:${value.startsWith('\n') ? '' : ' '}${value}`));
  }

  /** A string as a value. */
  string(text: string, item: Omit<Item, 'newText' | 'replace' | 'label'> & { label?: string }): Item {
    const { string } = this.#place.cursor;
    const written = this.#json || !isPlainSafe(text) ? JSON.stringify(text) : text;
    return this.#finish({ label: text, ...item }, string ? written : this.#comma(written));
  }

  /** Any other value, as a snippet. */
  value(snippet: string, item: Omit<Item, 'newText' | 'replace'>): Item {
    return this.#finish(item, this.#comma(snippet));
  }

  /** An empty value of a shape, with a stop where it is filled in. */
  skeleton(shape: ValueShape | undefined, standard?: string): string {
    const known =
      standard !== undefined && /^(?:-?\d+(?:\.\d+)?|true|false|"[^"]*")$/.test(standard) ? standard : '';
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
        return this.#json ? `{ ${stop(1)} }` : `\n${indent}${stop(1)}`;
      case 'array':
        return this.#json ? `[${stop(1)}]` : `\n${indent}- ${stop(1)}`;
      case 'string':
        return this.#json ? `"${stop(1)}"` : stop(1);
      default:
        return stop(1);
    }
  }

  /** A path to be filled in, as the value of a key that ends in `.$`. */
  path(): string {
    return this.#json ? `"$.${stop(1)}"` : `$.${stop(1)}`;
  }

  #comma(text: string): string {
    return this.#json && this.#place.cursor.commaAfter ? `${text},` : text;
  }

  #finish(item: Omit<Item, 'newText' | 'replace'>, text: string): Item {
    const { cursor, machine } = this.#place;
    const newText = toSnippet(machine.tree.source.encode(text, this.#start, this.#end) ?? text);
    // Editors filter by the text that is replaced, quotes included.
    const filter = this.#quote ? this.#quote + (item.filter ?? item.label) : item.filter;
    return { ...item, newText, replace: cursor.replace, also: this.#also, filter };
  }
}
