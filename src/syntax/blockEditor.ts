import { stringify } from 'yaml';
import { ownProperties, type EditedText, type TextEdit } from './editedText';
import { isScalarValue, membersOf, oneLine, yamlScalar, type PlainValue } from './plainValue';
import type { ArrayNode, ObjectNode, Property, TreeNode } from './tree';

/** Changes of YAML that is written by indentation. */
export class BlockEditor {
  readonly #text: EditedText;

  constructor(text: EditedText) {
    this.#text = text;
  }

  replace(node: TreeNode, value: PlainValue): TextEdit | undefined {
    if (node.kind === 'dynamic' && node.tag !== undefined) return undefined;
    const [start, end] = this.#text.inner(node);
    const lines = needsLines(value);
    const key = node.parent?.kind === 'property' ? node.parent.key : undefined;
    if (!key) return this.#text.edit(start, end, this.#lines(value, this.#text.column(start)));
    const keyColumn = this.#keyColumn(this.#text.inner(key)[0]);
    const column = this.#text.column(start);
    const isBelowKey = this.#startsLine(start);
    const from = this.#text.behindText(start);
    const isBehindColon = this.#text.text[from - 1] === ':';
    if (isBelowKey && (lines || !isBehindColon) && column > keyColumn) {
      return this.#text.edit(start, end, this.#lines(value, column));
    }
    if (!lines && (isBehindColon || !isBelowKey)) {
      return this.#text.edit(
        from,
        end,
        ` ${oneLine(value, (text) => yamlScalar(text, this.#text.text[start]))}`,
      );
    }
    const inner = keyColumn + this.#text.unit.length;
    return this.#text.edit(from, end, `\n${' '.repeat(inner)}${this.#lines(value, inner)}`);
  }

  remove(property: Property): TextEdit | undefined {
    const siblings = ownProperties(property.parent);
    const index = siblings.indexOf(property);
    if (index < 0) return undefined;
    if (siblings.length === 1) return this.replace(property.parent, {});
    const [start, end] = this.#text.inner(property);
    const lineStart = this.#text.lineStart(start);
    const lineEnd = this.#text.lineEnd(end);
    // The line break before it goes with it, so that a change behind it is beside this one.
    if (this.#startsLine(start) && lineStart > 0) {
      return this.#text.edit(this.#text.lineEnd(lineStart - 1), lineEnd, '');
    }
    const next = this.#text.text.slice(lineEnd).search(/\S/);
    return next < 0 ? undefined : this.#text.edit(start, lineEnd + next, '');
  }

  add(object: ObjectNode, key: string, value: PlainValue, after?: Property): TextEdit | undefined {
    const siblings = ownProperties(object);
    const previous = after ?? siblings.at(-1);
    if (!previous || !siblings.includes(previous)) return undefined;
    const [start, end] = this.#text.inner(previous);
    // Of a key that is only half typed the reader forgives a column of its own.
    const column = this.#keyColumn(this.#text.inner(siblings[0])[0]);
    const at = this.#text.lineEnd(end);
    const name = yamlScalar(key, this.#text.text[start]);
    return this.#text.edit(at, at, `\n${' '.repeat(column)}${name}:${this.#behindColon(value, column)}`);
  }

  insert(array: ArrayNode, value: PlainValue, index: number): TextEdit | undefined {
    const [start, end] = this.#text.inner(array);
    const column = this.#text.column(start);
    const pad = ' '.repeat(column);
    const item = `- ${this.#lines(value, column + 2)}`;
    if (index >= array.items.length) {
      const at = this.#text.lineEnd(end);
      return this.#text.edit(at, at, `\n${pad}${item}`);
    }
    const dash = this.#dash(array.items[index], column, start);
    return dash === undefined ? undefined : this.#text.edit(dash, dash, `${item}\n${pad}`);
  }

  /** The dash before an item; an item that came through an alias stands elsewhere. */
  #dash(item: TreeNode, column: number, from: number): number | undefined {
    for (let at = this.#text.inner(item)[0]; at >= from; at = this.#text.lineStart(at) - 1) {
      const dash = this.#text.lineStart(at) + column;
      if (dash <= at && this.#text.text[dash] === '-') return dash;
    }
    return undefined;
  }

  #behindColon(value: PlainValue, column: number): string {
    if (!needsLines(value)) return ` ${oneLine(value, yamlScalar)}`;
    const inner = column + this.#text.unit.length;
    return `\n${' '.repeat(inner)}${this.#lines(value, inner)}`;
  }

  /** A value whose first line stands at a column already, with its other lines below. */
  #lines(value: PlainValue, column: number): string {
    if (!needsLines(value)) return oneLine(value, yamlScalar);
    const indent = Math.max(1, this.#text.unit.length);
    const lines = stringify(value, { indent, lineWidth: 0, version: '1.1', blockQuote: false }).trimEnd();
    return lines.replace(/\n(?!\n)/g, `\n${' '.repeat(column)}`);
  }

  /** The column of a key with its tag and anchor. */
  #keyColumn(start: number): number {
    const before = this.#text.text.slice(this.#text.lineStart(start), start);
    return before.replace(/(?:[&!]\S*[ \t]+)+$/, '').length;
  }

  #startsLine(offset: number): boolean {
    return this.#text.indentation(offset).length === this.#text.column(offset);
  }
}

/** Lists of plain values and empty collections stand on one line. */
function needsLines(value: PlainValue): boolean {
  if (isScalarValue(value)) return false;
  return Array.isArray(value)
    ? value.some((item: PlainValue) => !isScalarValue(item))
    : membersOf(value).length > 0;
}
