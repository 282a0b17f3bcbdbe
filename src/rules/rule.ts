import type { WorkspaceGraph } from '../model/workspace';
import type { TextEdit } from '../syntax/edit';
import type { Span } from '../syntax/tree';
import type { Subjects } from './subjects';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A change that mends a finding. */
export interface Fix {
  /** A verb and its object: `Change to "Save"`. */
  readonly title: string;
  /** Holes are edits that the host cannot take; a fix with one is not offered. */
  readonly edits: readonly (TextEdit | undefined)[];
  /** The one fix that is surely right; `lint --fix` and "fix all" apply only these. */
  readonly safe?: boolean;
}

/** One thing that a rule found in the user's file. */
export interface Finding {
  /** The smallest thing that is wrong. */
  readonly span: Span;
  /** One sentence about the user's file. */
  readonly message: string;
  /** Where the severity depends on what is known here; else the rule's own. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly span: Span; readonly message: string; readonly uri?: string }[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A text with the wrong places between « and », and what it becomes when the first fix of each is applied. */
export interface BadExample {
  readonly text: string;
  readonly fixed?: string;
}

/** What is known around the file in hand. */
export interface RuleContext {
  /** The file's path or URI, as the workspace graph has it. */
  readonly path: string;
  /** Absent where only one file is looked at: then nothing is concluded from what others say. */
  readonly workspace?: WorkspaceGraph;
}

/** What a rule is: its metadata, its documentation, its examples and its check. */
export interface Rule<S extends keyof Subjects = keyof Subjects> {
  /** `family/name`; stable, never used again for something else. */
  readonly id: string;
  readonly subject: S;
  readonly severity: Severity;
  /** Off until a workspace turns it on. */
  readonly off?: true;
  /** What holds in a file that keeps the rule. */
  readonly summary: string;
  /** Why it matters: what AWS does otherwise. Two sentences at most. */
  readonly why: string;
  /** Where AWS or the language's specification says so. */
  readonly reference: string;
  /** A study note behind the rule, `note` or `note#heading`. */
  readonly note?: string;
  /** JSON unless an example is visibly another format. */
  readonly bad: readonly BadExample[];
  readonly good: readonly string[];
  check(subject: Subjects[S], context: RuleContext): Iterable<Finding>;
  /** Other subjects in which the same mistake can be seen. */
  readonly sides?: readonly RuleSide[];
}

/** The same mistake seen from another subject: in the template of a function besides its code. */
export interface RuleSide<S extends keyof Subjects = keyof Subjects> {
  readonly subject: S;
  check(subject: Subjects[S], context: RuleContext): Iterable<Finding>;
}

/** Declares a side of a rule. */
export function side<S extends keyof Subjects>(subject: S, check: RuleSide<S>['check']): RuleSide {
  return { subject, check } as unknown as RuleSide;
}

/** Declares a rule; one file in this folder tree, default export. */
export function defineRule<S extends keyof Subjects>(rule: Rule<S>): Rule<S> {
  return rule;
}
