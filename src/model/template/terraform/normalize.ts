import { MadeProperty } from '../../../syntax/madeProperty';
import { property } from '../../../syntax/navigate';
import { RunBuilder } from '../../../syntax/mapped';
import { LazyString } from '../../../syntax/lazyString';
import type { ArrayNode, ObjectNode, Property, StringNode, Tree, TreeNode } from '../../../syntax/tree';
import { cloudFormationName, type Fields, type FieldSpec } from './fields';

/** What every resource of Terraform can say, whatever it is. */
const META: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** Locals that name locals go no deeper than this: they may go in a circle. */
const MAX_DEPTH = 10;

/** Finds what an attribute names that stands elsewhere, for instance a policy document. */
export type Follow = (node: TreeNode) => TreeNode | undefined;

/**
 * The body of a block in CloudFormation's names: blocks become objects, repeated ones lists,
 * `jsonencode(…)` what it encodes. Values and spans stay those of the file.
 */
export class Normalizer {
  readonly #tree: Tree;
  readonly #follow: Follow;

  constructor(tree: Tree, follow: Follow) {
    this.#tree = tree;
    this.#follow = follow;
  }

  body(block: ObjectNode, fields: Fields = {}): ObjectNode {
    const result: ObjectNode = { kind: 'object', span: block.span, properties: [] };
    for (const entry of block.properties) {
      if (META.has(entry.name)) continue;
      if (entry.name === 'dynamic' && this.#isBlock(entry)) this.#dynamic(entry, fields, result);
      else this.#entry(entry, fields, result);
    }
    return result;
  }

  #entry(entry: Property, fields: Fields, into: ObjectNode): void {
    const { name, value } = entry;
    const spec = specOf(name, fields);
    const block = this.#isBlock(entry);
    const read =
      block && value?.kind === 'object' ? this.body(value, spec.fields) : value && this.#attribute(value);
    this.#put(into, pathOf(name, spec), entry, read, block, spec.list);
  }

  /** `dynamic "actions" { for_each = …, content { … } }`: one item as it is written, and more that are not known. */
  #dynamic(entry: Property, fields: Fields, into: ObjectNode): void {
    if (entry.value?.kind !== 'object') return;
    for (const labelled of entry.value.properties) {
      const content = property(labelled.value, 'content')?.value;
      if (content?.kind !== 'object') continue;
      const spec = specOf(labelled.name, fields);
      const path = pathOf(labelled.name, spec);
      this.#put(into, path, labelled, this.body(content, spec.fields), true, spec.list);
      this.#put(
        into,
        path,
        labelled,
        { kind: 'dynamic', span: labelled.span, names: [], tag: 'dynamic' },
        true,
        true,
      );
    }
  }

  #attribute(value: TreeNode, depth = 0): TreeNode {
    if (depth > MAX_DEPTH) return value;
    if (value.kind === 'string') {
      const only = onlyGap(value);
      const read = only && this.#attribute(only, depth + 1);
      return read && (read !== only || (read.kind === 'dynamic' && read.tag === 'call')) ? read : value;
    }
    if (value.kind !== 'dynamic') return value;
    const [first] = value.inner?.kind === 'array' ? value.inner.items : [];
    if (value.tag === 'call' && value.names[0] === 'jsonencode' && first)
      return this.#attribute(first, depth + 1);
    const followed = this.#follow(value);
    return followed ? this.#attribute(followed, depth + 1) : value;
  }

  #put(
    into: ObjectNode,
    [step, ...inner]: readonly string[],
    written: Property,
    value: TreeNode | undefined,
    block: boolean,
    list: boolean | undefined,
  ): void {
    const name = step.replace('[]', '');
    const existing = property(into, name);
    if (inner.length > 0) {
      let holder = existing?.value?.kind === 'array' ? existing.value.items[0] : existing?.value;
      if (holder?.kind !== 'object') {
        holder = { kind: 'object', span: written.span, properties: [] };
        const added = hang(into, this.#key(name, written), written, holder);
        if (step !== name) listOf(added);
      }
      this.#put(holder, inner, written, value, block, list);
    } else if (!value) {
      if (!existing) hang(into, this.#key(name, written), written, undefined);
    } else if (existing?.value && block) {
      listOf(existing).items.push(value);
      value.parent = listOf(existing);
    } else {
      const added = hang(into, this.#key(name, written), written, value);
      if (list && value.kind !== 'array') listOf(added);
    }
  }

  /** The name is CloudFormation's, its place Terraform's. */
  #key(name: string, { key }: Property): StringNode {
    return new LazyString(name, key.span, () => {
      const runs = new RunBuilder();
      runs.escape(name, key.span.start);
      return runs.finish(this.#tree.source, key.span.end, () => undefined);
    });
  }

  #isBlock({ key, value }: Property): boolean {
    if (value?.kind !== 'object') return false;
    return !/[=:]/.test(this.#tree.source.text.slice(key.span.end, value.span.start));
  }
}

/** The expression in `"${file("flow.json")}"`, as Terraform wanted every one written before version 0.12. */
function onlyGap({ gaps = [], span, value }: StringNode): TreeNode | undefined {
  const [gap, ...others] = gaps;
  if (!gap || others.length > 0 || !value.startsWith('${') || !value.endsWith('}')) return undefined;
  // Quotes, the two signs before and the one behind, and spaces at most.
  return gap.span.start - span.start <= 4 && span.end - gap.span.end <= 3 ? gap : undefined;
}

function specOf(name: string, fields: Fields): FieldSpec {
  const spec = Object.hasOwn(fields, name) ? fields[name] : {};
  return typeof spec === 'string' ? { as: spec } : spec;
}

function pathOf(name: string, spec: FieldSpec): readonly string[] {
  return (spec.as ?? cloudFormationName(name)).split('.');
}

function hang(
  parent: ObjectNode,
  key: StringNode,
  { span }: Property,
  value: TreeNode | undefined,
): Property {
  const added = new MadeProperty(key, parent, span, value);
  key.parent = added;
  if (value) value.parent = added;
  parent.properties.push(added);
  return added;
}

/** The list under a property; a single value becomes its first item. */
function listOf(entry: Property): ArrayNode {
  const { value } = entry;
  if (value?.kind === 'array') return value;
  const list: ArrayNode = { kind: 'array', span: value?.span ?? entry.span, items: value ? [value] : [] };
  list.parent = entry;
  if (value) value.parent = list;
  entry.value = list;
  return list;
}
