import { EVENT_TYPES } from './index';
import { RECORD_TYPES, SNS_SAMPLES, type RecordService } from './records';

/** An event that comes with the extension. */
export interface BuiltInSample {
  readonly title: string;
  readonly event: unknown;
}

const envelope = (
  source: string,
  detailType: string,
  resources: readonly string[],
  detail: unknown,
): unknown => ({
  version: '0',
  id: '3fe6a8b1-9d0c-4c5e-8f57-1b2f2d3c4e5a',
  'detail-type': detailType,
  source,
  account: '123456789012',
  time: '2027-03-01T06:00:00Z',
  region: 'us-east-1',
  resources,
  detail,
});

/** Events as they come to a bus; the last ones are such as you may send yourself. */
export const BUS_SAMPLES: readonly BuiltInSample[] = [
  ...EVENT_TYPES.flatMap(({ source, detailType, samples }) =>
    samples.map(({ title, resources = [], detail }) => ({
      title,
      event: envelope(source, detailType, resources, detail),
    })),
  ),
  {
    title: 'S3 call by CloudTrail',
    event: envelope('aws.s3', 'AWS API Call via CloudTrail', [], {
      eventVersion: '1.09',
      userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/loader/session' },
      eventTime: '2027-03-01T06:00:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: 'PutObject',
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.9',
      requestParameters: { bucketName: 'orders-inbox', key: 'raw/2027/03/01/orders.json' },
      readOnly: false,
    }),
  },
  {
    title: 'Event of your own',
    event: envelope('com.example.orders', 'Order Paid', [], {
      orderId: 'o-1',
      status: 'PAID',
      total: 129.5,
      country: 'DE',
      items: [{ sku: 'A-17', quantity: 2 }],
    }),
  },
];

/** Records as they come to a pipe or an event source mapping of Lambda. */
export function recordSamples(service: RecordService | undefined): readonly BuiltInSample[] {
  return RECORD_TYPES.filter((type) => service === undefined || type.service === service).flatMap(
    ({ samples }) => samples.map(({ title, record }) => ({ title, event: record })),
  );
}

/** What comes to an SNS filter policy on attributes. */
export const SNS_ATTRIBUTE_SAMPLES: readonly BuiltInSample[] = SNS_SAMPLES.attributes.map(
  ({ title, attributes }) => ({ title, event: attributes }),
);

/** What comes to an SNS filter policy on the body. */
export const SNS_BODY_SAMPLES: readonly BuiltInSample[] = SNS_SAMPLES.bodies.map(({ title, body }) => ({
  title,
  event: body,
}));
