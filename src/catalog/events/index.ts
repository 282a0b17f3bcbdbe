import { COMPUTE_EVENTS } from './compute';
import { EMR_EVENTS } from './emr';
import type { EventType } from './eventType';
import { GLUE_EVENTS } from './glue';
import { OPERATIONS_EVENTS } from './operations';
import { QUERY_EVENTS } from './query';
import { S3_EVENTS } from './s3';
import { STEP_FUNCTIONS_EVENTS } from './stepFunctions';

/** The events of the services that pipelines are made of; a service may send more than stand here. */
export const EVENT_TYPES: readonly EventType[] = [
  ...S3_EVENTS,
  ...GLUE_EVENTS,
  ...STEP_FUNCTIONS_EVENTS,
  ...EMR_EVENTS,
  ...COMPUTE_EVENTS,
  ...QUERY_EVENTS,
  ...OPERATIONS_EVENTS,
];

/** The sources that are known here. */
export const SOURCES: readonly string[] = [...new Set(EVENT_TYPES.map(({ source }) => source))];

/** The kinds of events that a pattern can be about: those of these sources and detail types; without any, all. */
export function eventTypes(
  sources: readonly string[] | undefined,
  detailTypes: readonly string[] | undefined,
): readonly EventType[] {
  return EVENT_TYPES.filter(
    ({ source, detailType }) =>
      (!sources || sources.includes(source)) && (!detailTypes || detailTypes.includes(detailType)),
  );
}
