import type { CodeFile } from '../../model/code';
import { exactTexts, patternFields, patternOf } from '../../model/resources/patterns';
import type { PatternField } from '../../model/eventPattern/eventPattern';
import { defineRule, side, type Finding } from '../rule';
import { patternConstructs } from './patternConstructs';

/** Calls that S3 tells of by events of its own. */
const OBJECT_CALLS: ReadonlySet<string> = new Set([
  'PutObject',
  'POST Object',
  'PostObject',
  'CopyObject',
  'CompleteMultipartUpload',
  'DeleteObject',
  'DeleteObjects',
  'RestoreObject',
]);

/** What only CloudTrail knows of a call. */
const ONLY_CLOUDTRAIL = /^detail\.(?:errorCode|errorMessage|userIdentity|sourceIPAddress|userAgent)\b/;

export default defineRule({
  id: 'eventbridge/s3-via-cloudtrail',
  subject: 'eventPattern',
  severity: 'warning',
  summary: 'A rule for new or deleted objects waits for the events that S3 itself sends.',
  why: 'Events through CloudTrail need a trail with data events, which is paid for by event and comes minutes later. Since 2021 a bucket sends "Object Created" and "Object Deleted" to EventBridge by itself.',
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail-type: [AWS API Call via CloudTrail]
        detail:
          eventSource: [s3.amazonaws.com]
          «eventName: [PutObject, CompleteMultipartUpload]»
`,
    },
    { text: '{ "source": ["aws.s3"], "detail": { «"eventName": ["DeleteObject"]» } }' },
  ],
  good: [
    '{ "source": ["aws.s3"], "detail-type": ["Object Created"], "detail": { "bucket": { "name": ["landing"] } } }',
    '{ "source": ["aws.s3"], "detail-type": ["AWS API Call via CloudTrail"], "detail": { "eventName": ["CreateBucket", "PutBucketPolicy"] } }',
    '{ "source": ["aws.s3"], "detail": { "eventName": ["PutObject"], "errorCode": ["AccessDenied"] } }',
    '{ "source": ["aws.dynamodb"], "detail": { "eventName": ["PutObject"] } }',
  ],

  *check(subject) {
    const fields = patternFields(patternOf(subject));
    const name = fields.find(({ path }) => path === 'detail.eventName');
    const calls = name && exactTexts(name);
    if (!name || !calls?.every((call) => OBJECT_CALLS.has(call)) || !isOfS3(fields)) return;
    if (fields.some(({ path }) => ONLY_CLOUDTRAIL.test(path))) return;
    yield {
      span: { start: name.key.span.start, end: name.span.end },
      message: `The rule waits for "${calls[0]}" through CloudTrail, while S3 itself sends "${eventFor(calls)}".`,
    };
  },

  sides: [side('code', inCode)],
});

function* inCode(code: CodeFile): Iterable<Finding> {
  for (const { id, fields } of patternConstructs(code)) {
    const name = fields.get('detail.eventName');
    const isOfS3 =
      fields.get('source')?.texts?.includes('aws.s3') ??
      fields.get('detail.eventSource')?.texts?.includes('s3.amazonaws.com');
    if (!isOfS3 || !name?.texts?.every((call) => OBJECT_CALLS.has(call))) continue;
    if ([...fields.keys()].some((path) => ONLY_CLOUDTRAIL.test(path) || path === 'detail.*')) continue;
    const { keySpan, value } = name.entry;
    yield {
      span: { start: keySpan.start, end: value.span.end },
      message: `The rule "${id}" waits for "${name.texts[0]}" through CloudTrail, while S3 itself sends "${eventFor(name.texts)}".`,
    };
  }
}

function eventFor(calls: readonly string[]): string {
  return calls.every((call) => call.startsWith('Delete')) ? 'Object Deleted' : 'Object Created';
}

function isOfS3(fields: readonly PatternField[]): boolean {
  const says = (path: string, value: string): boolean =>
    fields.some((field) => field.path === path && exactTexts(field)?.includes(value));
  return says('source', 'aws.s3') || says('detail.eventSource', 's3.amazonaws.com');
}
