import type { Span, Tree, TreeNode } from './tree';

/**
 * Where to say something about a whole value without marking all of it: the key that it stands under,
 * else its first line.
 */
export function headingOf({ source }: Tree, node: TreeNode): Span {
  if (node.parent?.kind === 'property') return node.parent.key.span;
  const start = source.fromHost(node.span.start);
  const end = source.fromHost(node.span.end);
  const lineEnd = source.text.indexOf('\n', start);
  if (lineEnd < 0 || lineEnd >= end) return node.span;
  const line = source.text.slice(start, lineEnd).trimEnd();
  return { start: node.span.start, end: source.toHost(start + line.length) };
}
