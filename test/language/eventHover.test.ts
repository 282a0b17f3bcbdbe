import assert from 'node:assert/strict';
import { hover } from '../../src/language/hover';
import { scheduleHover } from '../../src/language/hover/schedule';
import { documentAt } from '../support/documents';

const schedule = (expression: string, zone = ''): string =>
  `Resources:\n  S:\n    Type: AWS::Scheduler::Schedule\n    Properties:\n      ScheduleExpression: ${expression}\n${zone}      FlexibleTimeWindow: { Mode: 'OFF' }\n`;

function at(marked: string, now: string, userZone?: string): string {
  const { document, offset } = documentAt(marked, 'template.yaml');
  return scheduleHover(document.located.schedules, offset, { userZone, now: new Date(now) })?.markdown ?? '';
}

describe('hover on a schedule', () => {
  const losAngeles = '      ScheduleExpressionTimezone: America/Los_Angeles\n';

  it('says it in words, with the next ten times by its clock and by UTC', () => {
    const text = at(schedule('cron(0 8 ? * |MON *)', losAngeles), '2027-03-01T00:00:00Z');
    assert.match(text, /^\*\*At 08:00.*Monday/);
    assert.match(text, /America\/Los_Angeles +UTC\n/);
    assert.match(
      text,
      /Mon 2027-03-08 08:00 {2}Mon 2027-03-08 16:00\nMon 2027-03-15 08:00 {2}Mon 2027-03-15 15:00\n/,
    );
    assert.equal(text.match(/^Mon /gm)?.length, 10);
  });

  it('gives the times by the clock of the reader too, whose summer begins on another day', () => {
    const text = at(schedule('cron(0 8 ? * |MON *)', losAngeles), '2027-03-01T00:00:00Z', 'Europe/Berlin');
    assert.match(text, /America\/Los_Angeles +Europe\/Berlin \(here\)\n/);
    assert.match(text, /Mon 2027-03-08 08:00 {2}Mon 2027-03-08 17:00/);
    assert.match(text, /Mon 2027-03-15 08:00 {2}Mon 2027-03-15 16:00/);
    assert.match(text, /Mon 2027-03-29 08:00 {2}Mon 2027-03-29 17:00/);
  });

  it('does not give the same clock twice', () => {
    const text = at(schedule('cron(0 8 ? * |MON *)'), '2027-03-01T00:00:00Z', 'UTC');
    assert.match(text, /\nUTC\nMon 2027-03-01 08:00\n/);
  });

  it('names the times that the clock skips and repeats', () => {
    const text = schedule('cron(30 2 * * ? |*)', '      ScheduleExpressionTimezone: Europe/Berlin\n');
    assert.match(
      at(text, '2027-03-26T12:00:00Z'),
      /Sun 2027-03-28 02:30 {2}left out: the clock skips this time/,
    );
    assert.match(at(text, '2027-10-29T12:00:00Z'), /Sun 2027-10-31 02:30 .*the first of the two/);
  });

  it('keeps to the dates of the schedule, and says that a window is flexible', () => {
    const text = at(
      `Resources:
  S:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 8 |? * MON *)
      StartDate: 2027-03-10T00:00:00Z
      EndDate: 2027-03-20T00:00:00Z
      FlexibleTimeWindow: { Mode: FLEXIBLE, MaximumWindowInMinutes: 15 }
`,
      '2027-03-01T00:00:00Z',
    );
    assert.match(text, /UTC\nMon 2027-03-15 08:00\n```/);
    assert.match(text, /the 15 minutes after each time/);
    assert.match(text, /Not before 2027-03-10 00:00 UTC\..*Not after 2027-03-20/s);
  });

  it('says when nothing comes any more', () => {
    assert.match(at(schedule('at(2020-01-01T00:|00:00)'), '2027-01-01T00:00:00Z'), /never fires again/);
  });
});

describe('hover on an event pattern', () => {
  const pattern =
    '{"source": ["aws.glue"], "detail": {"st|ate": ["FAILED", "TIMEOUT"], "$or": [{"a": [{"exists": false}]}, {"b": [{"numeric": [">", 5]}]}]}}';

  it('says in a sentence what it lets through', () => {
    const { document, offset } = documentAt(pattern, 'x.eventpattern.json');
    const found = hover(document, offset);
    assert.match(
      found?.markdown ?? '',
      /\*\*detail\.state\*\*.*\n\nThe event's `detail\.state` has to be "FAILED" or "TIMEOUT"\./,
    );
    assert.match(
      found?.markdown ?? '',
      /Lets an event through when `source` is "aws\.glue" and `detail\.state` is "FAILED" or "TIMEOUT" and \(`detail\.a` is not there, or `detail\.b` is a number/,
    );
  });

  it('works inside a template', () => {
    const { document, offset } = documentAt(
      'Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        sou|rce: [aws.s3]\n',
      'template.yaml',
    );
    assert.match(
      hover(document, offset)?.markdown ?? '',
      /Lets an event through when `source` is "aws\.s3"\./,
    );
  });

  const at = (marked: string, path = 'x.eventpattern.json'): string => {
    const { document, offset } = documentAt(marked, path);
    return hover(document, offset)?.markdown ?? '';
  };

  it('says of a known field what it is and which values there are', () => {
    const text = at('{"source": ["aws.states"], "detail": {"st|atus": ["FAILED"]}}');
    assert.match(
      text,
      /^\*\*detail\.status\*\* · text of an event\n\nThe event's `detail\.status` has to be "FAILED"\./,
    );
    assert.match(text, /What the execution does now\. One of `RUNNING`, `SUCCEEDED`, `FAILED`/);
  });

  it('explains operators by an example', () => {
    assert.match(
      at('{"detail": {"a": [{"nume|ric": [">", 5]}]}}'),
      /\*\*numeric\*\* · operator.*\n\nNumbers in a range[^]*lets through {2}1, 100\nand not {7}0, "5"/,
    );
    assert.match(at('{"detail": {"a": [{"anything-but": {"pre|fix": "x"}}]}}'), /\*\*prefix\*\* · operator/);
    assert.match(at('{"detail": {"pre|fix": ["x"]}}'), /\*\*detail\.prefix\*\* · field of an event pattern/);
  });

  it('says what an event with a detail type tells', () => {
    assert.match(
      at('{"source": ["aws.glue"], "detail-type": ["Glue Job| Run Status"]}'),
      /\*\*Glue Job Run Status\*\* · event of `aws\.glue`\n\nA run takes longer/,
    );
  });

  it('says who reads a filter, and what is different there', () => {
    const text = at(
      'Resources:\n  M:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties:\n      FilterCriteria: { Filters: [{ Pat|tern: \'{"body": ["x"]}\' }] }\n',
      'template.yaml',
    );
    assert.match(
      text,
      /Lets an event through when `body` is "x"\.[^]*Read by a Lambda event source mapping\. Lambda asks/,
    );
  });

  it('says of the filter of a bucket that it is none', () => {
    const bucket = (notifications: string): string =>
      `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      NotificationConfiguration: ${notifications}\n`;
    assert.match(
      at(bucket('{ QueueConfigurations: [{ Fil|ter: { S3Key: { Rules: [] } } }] }'), 'template.yaml'),
      /This is no event pattern/,
    );
    assert.match(
      at(bucket('{ EventBridge|Configuration: {} }'), 'template.yaml'),
      /sends every event to EventBridge/,
    );
  });
});
