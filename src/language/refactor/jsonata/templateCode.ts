import type { TreeNode } from '../../../syntax/tree';
import type { Changes } from '../changes';
import { expression, literal, literalText, objectCode, quoted, Unsure, type Code } from './code';
import { pathOrIntrinsicCode } from './intrinsicCode';
import type { Roots } from './pathCode';

/** A payload template as one expression. */
export function templateCode(node: TreeNode, roots: Roots): Code {
  switch (node.kind) {
    case 'object':
      return {
        text: objectCode(
          node.properties.map((property): [string, string] => {
            const { name, value, merged } = property;
            if (merged || !value) throw new Unsure(`"${name}" has a value that stands elsewhere`);
            if (!isComputed(name)) return [name, templateCode(value, roots).text];
            return [name.slice(0, -2), computed(value, roots).text];
          }),
        ),
        shape: 'object',
      };
    case 'array':
      return {
        text: `[${node.items.map((item) => templateCode(item, roots).text).join(', ')}]`,
        shape: 'array',
      };
    default:
      return literalCode(node);
  }
}

/** A JSON value as one expression. */
export function literalCode(node: TreeNode): Code {
  switch (node.kind) {
    case 'object':
      return {
        text: objectCode(
          node.properties.map(({ name, value, merged }): [string, string] => {
            if (merged || !value) throw new Unsure(`"${name}" has a value that stands elsewhere`);
            return [name, literalCode(value).text];
          }),
        ),
        shape: 'object',
      };
    case 'array':
      return { text: `[${node.items.map((item) => literalCode(item).text).join(', ')}]`, shape: 'array' };
    case 'string':
      if (node.dynamic) throw new Unsure(`"${node.value}" is filled in from outside`);
      return { text: quoted(node.value), shape: 'string' };
    case 'dynamic':
      throw new Unsure('a value is filled in from outside');
    default:
      return { text: literal(node.value), shape: node.kind === 'number' ? 'number' : 'boolean' };
  }
}

/** Turns a payload template into one of JSONata in its place, so that its layout and comments stay. */
export function changeTemplate(node: TreeNode, roots: Roots, changes: Changes): void {
  if (node.kind === 'object') {
    for (const property of node.properties) {
      const { name, value, merged } = property;
      if (merged) throw new Unsure(`"${name}" stands elsewhere, where others may read it too`);
      if (!value) continue;
      if (isComputed(name)) changes.put(property, name.slice(0, -2), expression(computed(value, roots)));
      else changeTemplate(value, roots, changes);
    }
  } else if (node.kind === 'array') {
    for (const item of node.items) changeTemplate(item, roots, changes);
  } else changeLiteral(node, changes);
}

/** Keeps texts literal that JSONata would evaluate. */
export function changeLiteral(node: TreeNode, changes: Changes): void {
  if (node.kind === 'object') {
    for (const { value } of node.properties) if (value) changeLiteral(value, changes);
  } else if (node.kind === 'array') {
    for (const item of node.items) changeLiteral(item, changes);
  } else if (node.kind === 'string') {
    const text = literalText(node.value);
    if (text !== node.value) changes.value(node, text);
  }
}

/** True for a key whose value is a path or an intrinsic function. */
export function isComputed(key: string): boolean {
  return key.endsWith('.$') && key.length > 2;
}

function computed(value: TreeNode, roots: Roots): Code {
  if (value.kind !== 'string') throw new Unsure('a key that ends in ".$" holds no text');
  if (value.dynamic) throw new Unsure(`"${value.value}" is filled in from outside`);
  return pathOrIntrinsicCode(value.value, roots);
}
