import { DIALECTS } from '../../model/eventPattern/dialects';
import type { EventPattern, PatternField } from '../../model/eventPattern/eventPattern';
import { EventError } from '../../model/eventPattern/eventValue';
import { explainMatch } from '../../model/eventPattern/explain';
import { compileEventPattern, type PatternMatcher } from '../../model/eventPattern/matcher';
import type { ValueTest } from '../../model/eventPattern/valueTest';
import { patternOf } from '../../model/resources/patterns';
import type { Span } from '../../syntax/tree';
import type { LanguageDocument } from '../document';
import { sentence } from '../hover/pattern';
import { eventsFor, ownEvents, type GivenEvent, type SampleEvent } from './events';
import { namedPatterns, spanOf, type NamedPattern } from './patterns';
import { rowsOf, type MatchRow } from './rows';

/** What a pattern says to one event. */
export interface EventResult {
  readonly title: string;
  readonly origin: SampleEvent['origin'];
  readonly uri?: string;
  /** What the pattern was asked about, as JSON. */
  readonly event: string;
  readonly verdict: 'matches' | 'differs' | 'refused';
  /** Beside the verdict: why it cannot be given, or what else it rests on. */
  readonly message?: string;
  readonly rows: readonly MatchRow[];
}

/** A pattern and what it says to a number of events. */
export interface PatternRun {
  readonly id: string;
  /** Whose pattern it is. */
  readonly title: string;
  /** What it lets through. */
  readonly sentence: string;
  /** Who reads it, and what is different there. */
  readonly notes: readonly string[];
  readonly span: Span;
  readonly results: readonly EventResult[];
}

/** Asks a pattern about the user's events and those that come with the extension, or only about `only`. */
export function runPattern(
  { located, path }: LanguageDocument,
  { id, embedded }: NamedPattern,
  given: readonly GivenEvent[],
  only?: GivenEvent,
): PatternRun {
  const pattern = patternOf(embedded);
  const events = only
    ? ownEvents(only, embedded.dialect, pattern)
    : eventsFor(embedded, pattern, given, located.template);
  const matcher = matcherOf(pattern);
  const { name, sees } = DIALECTS[embedded.dialect];
  return {
    id,
    title: embedded.resource?.id ?? decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)),
    sentence: sentence(pattern),
    notes: embedded.dialect === 'bus' ? [] : [`Read by ${name}.`, ...(sees ? [sees] : [])],
    span: spanOf(embedded),
    results: pattern.isValid ? events.map((event) => resultOf(event, pattern, matcher)) : [],
  };
}

/** How many of its sample events a pattern lets through; `undefined` for a pattern that AWS refuses. */
export function matchCount(
  { located }: LanguageDocument,
  { embedded }: NamedPattern,
  given: readonly GivenEvent[],
): { readonly matched: number; readonly asked: number } | undefined {
  const pattern = patternOf(embedded);
  if (!pattern.isValid || pattern.node?.kind !== 'object') return undefined;
  const events = eventsFor(embedded, pattern, given, located.template);
  const matcher = matcherOf(pattern);
  return {
    matched: events.filter(({ seen }) => matches(matcher, seen) === true).length,
    asked: events.length,
  };
}

/** The pattern of a document that has a name. */
export function patternById({ located }: LanguageDocument, id: string): NamedPattern | undefined {
  return namedPatterns(located).find((one) => one.id === id);
}

/** A matcher for which what is filled in from outside lets everything through. */
function matcherOf({ alternatives }: EventPattern): PatternMatcher {
  return compileEventPattern({
    alternatives: alternatives.map((fields) => fields.filter((field) => !isOpen(field))),
  });
}

function isOpen({ tests }: PatternField): boolean {
  return tests.some(isUnknown);
}

function isUnknown(test: ValueTest): boolean {
  return test.kind === 'unknown' || (test.kind === 'anythingBut' && test.not.some(isUnknown));
}

function matches(matcher: PatternMatcher, seen: unknown): boolean | string {
  try {
    return matcher.matches(typeof seen === 'object' ? seen : undefined);
  } catch (error) {
    if (error instanceof EventError) return error.message;
    throw error;
  }
}

function resultOf(event: SampleEvent, pattern: EventPattern, matcher: PatternMatcher): EventResult {
  const { title, origin, uri, seen } = event;
  const text = seen === undefined ? '' : JSON.stringify(seen, undefined, 2);
  const common = { title, origin, ...(uri !== undefined && { uri }), event: text };
  const answer = seen === undefined ? 'The text is not JSON.' : matches(matcher, seen);
  if (typeof answer === 'string') return { ...common, verdict: 'refused', message: answer, rows: [] };
  const { root, acrossElements } = explainMatch(pattern, seen);
  const rows = rowsOf(root);
  const open = rows.filter(({ outcome }) => outcome === 'unknown').map(({ label }) => `"${label}"`);
  const message =
    !answer && acrossElements
      ? `${acrossElements.map((one) => `"${one}"`).join(' and ')} match only in different elements of a list.`
      : answer && open.length > 0
        ? `If ${open.join(' and ')} ${open.length === 1 ? 'is' : 'are'} as the file fills in elsewhere.`
        : undefined;
  return { ...common, verdict: answer ? 'matches' : 'differs', ...(message && { message }), rows };
}
