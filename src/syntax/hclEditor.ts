import type { EditedText, TextEdit } from './editedText';
import { hclStyleOf, type HclStyle } from './hclStyle';
import type { PlainValue } from './plainValue';
import { haveOwnLines } from './removals';
import type { ArrayNode, ObjectNode, Property, TreeNode } from './tree';

/** Changes of Terraform: members of an object or a block stand on lines of their own, or behind commas. */
export class HclEditor {
  readonly #text: EditedText;

  constructor(text: EditedText) {
    this.#text = text;
  }

  replace(node: TreeNode, value: PlainValue): TextEdit | undefined {
    const [start, end] = this.#text.inner(node);
    const around = node.parent?.kind === 'property' ? node.parent.parent : node.parent;
    const style = this.#styleOf(around?.kind === 'object' ? around : undefined);
    const own = this.#text.text.slice(start, end);
    const holdsMore = node.kind === 'object' || node.kind === 'array';
    // What is written on one line stays there; a scalar becomes what stands around it.
    const spread =
      own.includes('\n') || (!holdsMore && around?.kind === 'object' && !this.#isOneLine(around));
    return this.#text.edit(start, end, style.value(value, this.#text.indentation(start), spread));
  }

  rename({ key, parent }: Property, name: string): TextEdit | undefined {
    const [start, end] = this.#text.inner(key);
    const isQuoted = this.#text.text[start] === '"';
    return this.#text.edit(start, end, this.#styleOf(parent).key(name, isQuoted));
  }

  remove(property: Property): TextEdit | undefined {
    const siblings = property.parent.properties;
    const index = siblings.indexOf(property);
    if (index < 0) return undefined;
    const [start, end] = this.#text.inner(property);
    if (haveOwnLines(this.#text, [property])) {
      const from = this.#text.lineEnd(this.#text.lineStart(start) - 1);
      return this.#text.edit(from, this.#text.lineEnd(end), '');
    }
    if (index < siblings.length - 1) {
      return this.#text.edit(start, this.#text.inner(siblings[index + 1])[0], '');
    }
    return this.#text.edit(index > 0 ? this.#text.inner(siblings[index - 1])[1] : start, end, '');
  }

  add(object: ObjectNode, key: string, value: PlainValue, after?: Property): TextEdit | undefined {
    const previous = after ?? object.properties.at(-1);
    const style = this.#styleOf(object);
    if (!previous) return this.#addFirst(object, style, key, value);
    if (previous.parent !== object) return undefined;
    const [start, end] = this.#text.inner(previous);
    const oneLine = this.#isOneLine(object);
    const indentation = this.#text.indentation(start);
    const member = style.member(key, value, indentation, !oneLine);
    const comma = oneLine || this.#hasCommas(object) ? ',' : '';
    return this.#text.edit(end, end, `${comma}${oneLine ? ' ' : `\n${indentation}`}${member}`);
  }

  insert(array: ArrayNode, value: PlainValue, index: number): TextEdit | undefined {
    const style = this.#styleOf(undefined);
    const [arrayStart] = this.#text.inner(array);
    const { items } = array;
    const near = items.at(Math.min(index, items.length - 1));
    if (!near) {
      const item = style.value(value, this.#text.indentation(arrayStart), false);
      return this.#text.edit(arrayStart + 1, arrayStart + 1, item);
    }
    const [start, end] = this.#text.inner(near);
    const oneLine = !this.#text.text.slice(arrayStart, this.#text.inner(items[0])[0]).includes('\n');
    const indentation = this.#text.indentation(start);
    const item = style.value(value, indentation, !oneLine);
    const gap = oneLine ? ' ' : `\n${indentation}`;
    return index < items.length
      ? this.#text.edit(start, start, `${item},${gap}`)
      : this.#text.edit(end, end, `,${gap}${item}`);
  }

  #addFirst(object: ObjectNode, style: HclStyle, key: string, value: PlainValue): TextEdit | undefined {
    const [start, end] = this.#text.inner(object);
    if (this.#text.text[start] !== '{') return undefined;
    const indentation = this.#text.indentation(start);
    const inner = indentation + this.#text.unit;
    const spread = this.#text.text.slice(start, end).includes('\n');
    const member = style.member(key, value, spread ? inner : indentation, spread);
    return this.#text.edit(start + 1, start + 1, spread ? `\n${inner}${member}` : ` ${member} `);
  }

  #isOneLine(object: ObjectNode): boolean {
    const [start] = this.#text.inner(object);
    const first = object.properties.at(0);
    return first !== undefined && !this.#text.text.slice(start, this.#text.inner(first)[0]).includes('\n');
  }

  #hasCommas({ properties: [first, second] }: ObjectNode): boolean {
    const [, end] = this.#text.inner(first);
    const until = second ? this.#text.inner(second)[0] : this.#text.lineEnd(end);
    return this.#text.text.slice(end, until).trimStart().startsWith(',');
  }

  #styleOf(object: ObjectNode | undefined): HclStyle {
    return hclStyleOf(object, this.#text.tree.source, this.#text.unit);
  }
}
