import type { Span, Tree } from '../../syntax/tree';

/** From a place of the tree's text to the cursor, which may stand in a block's indentation before it. */
export function typedSpan({ source }: Tree, from: number, offset: number): Span {
  const start = source.toHost(from);
  return { start, end: Math.max(start, offset) };
}
