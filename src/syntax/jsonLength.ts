import type { TreeNode } from './tree';

/** How many characters a value has as `JSON.stringify` writes it: without blanks, and null where it is not known here. */
export function jsonLength(node: TreeNode | undefined): number {
  switch (node?.kind) {
    case 'object': {
      const { properties } = node;
      let length = 2 + Math.max(0, properties.length - 1);
      for (const { name, value } of properties) length += textLength(name) + 1 + jsonLength(value);
      return length;
    }
    case 'array': {
      let length = 2 + Math.max(0, node.items.length - 1);
      for (const item of node.items) length += jsonLength(item);
      return length;
    }
    case 'string':
      return textLength(node.value);
    case 'number':
    case 'boolean':
      return String(node.value).length;
    default:
      return 'null'.length;
  }
}

function textLength(text: string): number {
  return ESCAPED.test(text) ? JSON.stringify(text).length : text.length + 2;
}

/** What JSON may write with more than one character; half a pair of surrogates is. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
