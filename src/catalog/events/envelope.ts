/** A field that every event on a bus has. */
export interface EnvelopeField {
  readonly name: string;
  readonly meaning: string;
  /** What its value looks like. */
  readonly example: string;
  /** False where an event may come without a value: an empty list, or nothing at all. */
  readonly always: boolean;
}

/** All that an event has beside its `detail`. "AWS service events: event structure", 2026. */
export const ENVELOPE: readonly EnvelopeField[] = [
  {
    name: 'source',
    meaning: 'Who sent the event: `aws.SERVICE`, or a name of your own.',
    example: 'aws.s3',
    always: true,
  },
  {
    name: 'detail-type',
    meaning: 'What kind of event it is; with the source it says what `detail` holds.',
    example: 'Object Created',
    always: true,
  },
  { name: 'detail', meaning: 'What the sender says about the event.', example: '', always: false },
  {
    name: 'resources',
    meaning: 'ARNs of what the event is about; empty for many events.',
    example: 'arn:aws:s3:::orders-inbox',
    always: false,
  },
  { name: 'account', meaning: 'The account, 12 digits as a text.', example: '123456789012', always: true },
  { name: 'region', meaning: 'The region that the event comes from.', example: 'us-east-1', always: true },
  { name: 'time', meaning: 'When it happened, in UTC.', example: '2027-03-01T06:00:00Z', always: true },
  { name: 'id', meaning: 'Tells the event from all others.', example: '', always: true },
  { name: 'version', meaning: 'The version of the envelope: `0`.', example: '0', always: true },
  {
    name: 'replay-name',
    meaning: 'The replay that brought the event; absent for events that come for the first time.',
    example: 'march',
    always: false,
  },
];
