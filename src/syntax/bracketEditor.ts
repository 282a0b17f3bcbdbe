import { ownProperties, type EditedText, type TextEdit } from './editedText';
import { isScalarValue, oneLine, yamlScalar, type PlainValue } from './plainValue';
import type { ArrayNode, ObjectNode, Property, TreeNode } from './tree';

/** Changes of values in brackets: JSON, and YAML that is written like it. */
export class BracketEditor {
  readonly #text: EditedText;
  readonly #isYaml: boolean;

  constructor(text: EditedText) {
    this.#text = text;
    this.#isYaml = text.tree.format === 'yaml';
  }

  replace(node: TreeNode, value: PlainValue): TextEdit | undefined {
    const [start, end] = this.#text.inner(node);
    const spread = !this.#isOneLine(node.parent?.kind === 'property' ? node.parent.parent : node.parent);
    const written = this.#value(value, start, this.#text.indentation(start), spread);
    return this.#text.edit(start, end, written);
  }

  remove(property: Property): TextEdit | undefined {
    const siblings = ownProperties(property.parent);
    const index = siblings.indexOf(property);
    if (index < 0) return undefined;
    const [start, end] = this.#text.inner(property);
    if (index < siblings.length - 1) {
      return this.#text.edit(start, this.#text.inner(siblings[index + 1])[0], '');
    }
    return this.#text.edit(index > 0 ? this.#text.inner(siblings[index - 1])[1] : start, end, '');
  }

  add(object: ObjectNode, key: string, value: PlainValue, after?: Property): TextEdit | undefined {
    const siblings = ownProperties(object);
    const previous = after ?? siblings.at(-1);
    if (!previous) return this.#addFirst(object, key, value);
    if (!siblings.includes(previous)) return undefined;
    const [start, end] = this.#text.inner(previous);
    const oneLine = this.#isOneLine(object);
    const indentation = this.#text.indentation(start);
    const member = this.#member(key, value, start, indentation, oneLine);
    const gap = oneLine ? (this.#isTight(siblings) ? '' : ' ') : `\n${indentation}`;
    return this.#text.edit(end, end, `,${gap}${member}`);
  }

  insert(array: ArrayNode, value: PlainValue, index: number): TextEdit | undefined {
    const { items } = array;
    const [arrayStart] = this.#text.inner(array);
    const oneLine = this.#isOneLine(array);
    if (items.length === 0) {
      const item = this.#value(value, arrayStart, this.#text.indentation(arrayStart), !oneLine);
      return this.#text.edit(arrayStart + 1, arrayStart + 1, item);
    }
    const [neighbour, behind] = this.#text.inner(items[Math.min(index, items.length - 1)]);
    const indentation = this.#text.indentation(neighbour);
    const item = this.#value(value, neighbour, indentation, !oneLine);
    const gap = oneLine ? ' ' : `\n${indentation}`;
    return index < items.length
      ? this.#text.edit(neighbour, neighbour, `${item},${gap}`)
      : this.#text.edit(behind, behind, `,${gap}${item}`);
  }

  #addFirst(object: ObjectNode, key: string, value: PlainValue): TextEdit | undefined {
    const [start, end] = this.#text.inner(object);
    const { text, unit } = this.#text;
    const indentation = this.#text.indentation(start);
    const rest = text.slice(start + 1, end);
    if (/^[ \t]*\r?\n/.test(rest)) {
      const member = this.#member(key, value, start, indentation + unit, false);
      return this.#text.edit(start + 1, start + 1, `\n${indentation}${unit}${member}`);
    }
    const member = this.#member(key, value, start, indentation, true);
    return this.#text.edit(start + 1, start + 1, rest.startsWith(' ') ? ` ${member}` : ` ${member} `);
  }

  #member(key: string, value: PlainValue, like: number, indentation: string, oneLine: boolean): string {
    const quote = this.#text.text[like] === '"' ? '"' : undefined;
    const name = this.#isYaml ? yamlScalar(key, quote) : JSON.stringify(key);
    return `${name}: ${this.#value(value, like, indentation, !oneLine)}`;
  }

  /** A value as it is written beside `like`; over several lines only where its neighbours are. */
  #value(value: PlainValue, like: number, indentation: string, spread: boolean): string {
    const { text, unit } = this.#text;
    if (this.#isYaml) return oneLine(value, (item) => yamlScalar(item, quoteAt(text, like)));
    if (isScalarValue(value) || !text.includes('\n')) return JSON.stringify(value);
    if (!spread) return oneLine(value, JSON.stringify);
    return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indentation}`);
  }

  #isOneLine(node: TreeNode | undefined): boolean {
    if (node?.kind !== 'object' && node?.kind !== 'array') return false;
    const first = node.kind === 'object' ? node.properties.at(0) : node.items.at(0);
    const [start, end] = this.#text.inner(node);
    const until = first ? this.#text.inner(first)[0] : end;
    return !this.#text.text.slice(start, until).includes('\n');
  }

  /** True where the author writes no blanks: `{"a":1,"b":2}`. */
  #isTight(siblings: readonly Property[]): boolean {
    const [first, second] = siblings;
    if (!second || this.#isYaml) return false;
    return this.#text.inner(second)[0] - this.#text.inner(first)[1] === 1;
  }
}

function quoteAt(text: string, offset: number): string | undefined {
  return text[offset] === '"' || text[offset] === "'" ? text[offset] : undefined;
}
