import type { StateMachine } from '../model/stateMachine';
import type { WorkspaceGraph } from '../model/workspace';
import type { TextEdit } from '../syntax/edit';
import type { Span } from '../syntax/tree';
import type { KindOfPart, PartsOfMachine, Subjects } from './subjects';

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
  /** Other files of the workspace without which nothing would be found, by path. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** What is known around the file in hand. */
export interface RuleContext {
  /** The file's path or URI, as the workspace graph has it. */
  readonly path: string;
  /** Absent where only one file is looked at: then nothing is concluded from what others say. */
  readonly workspace?: WorkspaceGraph;
}

/** What is known around a part of a definition. */
export interface MachineContext extends RuleContext {
  readonly machine: StateMachine;
}

/** What is known around a subject. */
type ContextOf<S extends keyof Subjects> = S extends keyof PartsOfMachine ? MachineContext : RuleContext;

/** What a rule is: its metadata, its documentation, its examples and its check. */
export interface Rule<S extends keyof Subjects = keyof Subjects> extends RuleSide<S> {
  /** `family/name`; stable, never used again for something else. */
  readonly id: string;
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
  /** Other subjects in which the same mistake can be seen. */
  readonly sides?: readonly RuleSide[];
}

/** What a rule looks at, and how; further sides see the same mistake elsewhere: in the template of a function besides its code. */
export interface RuleSide<S extends keyof Subjects = keyof Subjects> {
  readonly subject: S;
  /**
   * Which kinds of the part concern the rule. Asked once a kind, such as a layout that thousands of states
   * share, so that the others cost nothing; what it has decided, `check` need not look at again.
   */
  readonly only?: S extends keyof KindOfPart ? (kind: KindOfPart[S]) => boolean : never;
  /**
   * A rule about a part of a machine, which is called thousands of times, first decides by itself whether
   * there is anything to say, and makes a generator only then.
   */
  check(subject: Subjects[S], context: ContextOf<S>): Iterable<Finding> | undefined;
}

/** Declares a side of a rule. */
export function side<S extends keyof Subjects>(
  subject: S,
  check: RuleSide<S>['check'],
  only?: RuleSide<S>['only'],
): RuleSide {
  return { subject, check, only } as unknown as RuleSide;
}

/** Declares a rule; one file in this folder tree, default export. */
export function defineRule<S extends keyof Subjects>(rule: Rule<S>): Rule<S> {
  return rule;
}
