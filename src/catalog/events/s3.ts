import { number, text, type EventField, type EventType } from './eventType';

const PAGE = 'EventBridge event message structure';

const bucket = text('bucket.name', 'The bucket.');
const key = text('object.key', 'The key, as it is and not URL-encoded: `raw/2027/03/orders.json`.');

const COMMON: readonly EventField[] = [
  bucket,
  key,
  text('object.version-id', 'The version of the object; only in buckets with versions.'),
  text('object.sequencer', 'Tells the order of the events of one key.'),
  text('request-id', 'The request that caused the event.'),
  text('requester', 'The account or the AWS service that made the request.'),
];

const STORED: readonly EventField[] = [
  ...COMMON,
  number('object.size', 'Bytes.'),
  text('object.etag', 'The ETag of the object.'),
  text('source-ip-address', 'Where the request came from.'),
];

const BUCKET = ['arn:aws:s3:::orders-inbox'];

/** Events of Amazon S3, sent only by buckets that have EventBridge switched on. */
export const S3_EVENTS: readonly EventType[] = [
  {
    source: 'aws.s3',
    detailType: 'Object Created',
    meaning: 'An object was written: put, posted, copied, or a multipart upload was completed.',
    fields: [
      ...STORED,
      text('reason', 'The API that wrote it.', [
        'PutObject',
        'POST Object',
        'CopyObject',
        'CompleteMultipartUpload',
      ]),
    ],
    samples: [
      {
        title: 'S3 object created',
        resources: BUCKET,
        detail: {
          version: '0',
          bucket: { name: 'orders-inbox' },
          object: {
            key: 'raw/2027/03/01/orders.json',
            size: 51_204,
            etag: '0f343b0931126a20f133d67c2b018a3b',
            'version-id': 'IYV3p45BT0ac8hjHg1houSdS1a',
            sequencer: '0067C3F4A1B2C3D4E5',
          },
          'request-id': 'N4N7GDK58NMKJ12R',
          requester: '123456789012',
          'source-ip-address': '203.0.113.9',
          reason: 'PutObject',
        },
      },
      {
        title: 'S3 multipart upload completed',
        resources: BUCKET,
        detail: {
          version: '0',
          bucket: { name: 'orders-inbox' },
          object: {
            key: 'partners/northwind/export.parquet',
            size: 734_003_200,
            etag: '4af981f98d22a0b9979da24b259e5e42-88',
            sequencer: '0067C3F4A2B2C3D4E5',
          },
          'request-id': 'XRRTKJXSZQCWNQR1',
          requester: '123456789012',
          'source-ip-address': '203.0.113.9',
          reason: 'CompleteMultipartUpload',
        },
      },
    ],
    page: PAGE,
  },
  {
    source: 'aws.s3',
    detailType: 'Object Deleted',
    meaning: 'An object or a version was deleted, by a request or by a lifecycle rule.',
    fields: [
      ...COMMON,
      text('source-ip-address', 'Where the request came from; absent for a lifecycle rule.'),
      text('reason', 'What deleted it.', ['DeleteObject', 'Lifecycle Expiration']),
      text('deletion-type', 'Whether the data is gone or hidden by a delete marker.', [
        'Permanently Deleted',
        'Delete Marker Created',
      ]),
    ],
    samples: [
      {
        title: 'S3 object deleted',
        resources: BUCKET,
        detail: {
          version: '0',
          bucket: { name: 'orders-inbox' },
          object: {
            key: 'raw/2027/02/01/orders.json',
            'version-id': '1QW9g1Z99LUNbvaaYVpW9xDlOLU',
            sequencer: '0067C3F4A3B2C3D4E5',
          },
          'request-id': '0BH729840619AG5K',
          requester: '123456789012',
          'source-ip-address': '203.0.113.9',
          reason: 'DeleteObject',
          'deletion-type': 'Delete Marker Created',
        },
      },
    ],
    page: PAGE,
  },
  ...(
    [
      ['Object Restore Initiated', 'Restoring an archived object has begun.', ['source-storage-class']],
      [
        'Object Restore Completed',
        'A restored object can be read.',
        ['source-storage-class', 'restore-expiry-time'],
      ],
      ['Object Restore Expired', 'The restored copy of an archived object was removed.', []],
      ['Object Tags Added', 'Tags were put on an object.', ['source-ip-address']],
      ['Object Tags Deleted', 'Tags were taken off an object.', ['source-ip-address']],
      ['Object ACL Updated', 'The access control list of an object was set anew.', ['source-ip-address']],
      [
        'Object Storage Class Changed',
        'A lifecycle rule moved an object to another storage class.',
        ['destination-storage-class'],
      ],
      [
        'Object Access Tier Changed',
        'Intelligent-Tiering moved an object to an archive tier.',
        ['destination-access-tier'],
      ],
    ] satisfies [string, string, string[]][]
  ).map(([detailType, meaning, more]): EventType => ({
    source: 'aws.s3',
    detailType,
    meaning,
    fields: [...COMMON, ...more.map((path) => text(path, `The ${path.replaceAll('-', ' ')}.`))],
    samples: [],
    page: PAGE,
  })),
];
