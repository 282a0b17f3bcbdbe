import { number, oneOf, text, type EventField } from './eventType';

/** What a pipe or an event source mapping of Lambda reads from. */
export type RecordService = 'sqs' | 'kinesis' | 'dynamodb' | 'kafka' | 'mq';

/** The records of a queue, stream or table, as a filter of a pipe or of Lambda sees them: one by one, decoded. */
export interface RecordType {
  readonly service: RecordService;
  readonly name: string;
  /** The field whose text is read as JSON where the pattern asks for something in it. */
  readonly payload?: 'body' | 'data' | 'value';
  /** The payload comes as Base64. */
  readonly encoded?: boolean;
  /** Fields of the record; those of the payload are the sender's. */
  readonly fields: readonly EventField[];
  readonly samples: readonly { readonly title: string; readonly record: unknown }[];
}

const common = [
  text('eventSourceARN', 'The ARN of what the record comes from.'),
  text('awsRegion', 'The region.'),
];

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:orders';
const ORDER = { orderId: 'o-1', status: 'PAID', total: 129.5, country: 'DE' };

const change = (eventName: string, images: object): unknown => ({
  eventID: 'c4ca4238a0b923820dcc509a6f75849b',
  eventName,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'us-east-1',
  dynamodb: {
    ApproximateCreationDateTime: 1_803_880_800,
    Keys: { orderId: { S: 'o-1' } },
    ...images,
    SequenceNumber: '4421584500000000017450439091',
    SizeBytes: 59,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
  eventSourceARN: 'arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2027-03-01T00:00:00.000',
});

const NEW = { NewImage: { orderId: { S: 'o-1' }, status: { S: 'PAID' }, total: { N: '129.5' } } };
const OLD = { OldImage: { orderId: { S: 'o-1' }, status: { S: 'OPEN' }, total: { N: '129.5' } } };

/** Records by where they come from ("Using event filtering with different AWS services", Lambda, 2026). */
export const RECORD_TYPES: readonly RecordType[] = [
  {
    service: 'sqs',
    name: 'SQS message',
    payload: 'body',
    fields: [
      text('body', 'The message; where it is JSON, ask for what is in it.'),
      text('messageId', 'The message.'),
      text('attributes.MessageGroupId', 'The group, of a FIFO queue.'),
      text('attributes.SenderId', 'Who sent it.'),
      ...common,
    ],
    samples: [
      {
        title: 'SQS message with JSON',
        record: {
          messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
          receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
          body: JSON.stringify(ORDER),
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: '1803880800000',
            SenderId: 'AIDAIENQZJOLO23YVJ4VO',
            ApproximateFirstReceiveTimestamp: '1803880800001',
          },
          messageAttributes: {},
          md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
          eventSource: 'aws:sqs',
          eventSourceARN: QUEUE,
          awsRegion: 'us-east-1',
        },
      },
    ],
  },
  {
    service: 'kinesis',
    name: 'Kinesis record',
    payload: 'data',
    encoded: true,
    fields: [
      text('data', 'The payload, decoded; where it is JSON, ask for what is in it.'),
      text('partitionKey', 'The partition key.'),
      ...common,
    ],
    samples: [
      {
        title: 'Kinesis record with JSON',
        record: {
          kinesisSchemaVersion: '1.0',
          partitionKey: 'o-1',
          sequenceNumber: '49590338271490256608559692538361571095921575989136588898',
          data: JSON.stringify(ORDER),
          approximateArrivalTimestamp: 1_803_880_800.1,
          eventSource: 'aws:kinesis',
          eventName: 'aws:kinesis:record',
          awsRegion: 'us-east-1',
          eventSourceARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/orders',
        },
      },
    ],
  },
  {
    service: 'dynamodb',
    name: 'DynamoDB stream record',
    fields: [
      oneOf('eventName', 'What was done with the item.', ['INSERT', 'MODIFY', 'REMOVE']),
      text('dynamodb.Keys', 'The key of the item, with types: `{ "id": { "S": ["…"] } }`.'),
      text('dynamodb.NewImage', 'The item after the change, with types; absent for a REMOVE.'),
      text('dynamodb.OldImage', 'The item before the change, with types; absent for an INSERT.'),
      text('dynamodb.StreamViewType', 'What the stream keeps.', [
        'KEYS_ONLY',
        'NEW_IMAGE',
        'OLD_IMAGE',
        'NEW_AND_OLD_IMAGES',
      ]),
      text('userIdentity.principalId', '`dynamodb.amazonaws.com` where time to live deleted the item.'),
      ...common,
    ],
    samples: [
      { title: 'DynamoDB item inserted', record: change('INSERT', NEW) },
      { title: 'DynamoDB item modified', record: change('MODIFY', { ...NEW, ...OLD }) },
      { title: 'DynamoDB item removed', record: change('REMOVE', OLD) },
    ],
  },
  {
    service: 'kafka',
    name: 'Kafka record',
    payload: 'value',
    encoded: true,
    fields: [
      text('value', 'The payload, decoded; where it is JSON, ask for what is in it.'),
      text('key', 'The key, decoded.'),
      text('topic', 'The topic.'),
      number('partition', 'The partition.'),
      number('offset', 'The offset.'),
    ],
    samples: [
      {
        title: 'Kafka record with JSON',
        record: {
          topic: 'orders',
          partition: 0,
          offset: 15,
          timestamp: 1_803_880_800_000,
          timestampType: 'CREATE_TIME',
          key: 'o-1',
          value: JSON.stringify(ORDER),
          headers: [],
        },
      },
    ],
  },
  {
    service: 'mq',
    name: 'message of Amazon MQ',
    payload: 'data',
    encoded: true,
    fields: [text('data', 'The payload, decoded; where it is JSON, ask for what is in it.')],
    samples: [
      {
        title: 'Amazon MQ message with JSON',
        record: { messageID: 'ID:b-1-0', messageType: 'jms/text-message', data: JSON.stringify(ORDER) },
      },
    ],
  },
];

/** What an SNS filter policy is asked about: the message's attributes by name, and its body. */
export const SNS_SAMPLES = {
  attributes: [
    { title: 'SNS message of an order', attributes: { event: 'order_paid', country: 'DE', total: 129.5 } },
  ],
  bodies: [{ title: 'SNS message with JSON', body: ORDER }],
} as const;
