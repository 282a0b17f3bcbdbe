/** A value of an event's `detail` that patterns can ask for. */
export interface EventField {
  /** Names from `detail` on, joined by dots. */
  readonly path: string;
  /** `time` is a text; a list of texts is flattened before it is compared. */
  readonly type: 'text' | 'number' | 'boolean';
  readonly meaning: string;
  /** The values that the documentation names. */
  readonly values?: readonly string[];
  /** True where there are no others. */
  readonly closed?: boolean;
}

/** An event as it could come, without its envelope. */
export interface SampleDetail {
  /** What happened, short: `Glue job failed`. */
  readonly title: string;
  readonly detail: unknown;
  readonly resources?: readonly string[];
}

/** One kind of event that a service sends to the default bus. */
export interface EventType {
  readonly source: string;
  readonly detailType: string;
  /** When the service sends it: one sentence. */
  readonly meaning: string;
  readonly fields: readonly EventField[];
  readonly samples: readonly SampleDetail[];
  /** How the event tells of the progress of work, where it does. */
  readonly status?: {
    /** Fields of `detail` that tell of the status, the plainest first. */
    readonly filters: readonly [string, ...string[]];
    /** Values of the first of them that tell of a failure. */
    readonly failed: readonly string[];
  };
  /** Title of the page of the AWS documentation, 2026. */
  readonly page: string;
}

/** A field that holds a text. */
export function text(path: string, meaning: string, values?: readonly string[]): EventField {
  return { path, type: 'text', meaning, ...(values && { values }) };
}

/** A field that holds one of a few texts, and never another. */
export function oneOf(path: string, meaning: string, values: readonly string[]): EventField {
  return { path, type: 'text', meaning, values, closed: true };
}

/** A field that holds a number. */
export function number(path: string, meaning: string): EventField {
  return { path, type: 'number', meaning };
}

/** A field that holds `true` or `false`. */
export function boolean(path: string, meaning: string): EventField {
  return { path, type: 'boolean', meaning };
}
