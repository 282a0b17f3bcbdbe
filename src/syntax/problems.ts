import type { SyntaxProblem } from './tree';

/** Several complaints about one place are one mistake; the first one names it. In document order. */
export function onePerPlace(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start);
  let reached = -1;
  return sorted.filter(({ span }) => {
    if (span.start < reached) return false;
    reached = Math.max(span.end, span.start + 1);
    return true;
  });
}
