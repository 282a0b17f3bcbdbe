import { TreeEditor, type PlainValue, type TextEdit } from '../../syntax/edit';
import type { ArrayNode, ObjectNode, Property, Span, Tree, TreeNode } from '../../syntax/tree';

interface Addition {
  readonly object: ObjectNode;
  readonly key: string;
  readonly value: PlainValue;
  readonly after?: Property;
}

interface Insertion {
  readonly array: ArrayNode;
  readonly value: PlainValue;
  readonly index?: number;
}

/** Changes of many places of one tree that become edits together, so that no two of them overlap. */
export class Changes {
  readonly #removed = new Set<Property>();
  readonly #renamed = new Map<Property, string>();
  readonly #values = new Map<TreeNode, PlainValue>();
  readonly #added: Addition[] = [];
  readonly #inserted: Insertion[] = [];

  remove(property: Property | undefined): void {
    if (property) this.#removed.add(property);
  }

  rename(property: Property, key: string): void {
    if (property.name !== key) this.#renamed.set(property, key);
  }

  value(node: TreeNode, value: PlainValue): void {
    this.#values.set(node, value);
  }

  /** Another key and value in the place of a property. */
  put(property: Property, key: string, value: PlainValue): void {
    this.rename(property, key);
    if (property.value) this.value(property.value, value);
  }

  /** A property more, behind one that stays. */
  add(object: ObjectNode, key: string, value: PlainValue, after?: Property): void {
    this.#added.push({ object, key, value, after });
  }

  /** An item more, at the end or before the item at an index. */
  insert(array: ArrayNode, value: PlainValue, index?: number): void {
    this.#inserted.push({ array, value, index });
  }

  /** Takes over what others have collected. */
  include(other: Changes): void {
    for (const property of other.#removed) this.#removed.add(property);
    for (const [property, key] of other.#renamed) this.#renamed.set(property, key);
    for (const [node, value] of other.#values) this.#values.set(node, value);
    this.#added.push(...other.#added);
    this.#inserted.push(...other.#inserted);
  }

  /** The places that change, new members apart. */
  *places(): Generator<Span> {
    for (const { span } of this.#removed) yield span;
    for (const { key } of this.#renamed.keys()) yield key.span;
    for (const { span } of this.#values.keys()) yield span;
  }

  /** `undefined` where the host cannot hold one of the changes. */
  edits(tree: Tree): TextEdit[] | undefined {
    const editor = new TreeEditor(tree);
    const byObject = new Map<ObjectNode, Property[]>();
    for (const property of this.#removed) {
      const found = byObject.get(property.parent);
      if (found) found.push(property);
      else byObject.set(property.parent, [property]);
    }
    const edits: (TextEdit | undefined)[] = [];
    for (const properties of byObject.values()) edits.push(...(editor.removeAll(properties) ?? [undefined]));
    for (const [property, key] of this.#renamed) edits.push(editor.rename(property, key));
    for (const [node, value] of this.#values) edits.push(editor.replace(node, value));
    for (const { object, key, value, after } of this.#added)
      edits.push(editor.add(object, key, value, this.#anchor(object, after)));
    for (const { array, value, index } of this.#inserted) edits.push(editor.insert(array, value, index));
    if (edits.includes(undefined)) return undefined;
    const known = distinct(edits.filter((edit) => edit !== undefined));
    return overlap(known) ? undefined : known;
  }

  /** The property behind which another can stand although some are taken out. */
  #anchor({ properties }: ObjectNode, after: Property | undefined): Property | undefined {
    const upTo = after ? properties.slice(0, properties.indexOf(after) + 1) : properties;
    const stays = (property: Property): boolean => !this.#removed.has(property) && !property.merged;
    return upTo.filter(stays).pop() ?? properties.find(stays);
  }
}

/** What aliases repeat is written once; insertions at one place are each meant. */
function distinct(edits: readonly TextEdit[]): TextEdit[] {
  const known = new Set<string>();
  return edits.filter(({ span: { start, end }, newText }) => {
    const key = `${start}-${end}-${newText}`;
    if (start < end && known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** True where one text would become two others. */
function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.some(({ span }, index) => index > 0 && span.start < sorted[index - 1].span.end);
}
