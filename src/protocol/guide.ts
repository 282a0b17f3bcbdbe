/** What the guide's panel and the editor say to each other; plain JSON, version 1. */

export const TABS = ['decide', 'compare', 'cost', 'notes', 'quiz'] as const;
export type Tab = (typeof TABS)[number];

/** A place in the guide: a tab, and in it a note's heading, a node of the tree, a question. */
export interface Place {
  readonly tab: Tab;
  /** `note#heading`; a question, verdict or service of the tree; services with commas between; a quiz question. */
  readonly anchor?: string;
  /** What is known of a workload, by the names of the recommendation's answers: of several ways through the tree to `anchor` the nearest is shown. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What is kept across sessions: the panel's own JSON, which the editor does not look into. */
export interface Kept {
  /** Where the reader was, what was answered, which load was looked at. */
  readonly view?: unknown;
  readonly quiz?: QuizProgress;
}

/** How far the reader is with each question of the quiz. */
export interface QuizProgress {
  /** By question id: how far it moved up, and the day (ISO date) on which it is asked again. */
  readonly cards: Readonly<Record<string, { readonly box: number; readonly due: string }>>;
  /** Days in a row on which something was answered, and the last of them. */
  readonly streak: number;
  readonly lastDay?: string;
}

/** What the page of the panel begins with, as JSON in the attribute `start` of its root element. */
export interface Start {
  readonly place?: Place;
  readonly kept: Kept;
}

/** Panel → editor. */
export type FromPanel =
  /** The panel listens, and wants to know what has changed since its page was made. */
  | { readonly type: 'ready' }
  /** Put a text at the cursor of the last text editor, or in a new file of that language. */
  | { readonly type: 'insert'; readonly text: string; readonly language: string }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'openRule'; readonly rule: string }
  /** Create the files of a service's worked example, where the editor asks, or insert them at the cursor. */
  | { readonly type: 'scaffold'; readonly id: string; readonly how: 'files' | 'insert' }
  | { readonly type: 'keep'; readonly key: keyof Kept; readonly value: unknown };

/** Editor → panel. */
export type ToPanel =
  /** What the workspace shows of the workload, which may take a moment longer. */
  | { readonly type: 'workload'; readonly workload: Workload }
  | { readonly type: 'show'; readonly place: Place }
  /** What is kept now: after `ready`, and after every change of it. */
  | { readonly type: 'kept'; readonly kept: Kept }
  /** For notices that a screen reader says and the panel shows for a moment. */
  | { readonly type: 'notice'; readonly text: string };

/** Facts of a workload by the names of the recommendation's answers. */
export interface Workload {
  /** What they were read from, for example a file name. */
  readonly from: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

export const OPEN_GUIDE_COMMAND = 'orchestrationLens.openGuide';
