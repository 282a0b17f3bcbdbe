/** All schedules of the workspace on one week: the panel, the editor and the server. Plain JSON, version 1. */

/** Editor → server: what fires in some days; waits until the files of the workspace have been read. */
export const WEEK = 'orchestrationLens/week';

export interface WeekParams {
  /** The first moment, by ISO. */
  readonly from: string;
  readonly days: number;
}

export interface WeekResult {
  readonly from: string;
  readonly days: number;
  readonly schedules: readonly WeekSchedule[];
}

export interface WeekSchedule {
  readonly name: string;
  /** What runs it, in words: `EventBridge Scheduler`. */
  readonly runner: string;
  /** As it is written. */
  readonly written: string;
  /** What it means. */
  readonly meaning: string;
  /** The zone by whose clock it runs; absent where it is not known. */
  readonly zone?: string;
  /** What it starts, by the name that its file has for it. */
  readonly starts?: string;
  readonly place: WeekPlace;
  /** When it fires, in milliseconds since 1970; none for one that fires too often, or counts from when it was made. */
  readonly firings: readonly number[];
  /** Why it has no times here, or not all of them. */
  readonly note?: string;
  /** Times of these days that its clock skips or shows twice, a sentence each. */
  readonly clockChanges: readonly string[];
}

export interface WeekPlace {
  readonly uri: string;
  /** As people know the file: its path below the workspace's folder. */
  readonly file: string;
  readonly line: number;
  readonly character: number;
}

/** What the page of the panel begins with, as JSON in the attribute `start` of its root element. */
export interface WeekStart {
  /** The zone of the person at the editor. */
  readonly userZone: string;
}

/** Panel → editor. */
export type FromWeek =
  /** The panel listens and wants the days from a moment on. */
  | { readonly type: 'show'; readonly from: string }
  /** Open the place of a schedule in its file. */
  | { readonly type: 'open'; readonly place: WeekPlace };

/** Editor → panel. */
export type ToWeek =
  | { readonly type: 'week'; readonly week: WeekResult }
  /** Files have changed: the panel asks again for what it shows. */
  | { readonly type: 'changed' };

export const SHOW_WEEK_COMMAND = 'orchestrationLens.showWeek';
