import assert from 'node:assert/strict';
import { BUS_SAMPLES } from '../../src/catalog/events/samples';
import { codeLenses } from '../../src/language/codeLenses';
import { LanguageDocument } from '../../src/language/document';
import type { GivenEvent } from '../../src/language/match/events';
import { patternAt } from '../../src/language/match/patterns';
import { patternById, runPattern, type PatternRun } from '../../src/language/match/run';
import { readyHcl } from '../support/hcl';
import { readMarks, writeMarks } from '../support/marks';

const all = BUS_SAMPLES.length;

const given = (title: string, event: unknown): GivenEvent => ({
  title,
  uri: `memfs:/${title}`,
  text: typeof event === 'string' ? event : JSON.stringify(event),
});

function run(document: LanguageDocument, id: string, events: readonly GivenEvent[] = []): PatternRun {
  const named = patternById(document, id);
  assert.ok(named, id);
  return runPattern(document, named, events);
}

function ofText(text: string, events: readonly GivenEvent[] = [], path = 'a.eventpattern.json'): PatternRun {
  return run(new LanguageDocument({ path, text }), '/0', events);
}

const matching = ({ results }: PatternRun): string[] =>
  results.filter(({ verdict }) => verdict === 'matches').map(({ title }) => title);

describe('lenses above event patterns', () => {
  before(readyHcl);

  const lenses = (text: string, path: string): string[] =>
    codeLenses(new LanguageDocument({ path, text })).map(
      (lens) => `${text.slice(lens.span.start).split(/[\s:=]/)[0]}: ${lens.title}`,
    );

  it('count the sample events that match', () => {
    assert.deepEqual(
      lenses('{"source": ["aws.glue"], "detail": {"state": ["FAILED"]}}', 'a.eventpattern.json'),
      [`{"source": Matches 1 of ${all} sample events`, '{"source": Run against…'],
    );
    assert.match(lenses('{"source": ["nobody"]}', 'a.eventpattern.json')[0], /Matches none of/);
  });

  it('stand above each pattern of a template, whoever reads it', () => {
    const text = `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.states], detail: { status: [FAILED, TIMED_OUT] } }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Queue.Arn
      FilterCriteria: { Filters: [{ Pattern: '{ "body": { "country": ["DE"] } }' }, { Pattern: '{ "body": { "country": ["FR"] } }' }] }
  Queue: { Type: AWS::SQS::Queue }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { FilterPolicy: { event: [order_paid] } }
`;
    assert.deepEqual(
      lenses(text, 'template.yaml').filter((title) => !title.includes('Run')),
      [
        `EventPattern: Matches 2 of ${all} sample events`,
        'Pattern: Matches 1 of 1 sample events',
        'Pattern: Matches none of 1 sample events',
        'FilterPolicy: Matches 1 of 1 sample events',
      ],
    );
  });

  it('only ask for an event where none comes along', () => {
    const text = `Resources:
  Big:
    Type: AWS::EventsV2::Subscriber
    Properties: { FilterConfiguration: { Filters: [{ Scope: DATA, Pattern: '{ "total": [5] }' }] } }
`;
    assert.deepEqual(lenses(text, 'template.yaml'), ['Pattern: Run against…']);
  });

  it('stand above patterns in Terraform', () => {
    const text = `resource "aws_cloudwatch_event_rule" "a" {
  event_pattern = jsonencode({ source = ["aws.batch"], detail = { status = ["FAILED"] } })
}
resource "aws_cloudwatch_event_rule" "b" {
  event_pattern = <<EOF
{ "source": ["aws.ecs"] }
EOF
}
`;
    assert.deepEqual(
      lenses(text, 'main.tf').filter((title) => !title.includes('Run')),
      [
        `event_pattern: Matches 1 of ${all} sample events`,
        `event_pattern: Matches 2 of ${all} sample events`,
      ],
    );
  });

  it('stay away from a pattern that AWS refuses', () => {
    assert.deepEqual(lenses('{"source": "aws.glue"}', 'a.eventpattern.json'), []);
  });
});

