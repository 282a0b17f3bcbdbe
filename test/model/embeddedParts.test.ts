import assert from 'node:assert/strict';
import { locate } from '../../src/model/locate';
import { readMarks, writeMarks } from '../support/marks';

/** Templates with every pattern and schedule marked, and what reads each of them, in order. */
const CASES: readonly { text: string; path?: string; readers: readonly string[] }[] = [
  {
    text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: «{ source: [aws.glue], detail: { jobName: [!Ref Job] } }»
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: «cron(0 3 * * ? *)»
  Local:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: !If [Live, «rate(5 minutes)», «rate(1 day)»]
      ScheduleExpressionTimezone: Europe/Berlin
  Start:
    Type: AWS::Glue::Trigger
    Properties: { Type: SCHEDULED, Schedule: «cron(0 4 * * ? *)» }
  Crawl:
    Type: AWS::Glue::Crawler
    Properties: { Schedule: { ScheduleExpression: «cron(0 5 * * ? *)» } }
`,
    readers: ['bus', 'rule', 'scheduler Europe/Berlin', 'scheduler Europe/Berlin', 'glue', 'glue'],
  },
  {
    text: `Resources:
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties:
      SourceParameters:
        FilterCriteria:
          Filters:
            - Pattern: «'{ "body": { "kind": ["order"] } }'»
            - Pattern: !Sub «'{ "body": { "stage": ["\${Stage}"] } }'»
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FilterCriteria: { Filters: [{ Pattern: «'{}'» }] } }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { FilterPolicyScope: MessageBody, FilterPolicy: «{ kind: [order] }» }
  Subscriber:
    Type: AWS::EventsV2::Subscriber
    Properties:
      FilterConfiguration: { Filters: [{ Scope: DATA, Pattern: «'{"total": [{"numeric": [">", 100]}]}'» }] }
`,
    readers: ['pipe', 'pipe', 'lambda', 'snsBody', 'subscriber'],
  },
  {
    text: `Transform: AWS::Serverless-2016-10-31
Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Hourly: { Type: Schedule, Properties: { Schedule: «rate(1 hour)» } }
        Local: { Type: ScheduleV2, Properties: { ScheduleExpression: «rate(2 hours)», ScheduleExpressionTimezone: Asia/Tokyo } }
        Queue: { Type: SQS, Properties: { FilterCriteria: { Filters: [{ Pattern: «'{"body":{"a":[1]}}'» }] } } }
        Failed: { Type: EventBridgeRule, Properties: { Pattern: «{ source: [aws.states] }» } }
        Topic: { Type: SNS, Properties: { FilterPolicy: «{ a: [b] }» } }
`,
    readers: ['rule', 'scheduler Asia/Tokyo', 'lambda', 'bus', 'snsAttributes'],
  },
  {
    text: `service: orders
provider: { name: aws }
custom: { rate: rate(3 hours) }
functions:
  load:
    handler: src/load.handler
    events:
      - schedule: «rate(1 hour)»
      - schedule: { rate: [«rate(2 hours)», «'\${self:custom.rate}'»], method: scheduler, timezone: Asia/Tokyo }
      - eventBridge: { pattern: «{ source: [aws.glue] }» }
      - sqs: { arn: x, filterPatterns: [«{ body: { a: [1] } }»] }
      - sns: { arn: x, filterPolicyScope: MessageBody, filterPolicy: «{ a: [1] }» }
stepFunctions:
  stateMachines:
    flow:
      events:
        - cloudwatchEvent: { event: «{ source: [aws.s3] }» }
        - schedule: «cron(0 3 * * ? *)»
      definition: { StartAt: A, States: { A: { Type: Succeed } } }
resources:
  Resources:
    Failed: { Type: AWS::Events::Rule, Properties: { EventPattern: «{ source: [aws.states] }» } }
`,
    path: 'serverless.yml',
    readers: [
      'rule',
      'scheduler Asia/Tokyo',
      'scheduler Asia/Tokyo',
      'bus',
      'lambda',
      'snsBody',
      'bus',
      'rule',
      'bus',
    ],
  },
];

describe('patterns and schedules inside a template', () => {
  for (const { text: marked, path = 'template.yaml', readers } of CASES) {
    it(`are found with what reads them: ${readers.join(', ')}`, () => {
      const { text, spans } = readMarks(marked);
      const { eventPatterns, schedules } = locate({ path, text });
      const found = [
        ...eventPatterns.map(({ node, dialect }) => ({ span: node.span, reader: dialect as string })),
        ...schedules.map(({ node, kind, timezone }) => ({
          span: node.span,
          reader: timezone?.kind === 'string' ? `${kind} ${timezone.value}` : kind,
        })),
      ].sort((a, b) => a.span.start - b.span.start);
      assert.equal(
        writeMarks(
          text,
          found.map(({ span }) => span),
        ),
        writeMarks(text, spans),
      );
      assert.deepEqual(
        found.map(({ reader }) => reader),
        readers,
      );
    });
  }

  it('are read in place where a string holds them', () => {
    const { text, spans } = readMarks(`Resources:
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties:
      SourceParameters: { FilterCriteria: { Filters: [{ Pattern: '{ "body": { «"kind"»: ["order"] } }' }] } }
`);
    const root = locate({ path: 't.yaml', text }).eventPatterns[0]?.text?.root;
    const body = root?.kind === 'object' ? root.properties[0].value : undefined;
    assert.deepEqual(body?.kind === 'object' ? body.properties[0].key.span : undefined, spans[0]);
  });
});
