import { EVENT_TYPES } from './events';

/** Events by which a service tells how work goes on. */
export interface StatusChange {
  readonly eventSource: string;
  readonly detailType: string;
  /** Fields of `detail` that tell of the status, the plainest first. */
  readonly filters: readonly [string, ...string[]];
  /** All values of the first of them. */
  readonly values: readonly string[];
  /** Those that tell of a failure. */
  readonly failed: readonly string[];
}

/** The status changes of the services that pipelines are made of. */
export const STATUS_CHANGES: readonly StatusChange[] = EVENT_TYPES.flatMap(
  ({ source, detailType, fields, status }) =>
    status
      ? [
          {
            eventSource: source,
            detailType,
            ...status,
            values: fields.find(({ path }) => path === status.filters[0])?.values ?? [],
          },
        ]
      : [],
);
