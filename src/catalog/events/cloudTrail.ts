import { boolean, text, type EventField } from './eventType';

/** Detail types by which every service of AWS can come. "AWS service events delivered via AWS CloudTrail", 2026. */
export const CLOUDTRAIL_TYPES: readonly string[] = [
  'AWS API Call via CloudTrail',
  'AWS Service Event via CloudTrail',
  'AWS Console Action via CloudTrail',
  'AWS Console Sign In via CloudTrail',
  'AWS Insight via CloudTrail',
];

/** What the detail of such an event holds. */
export const CLOUDTRAIL_FIELDS: readonly EventField[] = [
  text('eventSource', 'The service: `s3.amazonaws.com`.'),
  text('eventName', 'The API operation: `PutObject`.'),
  text('errorCode', 'The error; absent where the call went well.'),
  text('awsRegion', 'The region of the call.'),
  boolean('readOnly', 'Whether the call only reads.'),
  text('userIdentity.type', 'Who called.', [
    'Root',
    'IAMUser',
    'AssumedRole',
    'FederatedUser',
    'AWSAccount',
    'AWSService',
  ]),
  text('userIdentity.arn', 'Who called.'),
  text('sourceIPAddress', 'Where the call came from.'),
  text('requestParameters.bucketName', 'A parameter of the call; each operation has its own.'),
];
