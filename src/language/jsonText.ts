import { fieldsOf } from '../catalog/fields';
import type { Owner } from '../catalog/fieldTypes';
import { distinctMembers } from './distinctMembers';
import type { StringNode, Tree, TreeNode } from '../syntax/tree';

const INDENT = '  ';
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A tree of YAML as JSON, in the same order; a number is written as it was where JSON has that form. */
export function jsonText({ root, source }: Tree): string {
  return `${root?.kind === 'object' || root?.kind === 'array' ? written(root, source.text, '\n') : '{}'}\n`;
}

function written(node: TreeNode, text: string, lineBreak: string): string {
  const inner = lineBreak + INDENT;
  switch (node.kind) {
    case 'object': {
      const members = distinctMembers(node.properties).map(
        ({ name, value }) => `${JSON.stringify(name)}: ${value ? member(name, value, text, inner) : 'null'}`,
      );
      return members.length > 0 ? `{${inner}${members.join(`,${inner}`)}${lineBreak}}` : '{}';
    }
    case 'array': {
      const items = node.items.map((item) => written(item, text, inner));
      return items.length > 0 ? `[${inner}${items.join(`,${inner}`)}${lineBreak}]` : '[]';
    }
    case 'string':
      return JSON.stringify(node.value);
    case 'dynamic':
      return node.inner
        ? written(node.inner, text, lineBreak)
        : JSON.stringify(text.slice(node.span.start, node.span.end));
    case 'number':
      return NUMBER.test(node.raw) ? node.raw : JSON.stringify(node.value);
    default:
      return JSON.stringify(node.value);
  }
}

function member(name: string, value: TreeNode, text: string, lineBreak: string): string {
  if (value.kind === 'string' && isGap(value, text) && isNoText(name)) return value.value;
  return written(value, text, lineBreak);
}

/** True for a `${Placeholder}` without quotes, which becomes whatever is filled in. */
function isGap({ value, dynamic, span }: StringNode, text: string): boolean {
  return dynamic === true && /^\$\{[^{}]*\}$/.test(value) && text[span.start] === '$';
}

const OWNERS: readonly Owner[] = ['machine', 'Task', 'Wait', 'Map', 'retrier'];

/** True for a field of numbers or of true and false, which takes no quotes. */
function isNoText(name: string): boolean {
  return OWNERS.some((owner) => {
    const kind = fieldsOf(owner).get(name)?.shape.kind;
    return kind === 'number' || kind === 'integer' || kind === 'boolean';
  });
}
