import type {
  ExplainedField,
  ExplainedGroup,
  ExplainedOr,
  FieldOutcome,
} from '../../model/eventPattern/explain';
import type { Span } from '../../syntax/tree';

/** A line of an explanation: a field of the pattern, `$or`, or one of its branches. */
export interface MatchRow {
  readonly kind: 'field' | 'or' | 'branch';
  /** How many branches it stands in. */
  readonly depth: number;
  /** The field's path, or which branch it is. */
  readonly label: string;
  readonly outcome: FieldOutcome;
  /** What a field may be, in words. */
  readonly expected: string;
  /** The event's values as JSON; empty where it has none. */
  readonly found: string;
  /** What was perhaps meant. */
  readonly hint?: string;
  /** The list of values, or the branch. */
  readonly span: Span;
}

/** An explanation line by line; what is filled in elsewhere counts as matched. */
export function rowsOf(group: ExplainedGroup, depth = 0): MatchRow[] {
  return group.members.flatMap((member) =>
    member.kind === 'field' ? [fieldRow(member, depth)] : orRows(member, depth),
  );
}

function fieldRow({ path, outcome, expected, found, hint, span }: ExplainedField, depth: number): MatchRow {
  const row = {
    kind: 'field',
    depth,
    label: path,
    outcome,
    expected,
    found: found.join(', '),
    span,
  } as const;
  return hint === undefined ? row : { ...row, hint };
}

function orRows({ branches, span }: ExplainedOr, depth: number): MatchRow[] {
  const outcome = (matched: boolean): FieldOutcome => (matched ? 'matched' : 'differs');
  const common = { expected: '', found: '' };
  return [
    { ...common, kind: 'or', depth, label: '$or', outcome: outcome(branches.some(mayMatch)), span },
    ...branches.flatMap((branch, index): MatchRow[] => [
      {
        ...common,
        kind: 'branch',
        depth: depth + 1,
        label: `branch ${index + 1} of ${branches.length}`,
        outcome: outcome(mayMatch(branch)),
        span: branch.span,
      },
      ...rowsOf(branch, depth + 2),
    ]),
  ];
}

function mayMatch({ members }: ExplainedGroup): boolean {
  return members.every((member) =>
    member.kind === 'or'
      ? member.branches.some(mayMatch)
      : member.matched || member.outcome === 'overridden' || member.outcome === 'unknown',
  );
}
