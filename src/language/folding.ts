import { lineStart } from '../syntax/lines';
import { walk } from '../syntax/navigate';
import type { Span, TreeNode } from '../syntax/tree';
import type { LanguageDocument } from './document';

/**
 * Everything with braces, brackets or indentation that can be folded away, outside in, and texts of several lines;
 * `undefined` for files that are none of ours, which fold as the editor has it. The line of a closing bracket is
 * left out, so that it stays to be seen, with what else begins there.
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
      const closes = !isBlock && '}]'.includes(text[node.span.end - 1]);
      // A file without brackets would fold from its first member's line on, in place of that member.
      if (node === tree.root && !closes) return;
      const end = closes ? lineStart(text, node.span.end) - 1 : node.span.end;
      // What an alias stands for is folded where it is written.
      if (start <= node.span.start && end > start) spans.push({ start, end });
    });
  add(tree.root);
  for (const { text: embedded } of definitions) if (embedded) add(embedded.root);
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
