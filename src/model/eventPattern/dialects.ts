/**
 * Who reads a pattern. `ruler` is AWS's open-source matcher alone, without the limits that a
 * service adds.
 */
export type PatternDialect = 'bus' | 'subscriber' | 'pipe' | 'lambda' | 'snsAttributes' | 'snsBody' | 'ruler';

/** What a dialect adds to the common grammar; absent limits are not known or do not exist. */
export interface DialectFacts {
  /** As it is called in a sentence. */
  readonly name: string;
  /** What it asks the pattern about, where that is not the event itself. */
  readonly sees?: string;
  /** Operators that its documentation lists; others may still be accepted. */
  readonly operators?: readonly string[];
  /** Operators that its documentation lists inside of `anything-but`. */
  readonly insideAnythingBut?: readonly string[];
  /** Characters of JSON that can be had at most, and without a quota increase. */
  readonly length?: { readonly max: number; readonly byDefault?: number };
  /** Wildcard complexity: refused above `max`; accepted up to `seen`. */
  readonly complexity?: { readonly max: number; readonly seen: number };
  readonly combinations?: number;
  readonly keys?: number;
  /** The product of the lengths of all lists, each times its depth. */
  readonly values?: number;
  readonly flat?: boolean;
  /** The largest absolute number that its documentation promises to compare. */
  readonly largestNumber?: number;
  /** AWS's whole answer where it does not say what is wrong. */
  readonly onlyMessage?: string;
  /** Title of the page of the AWS documentation, or how it was measured, and when. */
  readonly source: string;
}

const COMPLEXITY = { max: 10, seen: 9 };

export const DIALECTS: Readonly<Record<PatternDialect, DialectFacts>> = {
  bus: {
    name: 'an event bus',
    length: { max: 4096, byDefault: 2048 },
    complexity: COMPLEXITY,
    combinations: 1000,
    source: 'Amazon EventBridge quotas; complexity measured on answers of AWS, 2026',
  },
  subscriber: {
    name: 'a subscriber of a Custom Event Bus',
    sees: 'A subscriber asks about the data, the metadata or the system metadata of an event, as "Scope" says, and gets what all of its filters let through.',
    length: { max: 4096 },
    source: 'AWS::EventsV2::Subscriber Filter; AWS::EventsV2::Subscriber FilterConfiguration, 2026',
  },
  pipe: {
    name: 'a pipe',
    sees: 'A pipe asks about each record by itself, and reads its body, data or value as JSON where the filter asks for something in it.',
    insideAnythingBut: [],
    length: { max: 4096 },
    complexity: COMPLEXITY,
    combinations: 1000,
    source: 'Comparison operators for use in event patterns in Amazon EventBridge, 2026',
  },
  lambda: {
    name: 'a Lambda event source mapping',
    sees: 'Lambda asks about each record by itself, and reads its body, data or value as JSON where the filter asks for something in it. Records that are filtered out of a queue are deleted.',
    operators: ['equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'numeric', 'exists'],
    insideAnythingBut: [],
    length: { max: 4096 },
    complexity: COMPLEXITY,
    onlyMessage: 'Invalid filter pattern definition.',
    source:
      'Control which events Lambda sends to your function; AWS::Lambda::EventSourceMapping Filter, 2026',
  },
  snsAttributes: {
    name: 'an SNS filter policy on message attributes',
    sees: 'SNS asks about the attributes that the publisher sets, not about the message, and takes no nested fields.',
    insideAnythingBut: ['prefix', 'suffix', 'wildcard'],
    length: { max: 262_144 },
    keys: 5,
    values: 150,
    flat: true,
    largestNumber: 1e9,
    source: 'Filter policy constraints in Amazon SNS, 2026',
  },
  snsBody: {
    name: 'an SNS filter policy on the message body',
    sees: 'SNS asks about the message itself, which has to be a JSON object.',
    insideAnythingBut: ['prefix', 'suffix', 'wildcard'],
    length: { max: 262_144 },
    keys: 5,
    values: 150,
    largestNumber: 1e9,
    source: 'Filter policy constraints in Amazon SNS, 2026',
  },
  ruler: { name: 'the open-source matcher', source: 'github.com/aws/event-ruler, 2026' },
};
