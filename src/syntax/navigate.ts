import type { ArrayNode, ObjectNode, Property, Span, StringNode, Tree, TreeNode } from './tree';

/** The property named `key`; of several the last one, as JSON readers take it. */
export function property(node: TreeNode | undefined, key: string): Property | undefined {
  if (node?.kind !== 'object') return undefined;
  for (let index = node.properties.length - 1; index >= 0; index--) {
    if (node.properties[index].name === key) return node.properties[index];
  }
  return undefined;
}

/** The value under `key`, if the node is an object that has one. */
export function get(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return property(node, key)?.value;
}

/** The text under `key`, if it is a string. */
export function getString(node: TreeNode | undefined, key: string): StringNode | undefined {
  const value = get(node, key);
  return value?.kind === 'string' ? value : undefined;
}

/** The number under `key`, if it is written as one. */
export function getNumber(node: TreeNode | undefined, key: string): number | undefined {
  const value = get(node, key);
  return value?.kind === 'number' && typeof value.value === 'number' ? value.value : undefined;
}

/** The value under `key`, if it is an object. */
export function getObject(node: TreeNode | undefined, key: string): ObjectNode | undefined {
  const value = get(node, key);
  return value?.kind === 'object' ? value : undefined;
}

/** The items under `key`; none where it is not an array. */
export function getItems(node: TreeNode | undefined, key: string): readonly TreeNode[] {
  const value = get(node, key);
  return value?.kind === 'array' ? value.items : [];
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** What stands at an offset: the innermost value or key, keys first where both touch it. */
export function nodeAt({ root }: Tree, offset: number): TreeNode | undefined {
  return root && nodeIn(root, offset);
}

/** The same inside of a node. */
export function nodeIn(root: TreeNode, offset: number): TreeNode | undefined {
  if (!contains(root.span, offset)) return undefined;
  let node = root;
  for (;;) {
    let inner: TreeNode | undefined;
    if (node.kind === 'object') {
      const found: Property | undefined = node.properties.find(({ span }) => contains(span, offset));
      if (!found) return node;
      if (contains(found.key.span, offset)) return found.key;
      inner = found.value && contains(found.value.span, offset) ? found.value : undefined;
    } else if (node.kind === 'array') {
      inner = node.items.find(({ span }) => contains(span, offset));
    }
    if (!inner) return node;
    node = inner;
  }
}

/** True for a string that is the key of a property, not a value. */
export function isKey(node: TreeNode): boolean {
  return node.parent?.kind === 'property' && node.parent.key === node;
}

/** The object or array around a node. */
export function container(node: TreeNode): ObjectNode | ArrayNode | undefined {
  return node.parent?.kind === 'property' ? node.parent.parent : node.parent;
}

/** Steps from the root to a node: property names and array indexes. */
export function pathTo(node: TreeNode): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at: TreeNode | undefined = node; at?.parent; at = container(at)) {
    steps.push(at.parent.kind === 'property' ? at.parent.name : at.parent.items.indexOf(at));
  }
  return steps.reverse();
}

/** A node's place as AWS writes it: `/States/A/Choices[0]/Next`. */
export function awsPath(node: TreeNode): string {
  return pathTo(node)
    .map((step) => (typeof step === 'number' ? `[${step}]` : `/${step}`))
    .join('');
}

/** Calls `visit` for a node and everything in it, keys excluded, outside in. */
export function walk(node: TreeNode | undefined, visit: (node: TreeNode) => void): void {
  if (!node) return;
  visit(node);
  if (node.kind === 'object') for (const { value } of node.properties) walk(value, visit);
  else if (node.kind === 'array') for (const item of node.items) walk(item, visit);
}

/** The plain JSON value of a node; what is not known here becomes `null`. */
export function toValue(node: TreeNode | undefined): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.properties.map(({ name, value }) => [name, toValue(value)]));
    case 'array':
      return node.items.map(toValue);
    case 'string':
    case 'number':
    case 'boolean':
      return node.value;
    default:
      return null;
  }
}
