import type { Span } from '../../syntax/tree';

/** What can be wrong with a pattern; stable, for rules and tests. */
export type PatternProblemCode =
  | 'syntax'
  | 'not-an-object'
  | 'empty-object'
  | 'empty-array'
  | 'not-an-array'
  | 'nested-array'
  | 'unknown-operator'
  | 'empty-operator'
  | 'several-operators'
  | 'operand-type'
  | 'empty-operand'
  | 'nested-operator'
  | 'mixed-list'
  | 'numeric-form'
  | 'numeric-order'
  | 'number-not-comparable'
  | 'cidr'
  | 'wildcard-repeated'
  | 'wildcard-escape'
  | 'wildcard-complexity'
  | 'or-form'
  | 'or-reserved-name'
  | 'or-combinations'
  | 'overridden-field'
  | 'operator-of-other-dialect'
  | 'too-long'
  | 'too-many-keys'
  | 'too-many-values'
  | 'nested-fields';

export interface EventPatternProblem {
  readonly code: PatternProblemCode;
  /** `error` where AWS refuses the pattern, `warning` where nobody has seen AWS's answer or it is legal but wrong. */
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  /** One sentence about the pattern. */
  readonly message: string;
  /** AWS's own words, where they are known. */
  readonly awsMessage?: string;
}
