import { eventRulesOf } from '../../model/resources/eventRules';
import { namedTarget } from '../../model/resources/targets';
import type { Resource, Template } from '../../model/template';
import { get, getObject, property } from '../../syntax/navigate';
import type { Span } from '../../syntax/tree';
import { addQueuePolicy, addTopicPolicy } from './deadLetters';
import { defineRule } from '../rule';
import { hasUnwritten } from '../../model/resources/unwritten';

interface Place {
  readonly span: Span;
  readonly resource: Resource;
  readonly what: string;
}

export default defineRule({
  id: 'eventbridge/target-no-policy',
  subject: 'template',
  severity: 'error',
  summary: 'A queue or topic that a rule sends to has a policy that lets EventBridge in.',
  why: 'Without a policy EventBridge is turned away: the event never arrives, and a dead-letter queue without one loses what it should keep. Only the metric FailedInvocations tells of it.',
  reference:
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Orders: { Type: AWS::SQS::Queue }
  Ordered:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop], detail-type: [Order Placed] }
      Targets:
        - Id: orders
          «Arn: !GetAtt Orders.Arn»
`,
      fixed: `Resources:
  Orders: { Type: AWS::SQS::Queue }
  Ordered:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop], detail-type: [Order Placed] }
      Targets:
        - Id: orders
          Arn: !GetAtt Orders.Arn
  OrdersPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues:
        - Ref: Orders
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: sqs:SendMessage
            Resource:
              Fn::GetAtt:
                - Orders
                - Arn
`,
    },
    {
      text: `Resources:
  Alert: { Type: AWS::SNS::Topic }
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets:
        - Id: alert
          «Arn: !Ref Alert»
`,
      fixed: `Resources:
  Alert: { Type: AWS::SNS::Topic }
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets:
        - Id: alert
          Arn: !Ref Alert
  AlertPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics:
        - Ref: Alert
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: sns:Publish
            Resource:
              Ref: Alert
`,
    },
    {
      text: `Resources:
  Lost: { Type: AWS::SQS::Queue }
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Uploaded:
          Type: EventBridgeRule
          Properties:
            Pattern: { source: [aws.s3], detail-type: [Object Created] }
            DeadLetterConfig: { «Arn: !GetAtt Lost.Arn» }
`,
      fixed: `Resources:
  Lost: { Type: AWS::SQS::Queue }
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Uploaded:
          Type: EventBridgeRule
          Properties:
            Pattern: { source: [aws.s3], detail-type: [Object Created] }
            DeadLetterConfig: { Arn: !GetAtt Lost.Arn }
  LostPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues:
        - Ref: Lost
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: sqs:SendMessage
            Resource:
              Fn::GetAtt:
                - Lost
                - Arn
`,
    },
  ],
  good: [
    `Resources:
  Orders: { Type: AWS::SQS::Queue }
  Let:
    Type: AWS::SQS::QueuePolicy
    Properties: { Queues: [!Ref Orders], PolicyDocument: !Ref Document }
  Ordered:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop], detail-type: [Order Placed] }
      Targets:
        - { Id: orders, Arn: !GetAtt Orders.Arn, DeadLetterConfig: { Arn: !Ref Elsewhere } }
        - { Id: other, Arn: !Ref Elsewhere }
`,
    `Resources:
  Orders: { Type: AWS::SQS::Queue }
  Let: { Type: AWS::SQS::QueueInlinePolicy, Properties: { Queue: !Ref Orders, PolicyDocument: { Statement: [] } } }
  Placed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop], detail-type: [Order Placed] }
      Targets: [{ Id: orders, Arn: !GetAtt Orders.Arn }]
`,
  ],

  *check({ located, template }) {
    if (hasUnwritten(template)) return;
    for (const { name, targets, properties, event } of eventRulesOf(located)) {
      const holders = event ? [properties] : targets.flatMap(({ node }) => node ?? []);
      const places = holders.flatMap((holder) => [
        ...(event || get(holder, 'RoleArn') ? [] : placeAt(holder, 'The target', template)),
        ...placeAt(getObject(holder, 'DeadLetterConfig'), 'The dead-letter queue', template),
      ]);
      for (const { span, resource, what } of places) {
        if (isOpen(resource, template)) continue;
        const queue = resource.type === 'AWS::SQS::Queue';
        const edit = queue ? addQueuePolicy(resource.id, template) : addTopicPolicy(resource.id, template);
        const isPlain = template.kind === 'cloudformation' || template.kind === 'sam';
        yield {
          span,
          message: `${what} "${resource.id}" of "${name}" has no policy that lets EventBridge in.`,
          // A module of Terraform has several files, and the policy may be in another one.
          severity: template.kind === 'terraform' ? 'warning' : 'error',
          fixes: isPlain
            ? [{ title: `Let EventBridge send to "${resource.id}"`, edits: [edit], safe: true }]
            : [],
        };
      }
    }
  },
});

function placeAt(holder: Parameters<typeof property>[0], what: string, template: Template): Place[] {
  const arn = property(holder, 'Arn');
  const { resource } = namedTarget(arn?.value, template);
  const isMeant = resource?.type === 'AWS::SQS::Queue' || resource?.type === 'AWS::SNS::Topic';
  return arn && isMeant ? [{ span: arn.span, resource, what }] : [];
}

/** The types of policies, and their property that says what they are for. */
const POLICIES: Readonly<Record<string, readonly (readonly [type: string, on: string])[]>> = {
  'AWS::SQS::Queue': [
    ['AWS::SQS::QueuePolicy', 'Queues'],
    ['AWS::SQS::QueueInlinePolicy', 'Queue'],
  ],
  'AWS::SNS::Topic': [
    ['AWS::SNS::TopicPolicy', 'Topics'],
    ['AWS::SNS::TopicInlinePolicy', 'TopicArn'],
  ],
};

/** True where a policy is for the queue or topic, or for one that is not known here. */
function isOpen({ id, type, properties }: Resource, template: Template): boolean {
  // Terraform writes the policy into the queue as well.
  if (get(properties, 'Policy')) return true;
  return POLICIES[type].some(([policy, on]) =>
    template.ofType(policy).some((resource) => {
      const named = template
        .references(get(resource.properties, on))
        .flatMap((reference) => reference.resource ?? []);
      return named.length === 0 || named.includes(id);
    }),
  );
}
