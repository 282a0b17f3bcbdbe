import { stringify } from 'yaml';
import type { ArrayNode, ObjectNode, Property, Span, Tree, TreeNode } from './tree';
import { isPlainSafe } from './yamlString';

/** A change of the host's text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A value to be written; `undefined` members are left out. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue | undefined };

/**
 * Writes changes of one tree in its own format and style, at the place and with the quoting of its
 * host. Every method gives `undefined` where the text cannot be written back.
 */
export class TreeEditor {
  readonly #tree: Tree;
  readonly #text: string;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#text = tree.source.text;
  }

  /** Puts a value in the place of a node. */
  replace(node: TreeNode, value: PlainValue): TextEdit | undefined {
    const [start, end] = this.#inner(node.span);
    return this.#edit(start, end, this.#inline(value, this.#lineIndent(start), this.#inFlow(node)));
  }

  /** Gives a property another name. */
  rename(property: Property, name: string): TextEdit | undefined {
    const [start, end] = this.#inner(property.key.span);
    return this.#edit(start, end, this.#key(name, this.#text[start]));
  }

  /** Takes a property out, with its comma or line. */
  remove(property: Property): TextEdit | undefined {
    const siblings = property.parent.properties;
    const index = siblings.indexOf(property);
    const [start, end] = this.#inner(property.span);
    if (index < 0) return undefined;
    if (siblings.length === 1) {
      if (this.#tree.format === 'yaml' && !this.#inFlow(property.parent)) return this.#edit(start, end, '{}');
      return this.#edit(start, end, '');
    }
    if (index < siblings.length - 1) return this.#edit(start, this.#inner(siblings[index + 1].span)[0], '');
    return this.#edit(this.#inner(siblings[index - 1].span)[1], end, '');
  }

  /** Adds `key: value` behind `after`, or at the end. */
  add(object: ObjectNode, key: string, value: PlainValue, after?: Property): TextEdit | undefined {
    const siblings = object.properties;
    const previous = after ?? siblings[siblings.length - 1];
    if (!previous) return this.#addFirst(object, key, value);
    const [, end] = this.#inner(previous.span);
    const [previousStart] = this.#inner(previous.span);
    if (this.#tree.format === 'yaml' && !this.#inFlow(object)) {
      const column = ' '.repeat(this.#column(previousStart));
      const at = this.#contentEnd(end);
      return this.#edit(at, at, `\n${column}${this.#key(key)}:${this.#block(value, column.length)}`);
    }
    const separator = this.#separator(object, siblings.indexOf(previous));
    const indent = separator.includes('\n')
      ? separator.slice(separator.lastIndexOf('\n') + 1)
      : this.#lineIndent(previousStart);
    return this.#edit(
      end,
      end,
      `,${separator}${this.#key(key, this.#text[previousStart])}: ${this.#inline(value, indent, true)}`,
    );
  }

  /** Adds an item at the end of an array, or before the item at `index`. */
  insert(array: ArrayNode, value: PlainValue, index = array.items.length): TextEdit | undefined {
    const { items } = array;
    const [arrayStart, arrayEnd] = this.#inner(array.span);
    if (items.length === 0) {
      return this.#edit(arrayStart, arrayEnd, `[${this.#inline(value, this.#lineIndent(arrayStart), true)}]`);
    }
    if (this.#tree.format === 'yaml' && !this.#inFlow(array)) {
      const [itemStart, itemEnd] = this.#inner(items[Math.min(index, items.length - 1)].span);
      const dash = this.#text.lastIndexOf('-', itemStart - 1);
      const column = this.#column(dash);
      const body = this.#block(value, column + 2).trimStart();
      if (index < items.length) return this.#edit(dash, dash, `- ${body}\n${' '.repeat(column)}`);
      const at = this.#contentEnd(itemEnd);
      return this.#edit(at, at, `\n${' '.repeat(column)}- ${body}`);
    }
    const [firstStart] = this.#inner(items[0].span);
    const gap = this.#text.slice(arrayStart + 1, firstStart);
    const separator = gap.includes('\n') ? gap : ' ';
    const indent = this.#lineIndent(firstStart);
    if (index < items.length) {
      const [at] = this.#inner(items[index].span);
      return this.#edit(at, at, `${this.#inline(value, indent, true)},${separator}`);
    }
    const [, at] = this.#inner(items[items.length - 1].span);
    return this.#edit(at, at, `,${separator}${this.#inline(value, indent, true)}`);
  }

  #addFirst(object: ObjectNode, key: string, value: PlainValue): TextEdit | undefined {
    const [start, end] = this.#inner(object.span);
    const indent = this.#lineIndent(start);
    const unit = this.#indentUnit();
    const text = `${this.#key(key)}: ${this.#inline(value, indent + unit, true)}`;
    const spread = this.#text.slice(start, end).includes('\n');
    return this.#edit(start, end, spread ? `{\n${indent}${unit}${text}\n${indent}}` : `{ ${text} }`);
  }

  #edit(start: number, end: number, text: string): TextEdit | undefined {
    const { source } = this.#tree;
    const eol = this.#text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
    const newText = source.encode(eol, start, end);
    return newText === undefined
      ? undefined
      : { span: { start: source.toHost(start), end: source.toHost(end) }, newText };
  }

  #inner({ start, end }: Span): [number, number] {
    const { source } = this.#tree;
    return [source.fromHost(start), source.fromHost(end)];
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineIndent(offset: number): string {
    return /^[ \t]*/.exec(this.#text.slice(this.#lineStart(offset), offset))?.[0] ?? '';
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  /** A block scalar's span ends behind its line break; what follows it belongs before that. */
  #contentEnd(end: number): number {
    let at = end;
    while (at > 0 && /\s/.test(this.#text[at - 1])) at--;
    return at;
  }

  #indentUnit(): string {
    return /\n([ \t]+)\S/.exec(this.#text)?.[1] ?? '  ';
  }

  #separator(object: ObjectNode, index: number): string {
    const { properties } = object;
    const from = index > 0 ? this.#inner(properties[index - 1].span)[1] : this.#inner(object.span)[0];
    const gap = this.#text.slice(from, this.#inner(properties[index].span)[0]).replace(/^\s*[,{]/, '');
    return /^\s*$/.test(gap) ? (index > 0 || gap.includes('\n') ? gap || ' ' : ' ') : ' ';
  }

  #inFlow(node: TreeNode): boolean {
    if (this.#tree.format === 'json') return true;
    for (let at: TreeNode | undefined = node; at;) {
      if (at.kind === 'object' || at.kind === 'array') {
        const opening = this.#text[this.#inner(at.span)[0]];
        if (opening === (at.kind === 'object' ? '{' : '[')) return true;
      }
      at = at.parent?.kind === 'property' ? at.parent.parent : at.parent;
    }
    return false;
  }

  #key(name: string, like?: string): string {
    if (this.#tree.format === 'json' || like === '"') return JSON.stringify(name);
    return isPlainSafe(name) ? name : JSON.stringify(name);
  }

  /** A value behind `key:` or `-`, on the same line where it fits, else indented below. */
  #block(value: PlainValue, column: number): string {
    if (value === null || typeof value !== 'object') return ` ${this.#scalar(value)}`;
    const text = stringify(value, { indent: 2, lineWidth: 0, version: '1.1' }).trimEnd();
    if (text === '{}' || text === '[]') return ` ${text}`;
    const pad = ' '.repeat(column + 2);
    return `\n${text
      .split('\n')
      .map((line) => pad + line)
      .join('\n')}`;
  }

  #inline(value: PlainValue, indent: string, flow: boolean): string {
    if (value === null || typeof value !== 'object') return this.#scalar(value);
    if (this.#tree.format === 'yaml' && isList(value)) {
      return `[${value.map((item) => this.#scalar(item)).join(', ')}]`;
    }
    if (this.#tree.format === 'yaml' && !flow) {
      return this.#block(value, indent.length).trimStart();
    }
    const compact = !this.#text.includes('\n');
    const text = JSON.stringify(value, null, compact ? undefined : this.#indentUnit());
    return text.split('\n').join(`\n${indent}`);
  }

  #scalar(value: string | number | boolean | null): string {
    if (typeof value !== 'string' || this.#tree.format === 'json') return JSON.stringify(value);
    return isPlainSafe(value) ? value : JSON.stringify(value);
  }
}

/** A list of plain values, which YAML has on one line. */
function isList(value: PlainValue): value is readonly (string | number | boolean | null)[] {
  return Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object');
}

/** The text after all edits; later edits first, so that spans stay true. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce(
      (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
      text,
    );
}
