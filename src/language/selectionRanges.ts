import { container, isKey, nodeAt } from '../syntax/navigate';
import type { Span, TreeNode } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { spanOfProperty } from './spans';

/** What an expanding selection takes in, inside out: word, value, field, state, level. */
export function selectionRanges({ located }: LanguageDocument, offset: number): Span[] {
  const tree =
    located.stateMachines.find(({ root }) => root.span.start <= offset && offset <= root.span.end)?.tree ??
    located.tree;
  const spans: Span[] = [];
  const add = (span: Span): void => {
    const last = spans[spans.length - 1];
    const wider =
      !last ||
      (span.start <= last.start && span.end >= last.end && span.end - span.start > last.end - last.start);
    if (wider) spans.push(span);
  };
  for (let node: TreeNode | undefined = tree && nodeAt(tree, offset); node; node = container(node)) {
    if (node.kind === 'string' && node.span.start < offset && offset < node.span.end) {
      add({ start: node.mapped.toHost(0), end: node.mapped.toHost(node.mapped.text.length) });
    }
    add(node.span);
    if (node.parent?.kind === 'property' && (isKey(node) || node.parent.value === node))
      add(spanOfProperty(node.parent));
  }
  return spans;
}
