import type { Answers } from '../advisor/decide/answers';

/** Where in a tab to go; a new object each time, so that the same place can be shown twice. */
export interface Target {
  readonly anchor: string;
  /** Of several ways to the place, the one that fits these is meant. */
  readonly facts?: Answers;
}
