import { bucketsWritten } from '../../model/resources/bucketWrites';
import { eventRulesOf, type EventRule, type RuleTarget } from '../../model/resources/eventRules';
import { exactTexts, patternFields, patternOf } from '../../model/resources/patterns';
import type { EmbeddedPattern } from '../../model/locate';
import type { Template } from '../../model/template';
import { eventLoops, type EventLoop } from '../../model/workspace';
import { get, getItems, getObject } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'eventbridge/self-trigger-loop',
  subject: 'template',
  severity: 'warning',
  summary:
    'What a rule starts does not make the events that the rule waits for, over all files of the workspace.',
  why: 'A function that writes into the bucket whose objects start it runs for ever, and so does a machine that is started when it ends. The bill is usually the first to tell.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Images:
    Type: AWS::S3::Bucket
    Properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } }
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement: { Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: !Sub '\${Images.Arn}/*' }
      Events:
        «Uploaded»:
          Type: EventBridgeRule
          Properties:
            Pattern: { source: [aws.s3], detail-type: [Object Created], detail: { bucket: { name: [!Ref Images] } } }
`,
    },
    {
      text: `Resources:
  Again: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  Ended:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.states], detail-type: [Step Functions Execution Status Change], detail: { status: [FAILED] } }
      Targets: [{ Id: again, «Arn: !Ref Again», RoleArn: !GetAtt Role.Arn }]
`,
    },
  ],
  good: [
    `Resources:
  Images:
    Type: AWS::S3::Bucket
    Properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } }
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{ S3WritePolicy: { BucketName: !Ref Images } }]
      Events:
        Uploaded:
          Type: EventBridgeRule
          Properties:
            Pattern: { source: [aws.s3], detail-type: [Object Created], detail: { bucket: { name: [!Ref Images] }, object: { key: [{ prefix: raw/ }] } } }
  Read:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{ S3ReadPolicy: { BucketName: !Ref Images } }]
      Events:
        Uploaded: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.s3], detail-type: [Object Created] } } }
`,
    `Resources:
  First: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  Second: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !Ref MachineRole } }
  Ended:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.states], detail: { stateMachineArn: [!Ref First] } }
      Targets: [{ Id: second, Arn: !Ref Second, RoleArn: !GetAtt Role.Arn }]
`,
  ],

  *check({ located, template }, { path, workspace }) {
    const known = new Set<string>();
    for (const rule of eventRulesOf(located)) {
      for (const pattern of rule.patterns) {
        const texts = sourceTexts(pattern);
        for (const target of rule.targets) {
          const found = texts.includes('aws.s3')
            ? [...writesBack(rule, pattern, target, template)]
            : texts.includes('aws.states')
              ? [...startsItself(rule, pattern, target, template)]
              : [];
          yield* found;
          if (found.length > 0) known.add(idOf(rule));
        }
      }
    }
    // What leads over other resources or other files.
    for (const loop of workspace ? eventLoops(workspace, path) : []) {
      if (!known.has(loop.rule.id)) yield aroundTheWorkspace(loop);
    }
  },
});

function idOf({ event, resource, name }: EventRule): string {
  return event ? `${resource.id}.${name}` : resource.id;
}

function aroundTheWorkspace({ rule, parts, maker }: EventLoop): Finding {
  const names = parts.map(({ name }) => `"${name}"`);
  const last = names[names.length - 1];
  return {
    span: rule.span,
    message:
      names.length === 1
        ? `"${rule.name}" starts ${last}, which makes the event that "${rule.name}" waits for.`
        : `"${rule.name}" starts ${names[0]}, which leads to ${names.slice(1).join(' and ')}; ${last} makes the event that "${rule.name}" waits for.`,
    related: [
      ...parts.map((part) => ({
        uri: part.path,
        span: part.span,
        message: `"${part.name}" is part of the loop.`,
      })),
      { uri: maker.path, span: maker.span, message: `Here ${last} makes the event.` },
    ],
  };
}

function sourceTexts(pattern: EmbeddedPattern): readonly string[] {
  const source = patternFields(patternOf(pattern)).find(({ path }) => path === 'source');
  return (source && exactTexts(source)) ?? [];
}

function rootOf({ node, text }: EmbeddedPattern): TreeNode | undefined {
  return text ? text.root : node;
}

/** An object that the target writes is an event that starts it, unless names of keys keep them apart. */
function* writesBack(
  { name }: EventRule,
  pattern: EmbeddedPattern,
  { resource, span }: RuleTarget,
  template: Template,
): Iterable<Finding> {
  const fields = patternFields(patternOf(pattern));
  const types = fields.find(({ path }) => path === 'detail-type');
  const isCreated = !types || exactTexts(types)?.includes('Object Created');
  const hasKey = fields.some(({ path }) => path.startsWith('detail.') && !path.startsWith('detail.bucket.'));
  if (!resource || !isCreated || hasKey) return;
  const names = getItems(getObject(getObject(rootOf(pattern), 'detail'), 'bucket'), 'name');
  const written = bucketsWritten(resource, template).flatMap((node) => template.references(node));
  const bucket = names
    .map((item) => template.byId.get(template.reference(item)?.resource ?? ''))
    .find((candidate) => candidate && written.some(({ resource: id }) => id === candidate.id));
  if (!bucket) return;
  yield {
    span,
    message: `"${resource.id}" may write into the bucket "${bucket.id}", and "${name}" starts it for every new object there.`,
  };
}

function* startsItself(
  { name }: EventRule,
  pattern: EmbeddedPattern,
  { resource, service, span }: RuleTarget,
  template: Template,
): Iterable<Finding> {
  if (service !== 'states' || !resource) return;
  const detail = getObject(rootOf(pattern), 'detail');
  const machines = get(detail, 'stateMachineArn');
  const isMeant =
    !machines ||
    getItems(detail, 'stateMachineArn').some((item) => template.reference(item)?.resource === resource.id);
  const others = patternFields(patternOf(pattern)).some(({ path }) =>
    /^(?:resources|detail\.(?:executionArn|name|input.*))$/.test(path),
  );
  if (!isMeant || others) return;
  yield {
    span,
    message: `"${name}" starts "${resource.id}" when an execution of "${resource.id}" changes its status.`,
  };
}
