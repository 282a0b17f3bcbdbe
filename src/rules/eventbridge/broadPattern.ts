import type { CodeFile } from '../../model/code';
import type { EventPattern } from '../../model/eventPattern/eventPattern';
import { eventRulesOf } from '../../model/resources/eventRules';
import { exactTexts, patternFields, patternOf } from '../../model/resources/patterns';
import type { TargetService } from '../../model/resources/targets';
import type { Span } from '../../syntax/tree';
import { defineRule, side, type Finding, type Severity } from '../rule';
import { patternConstructs } from './patternConstructs';

/** Fields that every event has, and that do not say what happened. */
const ENVELOPE: ReadonlySet<string> = new Set(['source', 'account', 'region', 'version', 'id', 'time']);

/** Fields in which all events of an account and region are alike. */
const OF_ALL: ReadonlySet<string> = new Set(['account', 'region', 'version']);

/** Targets that do work for every event; logs, streams and other buses take events to keep or to pass on. */
const WORKERS: ReadonlySet<TargetService | undefined> = new Set<TargetService>([
  'batch',
  'codebuild',
  'codepipeline',
  'ecs',
  'glueWorkflow',
  'lambda',
  'states',
]);

export default defineRule({
  id: 'eventbridge/broad-pattern',
  subject: 'template',
  severity: 'warning',
  summary: 'A rule that starts work says which events it is for.',
  why: 'A pattern with nothing but a source lets every event of the service through, and each starts the target and is paid for. Events that AWS adds later are let through as well.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html',
  note: 'eventbridge',
  bad: [
    { text: '{ «"source": ["aws.s3"]», "region": ["eu-west-1"] }' },
    {
      text: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Uploaded:
          Type: EventBridgeRule
          Properties:
            Pattern:
              «source: [aws.s3]»
`,
    },
    {
      text: `{ "Resources": {
  "Load": { "Type": "AWS::Lambda::Function" },
  "Changed": { "Type": "AWS::Events::Rule", "Properties": {
    "EventPattern": { «"source": ["aws.glue", "aws.athena"]», "account": ["123456789012"] },
    "Targets": [{ "Id": "load", "Arn": { "Fn::GetAtt": ["Load", "Arn"] } }] } }
} }`,
    },
    {
      text: `Resources:
  Machine: { Type: AWS::StepFunctions::StateMachine }
  All:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { «source: [{ prefix: '' }]» }
      Targets: [{ Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn }]
`,
    },
    {
      text: `Resources:
  Load: { Type: AWS::Lambda::Function }
  All:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { «account: [!Ref AWS::AccountId]» }
      Targets: [{ Id: load, Arn: !GetAtt Load.Arn }]
`,
    },
  ],
  good: [
    '{ "source": ["aws.s3"], "detail-type": ["Object Created"] }',
    `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Uploaded: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.s3], detail-type: [Object Created] } } }
        Failed: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.glue], resources: [!GetAtt Job.Arn] } } }
`,
    `Resources:
  Logs: { Type: AWS::Logs::LogGroup }
  Audit:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [aws.s3] }, Targets: [{ Id: log, Arn: !GetAtt Logs.Arn }] }
`,
  ],

  *check({ located }) {
    for (const rule of eventRulesOf(located)) {
      if (!rule.targets.some(({ service }) => WORKERS.has(service))) continue;
      for (const embedded of rule.patterns) {
        const found = breadth(patternOf(embedded), `The rule "${rule.name}"`, ' to its target');
        if (found) yield found;
      }
    }
  },

  // Nobody knows what a pattern of its own starts, so that it is only said.
  sides: [
    side('eventPattern', function* (subject) {
      const isOwnFile = subject.resource === undefined && subject.dialect === 'bus';
      const found = isOwnFile ? breadth(patternOf(subject), 'This pattern', '') : undefined;
      if (found) yield { ...found, severity: found.severity ?? 'info' };
    }),
    side('code', inCode),
  ],
});

/** Rules of the CDK that take all events of a service. */
function* inCode(code: CodeFile): Iterable<Finding> {
  for (const { id, fields, startsWork } of patternConstructs(code)) {
    const source = fields.get('source');
    if (!startsWork || ![...fields.keys()].every((name) => ENVELOPE.has(name))) continue;
    if (!source?.texts?.every((text) => text.startsWith('aws.'))) continue;
    const { keySpan, value } = source.entry;
    yield {
      span: { start: keySpan.start, end: value.span.end },
      message: `The rule "${id}" lets every event of ${list(source.texts)} through to its target.`,
    };
  }
}

function breadth(
  pattern: EventPattern,
  who: string,
  where: string,
): { span: Span; message: string; severity?: Severity } | undefined {
  const fields = patternFields(pattern);
  const source = fields.find(({ path }) => path === 'source');
  if (!pattern.isValid || !fields.every(({ path }) => ENVELOPE.has(path))) return undefined;
  if (!source) {
    const [first, last] = [fields[0], fields[fields.length - 1]];
    if (!first || !fields.every(({ path }) => OF_ALL.has(path))) return undefined;
    return {
      span: { start: first.key.span.start, end: last.span.end },
      message: `${who} lets every event of the bus through${where}.`,
    };
  }
  const { key } = source;
  const span = { start: key.span.start, end: source.span.end };
  const open = source.tests.some(
    (test) =>
      test.kind === 'exists' ||
      ((test.kind === 'prefix' || test.kind === 'wildcard') && /^\**$/.test(test.text)),
  );
  if (open) return { span, message: `${who} lets every event of the bus through${where}.` };
  const services = exactTexts(source);
  if (!services?.every((text) => text.startsWith('aws.'))) {
    // One producer of one's own may well have one kind of event.
    return services
      ? {
          span,
          message: `${who} lets every event of ${list(services)} through${where}.`,
          severity: 'hint',
        }
      : undefined;
  }
  return { span, message: `${who} lets every event of ${list(services)} through${where}.` };
}

function list(names: readonly string[]): string {
  const quoted = names.map((text) => `"${text}"`);
  return quoted.length < 3
    ? quoted.join(' and ')
    : `${quoted.slice(0, 2).join(', ')} and ${quoted.length - 2} more`;
}
