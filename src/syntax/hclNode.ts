import type { Tree, TreeCursor } from 'web-tree-sitter';

/** A named node of the grammar, copied out of its memory. */
export interface HclNode {
  /** As the grammar calls it; `ERROR` where it lost its way. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly HclNode[];
  /** True where the grammar only supposes what ought to be there. */
  readonly missing: boolean;
}

/** All named nodes of a parsed text. */
export function hclNodes(tree: Tree): HclNode {
  const cursor = tree.walk();
  try {
    return copy(cursor);
  } finally {
    cursor.delete();
  }
}

function copy(cursor: TreeCursor): HclNode {
  const { nodeType: type, startIndex: start, endIndex: end } = cursor;
  const children: HclNode[] = [];
  if (cursor.gotoFirstChild()) {
    do if (cursor.nodeIsNamed) children.push(copy(cursor));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { type, start, end, children, missing: start === end && cursor.nodeIsMissing };
}

/** The children that mean something. */
export function partsOf({ children }: HclNode): readonly HclNode[] {
  return children.some(({ type }) => type === 'comment')
    ? children.filter(({ type }) => type !== 'comment')
    : children;
}

/** Calls `visit` for a node and everything in it, outside in. */
export function visitHcl(node: HclNode, visit: (node: HclNode) => void): void {
  visit(node);
  for (const child of node.children) visitHcl(child, visit);
}
