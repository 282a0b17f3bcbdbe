import { defineRule } from '../rule';
import { judgeSchedule } from './judgeSchedule';

export default defineRule({
  id: 'eventbridge/cron-invalid',
  subject: 'schedule',
  severity: 'error',
  summary: 'The schedule of a rule is one that AWS accepts.',
  why: 'A cron of AWS has six fields, one of its two day fields is "?", and "rate(1 minute)" is singular. Anything else is refused when the rule is deployed.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: cron(«0 3 * * *»)
`,
      fixed: `Resources:
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: cron(0 3 * * ? *)
`,
    },
    {
      text: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Often: { Type: Schedule, Properties: { Schedule: rate(5 «minute») } }
`,
      fixed: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Often: { Type: Schedule, Properties: { Schedule: rate(5 minutes) } }
`,
    },
    {
      text: `Resources:
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: '«@daily»'
`,
      fixed: `Resources:
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: 'cron(0 0 * * ? *)'
`,
    },
    {
      text: `Resources:
  LastDay:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: cron(0 3 «30 2 ? *»)
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: cron(0 3 * * ? *) }
  Often:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(5 minutes) }
  Given:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: !Sub 'cron(0 \${Hour} * * ? *)' }
`,
  ],

  *check(schedule) {
    if (schedule.kind === 'rule') yield* judgeSchedule(schedule, 'rule');
  },
});
