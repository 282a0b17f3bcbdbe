import {
  BUS_SAMPLES,
  recordSamples,
  SNS_ATTRIBUTE_SAMPLES,
  SNS_BODY_SAMPLES,
  type BuiltInSample,
} from '../../catalog/events/samples';
import type { PatternDialect } from '../../model/eventPattern/dialects';
import type { EventPattern } from '../../model/eventPattern/eventPattern';
import { seenBy } from '../../model/eventPattern/seenBy';
import type { EmbeddedPattern } from '../../model/locate';
import type { Template } from '../../model/template';
import { recordService } from './recordService';

/** An event that somebody has: a file of the workspace, or the clipboard. */
export interface GivenEvent {
  readonly title: string;
  /** Absent where it is no file. */
  readonly uri?: string;
  /** JSON. */
  readonly text: string;
}

/** An event for a pattern to be asked about. */
export interface SampleEvent {
  readonly title: string;
  readonly origin: 'workspace' | 'given' | 'sample';
  readonly uri?: string;
  /** What the pattern is asked about; absent where the text is not JSON. */
  readonly seen?: unknown;
}

/** The events that a pattern is asked about: those of the user, then those that come with the extension. */
export function eventsFor(
  embedded: EmbeddedPattern,
  pattern: EventPattern,
  given: readonly GivenEvent[],
  template: Template | undefined,
): SampleEvent[] {
  const { dialect } = embedded;
  const own = given.flatMap((event) => ownEvents(event, dialect, pattern));
  const samples = builtIn(dialect, embedded, template).flatMap(({ title, event }) =>
    seenBy(dialect, pattern, event).map((seen): SampleEvent => ({ title, origin: 'sample', seen })),
  );
  return [...own, ...samples];
}

/** One event for each record that a text holds. */
export function ownEvents(
  { title, uri, text }: GivenEvent,
  dialect: PatternDialect,
  pattern: EventPattern,
): SampleEvent[] {
  const origin = uri === undefined ? 'given' : 'workspace';
  const common = { origin, ...(uri !== undefined && { uri }) } as const;
  let event: unknown;
  try {
    event = JSON.parse(text) as unknown;
  } catch {
    // Half typed, or not JSON at all: said in the result.
    return [{ ...common, title }];
  }
  const all = seenBy(dialect, pattern, event);
  return all.map((seen, index) => ({
    ...common,
    title: all.length === 1 ? title : `${title} · record ${index + 1}`,
    seen,
  }));
}

function builtIn(
  dialect: PatternDialect,
  embedded: EmbeddedPattern,
  template: Template | undefined,
): readonly BuiltInSample[] {
  switch (dialect) {
    case 'pipe':
    case 'lambda':
      return recordSamples(recordService(embedded, template));
    case 'snsAttributes':
      return SNS_ATTRIBUTE_SAMPLES;
    case 'snsBody':
      return SNS_BODY_SAMPLES;
    // No AWS service sends events to a Custom Event Bus by itself.
    case 'subscriber':
      return [];
    default:
      return BUS_SAMPLES;
  }
}
