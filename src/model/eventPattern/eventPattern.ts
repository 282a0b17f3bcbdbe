import type { Span, StringNode, TreeNode } from '../../syntax/tree';
import type { EventPatternProblem } from './problem';
import type { ValueTest } from './valueTest';

/** A field with the values that it may have: `"detail": { "state": ["FAILED"] }` is `detail.state`. */
export interface PatternField {
  readonly kind: 'field';
  /** The names from the root on; a name may hold dots, which mean the same as nesting. */
  readonly steps: readonly string[];
  /** The names joined by dots: fields with one path are one field. */
  readonly path: string;
  readonly key: StringNode;
  /** The list of values. */
  readonly span: Span;
  readonly tests: readonly ValueTest[];
}

/** `"$or"`: one of the branches has to match. */
export interface PatternOr {
  readonly kind: 'or';
  readonly span: Span;
  readonly branches: readonly PatternGroup[];
}

/** All members have to match. Nested objects are dissolved: their fields are members of the group around. */
export interface PatternGroup {
  readonly kind: 'group';
  readonly span: Span;
  /** In document order. */
  readonly members: readonly (PatternField | PatternOr)[];
}

/** One way to match: every field has to, the last of those with one path; sorted by path. */
export type Alternative = readonly PatternField[];

export interface EventPattern {
  readonly node?: TreeNode;
  readonly root?: PatternGroup;
  readonly alternatives: readonly Alternative[];
  readonly problems: readonly EventPatternProblem[];
  /** True where no problem is an error: the pattern can be deployed, and matched. */
  readonly isValid: boolean;
}
