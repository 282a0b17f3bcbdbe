import type { ExpressionProblem } from './problem';

/** Who takes the expression: a rule of an event bus (always UTC) or EventBridge Scheduler. */
export type ScheduleKind = 'rule' | 'scheduler';

export interface ScheduleProblem extends ExpressionProblem {
  /** `error` where AWS was seen to refuse this kind of mistake, or says that it does; else `warning`. */
  readonly severity: 'error' | 'warning';
  /** True where AWS refuses the expression, or should by its documentation. */
  readonly refused: boolean;
  /** AWS's words, where it refuses. */
  readonly awsMessage?: string;
}

/** How sure a mistake is: AWS refuses it, should refuse it by what it documents, or documents nothing. */
export type Certainty = 'refused' | 'derived' | 'undocumented';

/** Collects what is wrong in one expression, in AWS's words for the kind. */
export class ScheduleProblems {
  readonly found: ScheduleProblem[] = [];
  readonly #awsMessage: string;

  constructor(
    text: string,
    readonly kind: ScheduleKind,
  ) {
    this.#awsMessage =
      kind === 'rule' ? 'Parameter ScheduleExpression is not valid.' : `Invalid Schedule Expression ${text}.`;
  }

  add(certainty: Certainty, start: number, end: number, message: string, suggestion?: string): void {
    const refused = certainty !== 'undocumented';
    this.found.push({
      start,
      end,
      message,
      severity: certainty === 'refused' ? 'error' : 'warning',
      refused,
      ...(refused && { awsMessage: this.#awsMessage }),
      ...(suggestion !== undefined && { suggestion }),
    });
  }
}
