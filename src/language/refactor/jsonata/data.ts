import type { PathSegment } from '../../../expressions/jsonPath';
import { get } from '../../../syntax/navigate';
import type { TreeNode } from '../../../syntax/tree';
import { objectCode, Unsure, type Code } from './code';
import { isComputed, literalCode, templateCode } from './templateCode';
import { pathOrIntrinsicCode } from './intrinsicCode';
import { follow, type Roots } from './pathCode';

/** What a state has in hand at one stage of its data flow. */
export type Data =
  | { readonly kind: 'code'; readonly code: Code }
  /** A payload template, with what its paths start at. */
  | { readonly kind: 'template'; readonly node: TreeNode; readonly roots: Roots }
  | { readonly kind: 'literal'; readonly node: TreeNode }
  /** A value that "ResultPath" has put into another one. */
  | { readonly kind: 'merged'; readonly onto: Code; readonly path: readonly string[]; readonly value: Data };

/** One expression for the data. */
export function dataCode(data: Data, roots: Roots): Code {
  switch (data.kind) {
    case 'code':
      return data.code;
    case 'template':
      if (hasComputed(data.node)) {
        roots.names.remarks.add(
          'A member of a computed object is left out where its path leads nowhere; JSONPath failed there.',
        );
      }
      return templateCode(data.node, data.roots);
    case 'literal':
      return literalCode(data.node);
    default:
      return mergedCode(data.onto, data.path, dataCode(data.value, roots), roots);
  }
}

function mergedCode(onto: Code, [name, ...rest]: readonly string[], value: Code, roots: Roots): Code {
  const inner =
    rest.length === 0
      ? value
      : mergedCode(follow(onto, [nameSegment(name)], '', roots, name), rest, value, roots);
  const text = `${roots.names.call('merge')}([${onto.text}, ${objectCode([[name, inner.text]])}])`;
  return { text, shape: 'object' };
}

/** The part of the data that a path leads to. */
export function select(data: Data, segments: readonly PathSegment[], text: string, roots: Roots): Data {
  const [first, ...rest] = segments;
  if (!first) return data;
  if (data.kind === 'code') {
    if (data.code.text === '{}') throw new Unsure(`"${text}" leads into an empty object`);
    return { kind: 'code', code: follow(data.code, segments, text, roots, text) };
  }
  if (first.kind !== 'name') {
    return { kind: 'code', code: follow(dataCode(data, roots), segments, text, roots, text) };
  }
  if (data.kind === 'merged') return selectMerged(data, first.name, rest, text, roots, segments);
  const value = get(data.node, first.name);
  if (value) return select({ ...data, node: value }, rest, text, roots);
  const computed = data.kind === 'template' ? get(data.node, `${first.name}.$`) : undefined;
  if (data.kind !== 'template' || computed?.kind !== 'string' || computed.dynamic)
    throw new Unsure(`"${text}" leads to nothing that is written here`);
  const code = pathOrIntrinsicCode(computed.value, data.roots);
  return select({ kind: 'code', code }, rest, text, roots);
}

function selectMerged(
  { onto, path, value }: Data & { kind: 'merged' },
  name: string,
  rest: readonly PathSegment[],
  text: string,
  roots: Roots,
  segments: readonly PathSegment[],
): Data {
  if (path[0] !== name) return { kind: 'code', code: follow(onto, segments, text, roots, text) };
  if (path.length === 1) return select(value, rest, text, roots);
  const inner = follow(onto, [nameSegment(name)], text, roots, name);
  return select({ kind: 'merged', onto: inner, path: path.slice(1), value }, rest, text, roots);
}

function nameSegment(name: string): PathSegment {
  return { kind: 'name', name, quoted: false, start: 0, end: 0, nameStart: 0, nameEnd: 0 };
}

function hasComputed(node: TreeNode): boolean {
  if (node.kind === 'array') return node.items.some(hasComputed);
  if (node.kind !== 'object') return false;
  return node.properties.some(({ name, value }) => isComputed(name) || (value && hasComputed(value)));
}
