import { walk } from '../syntax/navigate';
import type { Span, TreeNode } from '../syntax/tree';
import type { LanguageDocument } from './document';

/** Everything with braces, brackets or indentation that can be folded away, outside in. */
export function folding({ located }: LanguageDocument): Span[] {
  if (!located.isDefinition) return [];
  const spans: Span[] = [];
  walk(located.tree?.root, (node: TreeNode) => {
    if (node.kind !== 'object' && node.kind !== 'array') return;
    const { parent } = node;
    const start = parent?.kind === 'property' ? parent.key.span.start : node.span.start;
    // What an alias stands for is folded where it is written.
    if (start <= node.span.start) spans.push({ start, end: node.span.end });
  });
  return spans;
}
