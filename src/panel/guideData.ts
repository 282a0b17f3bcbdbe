import type { Answers } from '../advisor/decide/answers';
import type { Fact } from '../advisor/decide/facts';
import type { Recommendation, Starter } from '../advisor/decide/verdict';

/** What decisions, comparisons and costs need; it comes with the panel's script. */
export interface Core {
  readonly date: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly tree: Tree;
  readonly compare: Comparison;
}

/** The whole compiled guide, `media/guide.json`; it is loaded while the reader looks at the first page. */
export interface Guide extends Core {
  readonly notes: readonly Note[];
  readonly glossary: readonly Term[];
  readonly quiz: readonly QuizQuestion[];
}

export interface Service {
  readonly name: string;
  readonly role: 'coordinator' | 'step';
  readonly summary: string;
  /** `note#heading` */
  readonly note: string;
  readonly goodFor?: readonly string[];
  readonly badFor?: readonly string[];
  readonly facts: Readonly<Record<string, Fact>>;
}

export interface Tree {
  readonly root: string;
  readonly nodes: readonly TreeQuestion[];
  readonly verdicts: readonly TreeVerdict[];
}

export interface TreeQuestion {
  readonly id: string;
  readonly question: string;
  /** The question in a word or three, for the diagram. */
  readonly short?: string;
  readonly why: string;
  readonly note: string;
  readonly answers: readonly TreeAnswer[];
}

/** Leads to another question or to a verdict. */
export interface TreeAnswer {
  readonly label: string;
  readonly states: Answers;
  readonly next?: string;
  readonly verdict?: string;
}

export interface TreeVerdict {
  readonly id: string;
  readonly recommendation: Recommendation;
  readonly starter?: Starter;
  /** Services that do the work as steps. */
  readonly with?: readonly string[];
  readonly text: string;
  readonly note: string;
}

export interface Comparison {
  readonly columns: readonly string[];
  readonly rows: readonly ComparisonRow[];
  /** What matters, by id. */
  readonly matters: Readonly<Record<string, string>>;
}

export interface ComparisonRow {
  readonly id: string;
  readonly label: string;
  readonly matters: readonly string[];
  readonly cells: Readonly<Record<string, ComparisonCell>>;
}

export interface ComparisonCell {
  readonly text: string;
  /** `service/fact` */
  readonly fact?: string;
  readonly best?: boolean;
}

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly summary: string;
  readonly objectives?: readonly string[];
  readonly rules?: readonly string[];
  readonly sections: readonly NoteSection[];
}

export interface NoteSection {
  /** Empty for what stands before the first heading. */
  readonly anchor: string;
  readonly title: string;
  readonly blocks: readonly NoteBlock[];
  /** Without markup, for searching. */
  readonly text: string;
}

export type NoteBlock =
  | { readonly kind: 'html'; readonly html: string }
  | {
      readonly kind: 'callout';
      readonly tone: 'trap' | 'outdated' | 'unverified';
      readonly title: string;
      readonly html: string;
    }
  | { readonly kind: 'code'; readonly language: string; readonly title: string; readonly code: string };

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly short?: string;
  readonly meaning: string;
  readonly note: string;
}

export interface QuizQuestion {
  readonly id: string;
  readonly kind: 'choice' | 'several' | 'order' | 'mistake';
  readonly topic: string;
  /** HTML of one paragraph, like `explanation`, the options and the steps. */
  readonly question: string;
  readonly explanation: string;
  readonly note: string;
  readonly language?: string;
  readonly code?: string;
  /** Of the mistake in `code`, counted from 1. */
  readonly line?: number;
  readonly options?: readonly { readonly text: string; readonly right: boolean }[];
  /** In their right order. */
  readonly steps?: readonly string[];
}
