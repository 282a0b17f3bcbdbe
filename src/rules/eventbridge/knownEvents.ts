import { EVENT_TYPES, SOURCES } from '../../catalog/events';
import { CLOUDTRAIL_TYPES } from '../../catalog/events/cloudTrail';
import type { EventField, EventType } from '../../catalog/events/eventType';
import type { PatternField } from '../../model/eventPattern/eventPattern';
import { exactTexts } from '../../model/resources/patterns';

/** What a pattern is about, as far as it names it. */
export interface NamedEvents {
  /** The sources; `undefined` where the pattern lets others through. */
  readonly sources?: readonly string[];
  readonly detailTypes?: readonly string[];
  /** The kinds of events that can come; empty unless all that the pattern names is known here. */
  readonly types: readonly EventType[];
}

/** Reads which events a pattern names. */
export function namedEvents(fields: readonly PatternField[]): NamedEvents {
  const sources = textsOf(fields, 'source');
  const detailTypes = textsOf(fields, 'detail-type');
  const known =
    (sources === undefined || sources.every((source) => SOURCES.includes(source))) &&
    detailTypes?.every((name) => EVENT_TYPES.some(({ detailType }) => detailType === name));
  const types = known
    ? EVENT_TYPES.filter(
        ({ source, detailType }) =>
          detailTypes?.includes(detailType) && (sources === undefined || sources.includes(source)),
      )
    : [];
  return { ...(sources && { sources }), ...(detailTypes && { detailTypes }), types };
}

/** The same field of several kinds of events as one; `undefined` where it takes other values as well. */
export function closedField(path: string, types: readonly EventType[]): readonly string[] | undefined {
  const found = types.flatMap(({ fields }): EventField[] => fields.filter((field) => field.path === path));
  if (found.length === 0 || found.some(({ closed }) => !closed)) return undefined;
  return [...new Set(found.flatMap(({ values }) => values ?? []))];
}

/** True for a source that only AWS can have. */
export function isOfAws(source: string): boolean {
  return source.startsWith('aws.');
}

/** True for a detail type that any service can have, or that is known to come from a source. */
export function comesFrom(source: string, detailType: string): boolean {
  return (
    CLOUDTRAIL_TYPES.includes(detailType) ||
    EVENT_TYPES.some((type) => type.source === source && type.detailType === detailType)
  );
}

function textsOf(fields: readonly PatternField[], path: string): readonly string[] | undefined {
  const found = fields.filter((field) => field.path === path);
  const texts = found.map(exactTexts);
  return found.length > 0 && texts.every((one) => one !== undefined) ? texts.flat() : undefined;
}
