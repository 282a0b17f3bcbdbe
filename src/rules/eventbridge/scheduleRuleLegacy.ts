import { eventRulesOf } from '../../model/resources/eventRules';
import { property } from '../../syntax/navigate';
import { defineRule, side } from '../rule';
import { scheduledConstructs } from './scheduledConstructs';
import { toScheduler } from './toScheduler';

export default defineRule({
  id: 'eventbridge/schedule-rule-legacy',
  subject: 'template',
  severity: 'info',
  summary: 'What has to start at a time is a schedule of EventBridge Scheduler.',
  why: 'AWS calls scheduled rules a legacy feature. Scheduler has time zones, one-time schedules, windows, its own retries, and starts any API of AWS without a permission on the target.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html',
  note: 'eventbridge',
  bad: [
    {
      text: `{ "Resources": {
  "Machine": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "RoleArn": { "Ref": "MachineRole" } } },
  "Role": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": { "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "events.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } } },
  "Often": { "Type": "AWS::Events::Rule", "Properties": {
    «"ScheduleExpression"»: "rate(5 minutes)",
    "Targets": [{ "Id": "machine", "Arn": { "Ref": "Machine" }, "RoleArn": { "Fn::GetAtt": ["Role", "Arn"] } }] } }
} }`,
      fixed: `{ "Resources": {
  "Machine": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "RoleArn": { "Ref": "MachineRole" } } },
  "Role": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": { "Statement": [
    { "Effect": "Allow", "Principal": { "Service": ["events.amazonaws.com", "scheduler.amazonaws.com"] }, "Action": "sts:AssumeRole" } ] } } },
  "Often": { "Type": "AWS::Scheduler::Schedule", "Properties": {
    "ScheduleExpression": "rate(5 minutes)",
    "ScheduleExpressionTimezone": "UTC",
    "FlexibleTimeWindow": {
      "Mode": "OFF"
    },
    "Target": { "Arn": { "Ref": "Machine" }, "RoleArn": { "Fn::GetAtt": ["Role", "Arn"] } } } }
} }`,
    },
    {
      text: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Often:
          Type: Schedule
          Properties:
            «Schedule»: rate(5 minutes)
            Input: '{}'
`,
      fixed: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Often:
          Type: ScheduleV2
          Properties:
            ScheduleExpression: rate(5 minutes)
            ScheduleExpressionTimezone: UTC
            Input: '{}'
`,
    },
    {
      text: `import * as events from "aws-cdk-lib/aws-events";

export function nightly(scope) {
  return new events.Rule(scope, "Nightly", { «schedule»: events.Schedule.cron({ hour: "3" }) });
}
`,
    },
  ],
  good: [
    `Resources:
  Often:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: rate(5 minutes) }
  Both:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(5 minutes), EventPattern: { source: [shop] } }
  Forward:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(5 minutes)
      Targets: [{ Id: bus, Arn: 'arn:aws:events:eu-west-1:123456789012:event-bus/central', RoleArn: !GetAtt Role.Arn }]
`,
  ],

  *check({ located, template }) {
    for (const rule of eventRulesOf(located)) {
      const written = property(rule.properties, rule.event ? 'Schedule' : 'ScheduleExpression');
      if (!written || rule.schedules.length === 0 || rule.patterns.length > 0) continue;
      if (rule.targets.some(({ service }) => service === 'bus')) continue;
      yield {
        span: written.key.span,
        message: `"${rule.name}" is a scheduled rule, which AWS calls legacy in favour of EventBridge Scheduler.`,
        fixes: toScheduler(rule, template),
        tag: 'deprecated',
      };
    }
  },

  sides: [side('code', scheduledConstructs)],
});
