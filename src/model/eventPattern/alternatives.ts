import type { Alternative, PatternField, PatternGroup } from './eventPattern';
import type { Report } from './operand';

/** More ways to match than any pattern of AWS's size can mean; such a pattern is not matched here. */
const MOST_ALTERNATIVES = 10_000;

/**
 * All ways to match a pattern. As in AWS's matcher a field that is met again, also inside and
 * outside of `$or`, replaces what was said of it earlier in the document.
 */
export function alternativesOf(root: PatternGroup, report: Report): Alternative[] {
  if (countAlternatives(root) > MOST_ALTERNATIVES) {
    const message = `The "$or" lists multiply to ${countAlternatives(root).toLocaleString('en-US')} ways to match, more than AWS reads.`;
    report({ code: 'or-combinations', severity: 'error', span: root.span, message });
    return [];
  }
  const overridden = new Set<PatternField>();
  const ways = expand([new Map()], root, overridden);
  for (const { path, key } of overridden) {
    report({
      code: 'overridden-field',
      severity: 'warning',
      span: key.span,
      message: `The values of "${path}" are given again further down, and AWS only looks at the last ones.`,
    });
  }
  return ways.map((way) => [...way.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** How many ways to match the `$or` lists multiply to. */
export function countAlternatives({ members }: PatternGroup): number {
  let count = 1;
  for (const member of members) {
    if (member.kind !== 'or') continue;
    count *= Math.max(
      1,
      member.branches.reduce((sum, branch) => sum + countAlternatives(branch), 0),
    );
  }
  return count;
}

type Way = ReadonlyMap<string, PatternField>;

function expand(ways: Way[], { members }: PatternGroup, overridden: Set<PatternField>): Way[] {
  for (const member of members) {
    if (member.kind === 'or') {
      if (member.branches.length > 0) {
        const before = ways;
        ways = member.branches.flatMap((branch) => expand(before, branch, overridden));
      }
    } else {
      ways = ways.map((way) => {
        const earlier = way.get(member.path);
        if (earlier) overridden.add(earlier);
        return new Map(way).set(member.path, member);
      });
    }
  }
  return ways;
}
