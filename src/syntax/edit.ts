import { BlockEditor } from './blockEditor';
import { BracketEditor } from './bracketEditor';
import { EditedText, ownProperties, type TextEdit } from './editedText';
import { HclEditor } from './hclEditor';
import { yamlScalar, type PlainValue } from './plainValue';
import { haveOwnLines, removals } from './removals';
import type { ArrayNode, ObjectNode, Property, Tree, TreeNode } from './tree';

export type { TextEdit } from './editedText';
export type { PlainValue } from './plainValue';

/**
 * Writes changes of one tree in its own format and style, at the place and with the quoting of its
 * host; comments elsewhere stay. Every method gives `undefined` where the text cannot be written back.
 */
export class TreeEditor {
  readonly #text: EditedText;
  readonly #brackets: BracketEditor;
  readonly #block: BlockEditor;
  readonly #hcl: HclEditor | undefined;

  constructor(tree: Tree) {
    this.#text = new EditedText(tree);
    this.#brackets = new BracketEditor(this.#text);
    this.#block = new BlockEditor(this.#text);
    if (tree.format === 'hcl') this.#hcl = new HclEditor(this.#text);
  }

  /** Puts a value in the place of a node. */
  replace(node: TreeNode, value: PlainValue): TextEdit | undefined {
    if (this.#hcl) return this.#hcl.replace(node, value);
    const around = node.parent?.kind === 'property' ? node.parent.parent : node.parent;
    const inBrackets = around ? this.#isInBrackets(around) : this.#text.tree.format !== 'yaml';
    return inBrackets ? this.#brackets.replace(node, value) : this.#block.replace(node, value);
  }

  /** Gives a property another name. */
  rename(property: Property, name: string): TextEdit | undefined {
    if (this.#hcl) return this.#hcl.rename(property, name);
    const { key } = property;
    const [start, end] = this.#text.inner(key);
    // A name that is not typed yet has no place of its own.
    if (start === end) return undefined;
    const isYaml = this.#text.tree.format === 'yaml';
    return this.#text.edit(
      start,
      end,
      isYaml ? yamlScalar(name, this.#text.text[start]) : JSON.stringify(name),
    );
  }

  /** Takes a property out, with its comma or line. */
  remove(property: Property): TextEdit | undefined {
    return this.#editorOf(property.parent).remove(property);
  }

  /** Takes several properties of one object out, by edits that do not overlap. */
  removeAll(properties: readonly Property[]): TextEdit[] | undefined {
    const [first] = properties;
    if (!first) return [];
    const siblings = ownProperties(first.parent);
    if (properties.some((property) => !siblings.includes(property))) return undefined;
    if (properties.length === siblings.length) {
      const edit = this.replace(first.parent, {});
      return edit && [edit];
    }
    const inLines = this.#hcl ? haveOwnLines(this.#text, properties) : !this.#isInBrackets(first.parent);
    const edits = removals(this.#text, siblings, new Set(properties), inLines);
    return edits.includes(undefined) ? undefined : edits.filter((edit) => edit !== undefined);
  }

  /** Adds `key: value` behind `after`, or at the end. */
  add(object: ObjectNode, key: string, value: PlainValue, after?: Property): TextEdit | undefined {
    return this.#editorOf(object).add(object, key, value, after);
  }

  /** Adds an item at the end of an array, or before the item at `index`. */
  insert(array: ArrayNode, value: PlainValue, index = array.items.length): TextEdit | undefined {
    return this.#editorOf(array).insert(array, value, index);
  }

  #editorOf(node: ObjectNode | ArrayNode): BracketEditor | BlockEditor | HclEditor {
    if (this.#hcl) return this.#hcl;
    return this.#isInBrackets(node) ? this.#brackets : this.#block;
  }

  /** True for a collection that is written in brackets, or stands in one. */
  #isInBrackets(node: ObjectNode | ArrayNode): boolean {
    if (this.#text.tree.format !== 'yaml') return true;
    const opening = this.#text.text[this.#text.inner(node)[0]];
    if (opening !== '{' && opening !== '[') return false;
    // The first key of an object without brackets may be a collection in brackets itself.
    const first = node.kind === 'object' ? node.properties[0] : undefined;
    return first?.key.span.start !== node.span.start;
  }
}

/** The text after all edits, as editors apply them: of two insertions at one place the first one stands first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  // From the end, so that spans stay true.
  return [...edits]
    .reverse()
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce(
      (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
      text,
    );
}
