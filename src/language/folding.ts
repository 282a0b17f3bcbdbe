import { walk } from '../syntax/navigate';
import type { Span, TreeNode } from '../syntax/tree';
import type { LanguageDocument } from './document';

/**
 * Everything with braces, brackets or indentation that can be folded away, outside in, and in templates texts of
 * several lines; `undefined` for files that are none of ours, which fold as the editor has it.
 */
export function folding({ located, text }: LanguageDocument): Span[] | undefined {
  const { tree, isDefinition, template, definitions } = located;
  if (!tree || !(isDefinition || template)) return undefined;
  const spans: Span[] = [];
  const add = (root: TreeNode | undefined): void =>
    walk(root, (node: TreeNode) => {
      // What a function is given, as `jsonencode` of Terraform, folds as well.
      if (node.kind === 'dynamic' && node.inner?.kind !== 'string') add(node.inner);
      const isBlock = node.kind === 'string' && text.slice(node.span.start, node.span.end).includes('\n');
      if (node.kind !== 'object' && node.kind !== 'array' && !isBlock) return;
      const { parent } = node;
      const start = parent?.kind === 'property' ? parent.key.span.start : node.span.start;
      // What an alias stands for is folded where it is written.
      if (start <= node.span.start) spans.push({ start, end: node.span.end });
    });
  add(tree.root);
  for (const { text: embedded } of definitions) if (embedded) add(embedded.root);
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
