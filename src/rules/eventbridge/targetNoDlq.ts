import { eventRulesOf } from '../../model/resources/eventRules';
import type { TargetService } from '../../model/resources/targets';
import { get } from '../../syntax/navigate';
import { defineRule } from '../rule';
import { ruleDeadLetters, samDeadLetters } from './deadLetters';

/** Targets that are hardly ever out of reach, or keep what they get. */
const SAFE: ReadonlySet<TargetService | undefined> = new Set<TargetService>(['logs', 'bus']);

export default defineRule({
  id: 'eventbridge/target-no-dlq',
  subject: 'template',
  severity: 'info',
  off: true,
  summary: 'A target of a rule has a queue for events that could not be delivered.',
  why: 'EventBridge tries for 24 hours and 185 times, and then drops the event without a trace. A dead-letter queue keeps it, with the reason.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        «Uploaded»:
          Type: EventBridgeRule
          Properties:
            Pattern: { source: [aws.s3], detail-type: [Object Created] }
`,
      fixed: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Uploaded:
          Type: EventBridgeRule
          Properties:
            Pattern: { source: [aws.s3], detail-type: [Object Created] }
            DeadLetterConfig:
              Type: SQS
`,
    },
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets:
        - Id: alert
          «Arn: !Ref AlertArn»
`,
      fixed: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets:
        - Id: alert
          Arn: !Ref AlertArn
          DeadLetterConfig:
            Arn:
              Fn::GetAtt:
                - FailedDeadLetters
                - Arn
  FailedDeadLetters:
    Type: AWS::SQS::Queue
  FailedDeadLettersPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues:
        - Ref: FailedDeadLetters
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: sqs:SendMessage
            Resource:
              Fn::GetAtt:
                - FailedDeadLetters
                - Arn
`,
    },
  ],
  good: [
    `Resources:
  Logs: { Type: AWS::Logs::LogGroup }
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets:
        - { Id: alert, Arn: !Ref AlertArn, DeadLetterConfig: { Arn: !Ref LostArn } }
        - { Id: logs, Arn: !GetAtt Logs.Arn }
`,
  ],

  *check({ located, template }) {
    for (const { name, targets, properties, event } of eventRulesOf(located)) {
      for (const { node, service, span } of targets) {
        const holder = event ? properties : node;
        if (!holder || SAFE.has(service) || get(holder, 'DeadLetterConfig')) continue;
        const fixes =
          template.kind === 'terraform' || template.kind === 'serverless'
            ? []
            : event
              ? samDeadLetters(holder, template)
              : ruleDeadLetters(holder, name, template);
        yield { span, message: `Events that "${name}" cannot deliver are dropped after 24 hours.`, fixes };
      }
    }
  },
});
