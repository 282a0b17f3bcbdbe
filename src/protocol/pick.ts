/** The service picker: the editor asks, the server reasons. Plain JSON, version 1. */

/** Editor → server: what to ask next, and what the answers so far lead to. */
export const PICK = 'orchestrationLens/pick';

export interface PickParams {
  /** Facts of the workload by name. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Questions to which the user has no answer. */
  readonly skipped: readonly string[];
}

export interface PickResult {
  /** Absent when no answer would change the recommendation any more. */
  readonly question?: PickQuestion;
  /** How many questions follow this one unless its answer opens or closes some. */
  readonly remaining: number;
  readonly verdict: PickVerdict;
}

export interface PickQuestion {
  readonly id: string;
  readonly kind: 'choice' | 'several';
  readonly text: string;
  readonly why: string;
  readonly options: readonly PickOption[];
}

export interface PickOption {
  readonly label: string;
  readonly consequence: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface PickVerdict {
  readonly id: string;
  readonly name: string;
  /** The study note about the service, `note` or `note#heading`. */
  readonly note: string;
  /** How it is started, if something has to start it. */
  readonly starter?: { readonly id: string; readonly name: string };
  /** What decided, the strongest first, with where it is known from. */
  readonly reasons: readonly { readonly text: string; readonly source?: string }[];
  readonly drawbacks: readonly string[];
  /** In US dollars at the stated load; absent where the choice itself has no price. */
  readonly monthlyUsd?: number;
  /** What nobody verified about the price behind it. */
  readonly priceDoubt?: string;
  readonly runnerUp?: { readonly id: string; readonly name: string; readonly reason: string };
  readonly ruledOut: readonly { readonly id: string; readonly name: string; readonly fact: string }[];
}

/** Editor → server: what a file and those around it show of the workload; `null` where they show nothing. */
export const WORKLOAD = 'orchestrationLens/workload';

export interface WorkloadParams {
  /** The file in hand. */
  readonly uri?: string;
}

export interface WorkloadResult {
  /** What shows it: a file's name, or `the workspace`. */
  readonly from: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The answers in a few words each. */
  readonly words: readonly string[];
}

export const PICK_SERVICE_COMMAND = 'orchestrationLens.pickService';
