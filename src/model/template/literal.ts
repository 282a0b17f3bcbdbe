import { get } from '../../syntax/navigate';
import type { DynamicNode, TreeNode } from '../../syntax/tree';
import { NO_VALUE } from './intrinsics';
import { combine, PossibleTexts } from './possibleTexts';
import { subGapsOf } from './subText';

/** What a gap `${name}` of any text stands for, where the file says it. */
export type FillGap = (name: string) => TreeNode | undefined;

/** The values that a node can have: the branches of `Fn::If`, without those that leave the value out. */
export function alternativesOf(node: TreeNode | undefined): TreeNode[] {
  if (!node) return [];
  if (node.kind === 'dynamic' && node.tag === 'Ref' && node.names[0] === NO_VALUE) return [];
  if (node.kind !== 'dynamic' || node.tag !== 'If' || node.inner?.kind !== 'array') return [node];
  return node.inner.items.slice(1, 3).flatMap(alternativesOf);
}

/** What CloudFormation's functions give for a text, with a gap for each part that is not known. */
export class Literals {
  readonly #mappings: TreeNode | undefined;
  readonly #fillGap: FillGap | undefined;
  readonly #texts = new PossibleTexts();

  constructor(mappings: TreeNode | undefined, fillGap?: FillGap) {
    this.#mappings = mappings;
    this.#fillGap = fillGap;
  }

  of(node: TreeNode | undefined): readonly string[] {
    if (!node) return [];
    return this.#texts.of(node, () => alternativesOf(node).flatMap((value) => this.#value(value)));
  }

  #value(node: TreeNode): string[] {
    switch (node.kind) {
      case 'string':
        return this.#text(node.tag === 'Sub' ? unescape(node.value) : node.value);
      case 'number':
      case 'boolean':
        return [node.raw];
      case 'dynamic':
        return this.#function(node);
      default:
        return [];
    }
  }

  #text(text: string): string[] {
    if (!this.#fillGap || !text.includes('${')) return [text];
    let results = [''];
    let from = 0;
    for (const { 0: written, 1: name, index } of text.matchAll(/\$\{([^{}]*)\}/g)) {
      const known = this.of(this.#fillGap(name));
      const before = text.slice(from, index);
      results = combine(
        results,
        (known.length > 0 ? known : [written]).map((piece) => before + piece),
      );
      from = index + written.length;
    }
    return combine(results, [text.slice(from)]);
  }

  /** The gap is a value too: text around it may be known. */
  #piece(node: TreeNode): readonly string[] {
    const values = this.of(node);
    if (values.length > 0) return values;
    return node.kind === 'dynamic' ? [`\${${node.names[0] ?? node.tag ?? ''}}`] : [''];
  }

  #function(node: DynamicNode): string[] {
    const { inner } = node;
    switch (node.tag) {
      case 'Sub':
        return inner?.kind === 'array' ? this.#sub(inner.items) : [];
      case 'Join':
        return inner?.kind === 'array' ? this.#join(inner.items) : [];
      case 'FindInMap':
        return inner?.kind === 'array' ? this.#findInMap(inner.items) : [];
      default:
        return [];
    }
  }

  #sub([text, values]: readonly TreeNode[]): string[] {
    if (text?.kind !== 'string') return [];
    const gaps = subGapsOf(text);
    let results = [''];
    let from = 0;
    for (const { name, start, end } of gaps) {
      const value = get(values, name);
      const pieces = value ? this.#piece(value) : [`\${${name}}`];
      const before = unescape(text.value.slice(from, start));
      results = combine(
        results,
        pieces.map((piece) => before + piece),
      );
      from = end;
    }
    return combine(results, [unescape(text.value.slice(from))]);
  }

  #join([separator, list]: readonly TreeNode[]): string[] {
    if (separator?.kind !== 'string' || list?.kind !== 'array') return [];
    let results = [''];
    list.items.forEach((item, index) => {
      const before = index === 0 ? '' : separator.value;
      results = combine(
        results,
        this.#piece(item).map((piece) => before + piece),
      );
    });
    return results;
  }

  #findInMap([map, top, second]: readonly TreeNode[]): string[] {
    const entries = map?.kind === 'string' ? get(this.#mappings, map.value) : undefined;
    return children(entries, top).flatMap((entry) =>
      children(entry, second).flatMap((value) => this.of(value)),
    );
  }
}

/** The value under a key; under every key where the key is not known. */
function children(object: TreeNode | undefined, key: TreeNode | undefined): TreeNode[] {
  if (object?.kind !== 'object' || !key) return [];
  const found =
    key.kind === 'string'
      ? object.properties.filter((property) => property.name === key.value)
      : object.properties;
  return found.flatMap(({ value }) => value ?? []);
}

function unescape(text: string): string {
  return text.replaceAll('${!', '${');
}