describe('running a pattern', () => {
  it('says which fields failed, with what they should be and are', () => {
    const marked =
      '{"source": «["aws.glue"]», "detail": {"state": «["FAILED", "TIMEOUT"]», "jobname": «[{"prefix": "orders-"}]»}}';
    const { text, spans } = readMarks(marked);
    const { results } = ofText(text);
    const { verdict, rows } = results.find(({ title }) => title === 'Glue job succeeded')!;
    assert.equal(verdict, 'differs');
    assert.deepEqual(
      rows.map(({ label, outcome, expected, found, hint }) => [label, outcome, expected, found, hint]),
      [
        ['source', 'matched', '"aws.glue"', '"aws.glue"', undefined],
        ['detail.state', 'differs', '"FAILED" or "TIMEOUT"', '"SUCCEEDED"', undefined],
        [
          'detail.jobname',
          'missing',
          'a text that begins with "orders-"',
          '',
          'The event has "jobName", not "jobname".',
        ],
      ],
    );
    assert.equal(
      writeMarks(
        text,
        rows.map(({ span }) => span),
      ),
      writeMarks(text, spans),
    );
  });

  it('says which branch matched', () => {
    const { results } = ofText('{"$or": [{"source": ["aws.ecs"]}, {"detail": {"state": ["TIMEOUT"]}}]}');
    const { rows } = results.find(({ title }) => title === 'Glue job timed out')!;
    assert.deepEqual(
      rows.map(({ kind, depth, label, outcome }) => `${'  '.repeat(depth)}${kind} ${label} ${outcome}`),
      [
        'or $or matched',
        '  branch branch 1 of 2 differs',
        '    field source differs',
        '  branch branch 2 of 2 matched',
        '    field detail.state matched',
      ],
    );
  });

  it('asks about the events of the workspace first, and says what is no event', () => {
    const own = [given('paid.event.json', { source: 'shop' }), given('half.event.json', '{"source": ')];
    const { results } = ofText('{"source": ["shop"]}', own);
    assert.deepEqual(
      results.slice(0, 2).map(({ title, verdict, message }) => [title, verdict, message]),
      [
        ['paid.event.json', 'matches', undefined],
        ['half.event.json', 'refused', 'The text is not JSON.'],
      ],
    );
  });

  it('takes what a template fills in as it comes, and says so', () => {
    const text = `Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created], detail: { bucket: { name: [!Ref Bucket] } } }
`;
    const found = run(new LanguageDocument({ path: 'template.yaml', text }), 'Uploaded/0');
    assert.equal(found.title, 'Uploaded');
    assert.deepEqual(matching(found), ['S3 object created', 'S3 multipart upload completed']);
    const { message } = found.results.find(({ verdict }) => verdict === 'matches')!;
    assert.equal(message, 'If "detail.bucket.name" is as the file fills in elsewhere.');
  });

  it('asks as the reader does: each record in Lambda, the attributes in SNS', () => {
    const text = `Resources:
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FilterCriteria: { Filters: [{ Pattern: '{ "body": { "total": [5] } }' }] }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { FilterPolicy: { total: [5] } }
`;
    const document = new LanguageDocument({ path: 'template.yaml', text });
    const queue = given('queue.event.json', { Records: [{ body: '{"total":5}' }, { body: '{"total":6}' }] });
    const mapping = run(document, 'Mapping/0', [queue]);
    assert.deepEqual(matching(mapping), ['queue.event.json · record 1']);
    assert.match(
      mapping.notes.join(' '),
      /^Read by a Lambda event source mapping\. Lambda asks about each record/,
    );
    const message = given('topic.event.json', {
      Records: [{ Sns: { MessageAttributes: { total: { Type: 'Number', Value: '5' } } } }],
    });
    assert.deepEqual(matching(run(document, 'Subscription/0', [message])), ['topic.event.json']);
  });

  it('finds the pattern at the cursor', () => {
    const text =
      'Resources:\n  A:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: { source: [a] }\n  B:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: { source: [b] }\n';
    const { located } = new LanguageDocument({ path: 'template.yaml', text });
    assert.equal(patternAt(located, text.indexOf('[b]'))?.id, 'B/0');
    assert.equal(patternAt(located, 3), undefined);
  });
});
