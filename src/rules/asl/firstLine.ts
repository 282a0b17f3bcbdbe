import type { Span, Tree, TreeNode } from '../../syntax/tree';

/** A value from its start to the end of its first line: where to show what a nameless object lacks. */
export function firstLine({ source }: Tree, { span }: TreeNode): Span {
  const start = source.fromHost(span.start);
  const lineEnd = source.text.indexOf('\n', start);
  if (lineEnd < 0 || lineEnd >= source.fromHost(span.end)) return span;
  const end = start + source.text.slice(start, lineEnd).trimEnd().length;
  return { start: span.start, end: source.toHost(end) };
}
