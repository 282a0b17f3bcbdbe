/** What the editor, the language server and the panel say to each other about patterns and events; plain JSON, version 1. */

/** Behind a code lens and in the palette: asks a pattern about events. */
export const MATCH_EVENTS_COMMAND = 'orchestrationLens.matchEvents';

/** Files with an event each. */
export const EVENT_GLOB = '**/*.event.json';

/** Editor → server: what a pattern says to events; `null` where there is no such pattern. */
export const RUN_PATTERN = 'orchestrationLens/runPattern';
export interface RunPatternParams {
  readonly uri: string;
  /** The pattern's name in the document, or the place in it. */
  readonly pattern: string | Place;
  /** Asks only about this event. */
  readonly only?: { readonly title: string; readonly text: string };
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

export interface PatternRun {
  /** The pattern's name in its document. */
  readonly id: string;
  /** Whose pattern it is. */
  readonly title: string;
  /** What it lets through; names in backquotes. */
  readonly sentence: string;
  /** Who reads it, and what is different there. */
  readonly notes: readonly string[];
  readonly range: Range;
  /** Empty for a pattern that AWS refuses. */
  readonly results: readonly EventResult[];
}

export interface EventResult {
  readonly title: string;
  readonly origin: 'workspace' | 'given' | 'sample';
  readonly uri?: string;
  /** What the pattern was asked about, as JSON. */
  readonly event: string;
  readonly verdict: 'matches' | 'differs' | 'refused';
  readonly message?: string;
  readonly rows: readonly MatchRow[];
}

export interface MatchRow {
  readonly kind: 'field' | 'or' | 'branch';
  readonly depth: number;
  readonly label: string;
  readonly outcome: 'matched' | 'missing' | 'differs' | 'present' | 'overridden' | 'unknown';
  readonly expected: string;
  readonly found: string;
  readonly hint?: string;
  readonly range: Range;
}

/** What the match panel may ask of the editor. */
export type FromMatchPanel =
  | { readonly type: 'ready' }
  /** The event whose results stand in the editor as well. */
  | { readonly type: 'select'; readonly index: number }
  /** Shows where in the file a row comes from. */
  | { readonly type: 'reveal'; readonly range: Range }
  /** Opens the event's file, or a copy of an event that has none. */
  | { readonly type: 'open'; readonly index: number }
  | { readonly type: 'clipboard' };

/** What the editor tells the match panel. */
export interface ToMatchPanel {
  readonly type: 'run';
  readonly uri: string;
  readonly run: PatternRun;
  /** The event to look at. */
  readonly selected: number;
}
