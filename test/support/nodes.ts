import type { Tree, TreeNode } from '../../src/syntax/tree';

/** Every node of a tree in document order, keys included. */
export function nodesOf({ root }: Pick<Tree, 'root'>): TreeNode[] {
  const nodes: TreeNode[] = [];
  const visit = (node: TreeNode | undefined): void => {
    if (!node) return;
    nodes.push(node);
    if (node.kind === 'array') node.items.forEach(visit);
    if (node.kind !== 'object') return;
    for (const { key, value } of node.properties) {
      nodes.push(key);
      visit(value);
    }
  };
  visit(root);
  return nodes;
}
