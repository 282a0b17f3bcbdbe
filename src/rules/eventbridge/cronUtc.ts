import { eventRulesOf } from '../../model/resources/eventRules';
import { defineRule } from '../rule';
import { fixedTime, type FixedTime } from './fixedTime';
import { speaksOfUtc, spokenTime, textAbout } from './spokenTime';
import { toScheduler } from './toScheduler';

export default defineRule({
  id: 'eventbridge/cron-utc',
  subject: 'template',
  severity: 'warning',
  summary: 'A rule that means local time does not leave it to a cron in UTC.',
  why: 'Rules know no time zone: their cron is read in UTC, and the hour by the local clock moves twice a year. EventBridge Scheduler takes the time zone with the schedule.',
  reference: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#time-zones',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Load: { Type: AWS::Serverless::Function }
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      Description: Loads the orders at 2:15am
      ScheduleExpression: «cron(15 2 * * ? *)»
      Targets:
        - Arn: !GetAtt Load.Arn
          Id: load
`,
      fixed: `Resources:
  Load: { Type: AWS::Serverless::Function }
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      Description: Loads the orders at 2:15am
      ScheduleExpression: cron(15 2 * * ? *)
      ScheduleExpressionTimezone: UTC
      FlexibleTimeWindow:
        Mode: "OFF"
      Target:
          Arn: !GetAtt Load.Arn
          RoleArn:
            Fn::GetAtt:
              - NightlyRole
              - Arn
  NightlyRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: scheduler.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: Target
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: lambda:InvokeFunction
                Resource:
                  Fn::GetAtt:
                    - Load
                    - Arn
`,
    },
    {
      text: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        # at 9 PST, before the office opens
        Morning: { Type: Schedule, Properties: { Schedule: «cron(0 9 ? * MON-FRI *)» } }
`,
      fixed: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        # at 9 PST, before the office opens
        Morning: { Type: ScheduleV2, Properties: { ScheduleExpression: cron(0 9 ? * MON-FRI *), ScheduleExpressionTimezone: America/Los_Angeles } }
`,
    },
  ],
  good: [
    `Resources:
  Daily:
    Type: AWS::Events::Rule
    Properties: { Description: At 2:15am UTC, ScheduleExpression: cron(15 2 * * ? *) }
  Hourly:
    Type: AWS::Events::Rule
    Properties: { Description: Not only at midnight, ScheduleExpression: cron(15 * * * ? *) }
  Often:
    Type: AWS::Events::Rule
    Properties: { ScheduleExpression: rate(2 hours) }
  Local:
    Type: AWS::Scheduler::Schedule
    Properties: { Description: At 2:15am, ScheduleExpression: cron(15 2 * * ? *), ScheduleExpressionTimezone: Europe/Paris }
`,
  ],

  *check({ located, template }) {
    for (const rule of eventRulesOf(located)) {
      const about = textAbout(rule, template);
      if (rule.schedules.length === 0 || speaksOfUtc(about)) continue;
      const spoken = spokenTime(about);
      for (const { node } of rule.schedules) {
        const time = fixedTime(node, 'rule');
        if (!time) continue;
        const meant = spoken?.hour === undefined || time.hours.includes(spoken.hour);
        yield {
          span: node.span,
          message: spoken
            ? `The rule "${rule.name}" fires at ${inWords(time)} UTC all year, and what is written about it ("${spoken.words}") does not say UTC.`
            : `The rule "${rule.name}" fires at ${inWords(time)} UTC all year, so that its local time moves by an hour twice a year.`,
          severity: spoken ? 'warning' : 'hint',
          fixes: toScheduler(rule, template, meant ? spoken?.zone : undefined),
        };
      }
    }
  },
});

function inWords({ hours, minutes }: FixedTime): string {
  const [hour, minute] = [hours[0] ?? 0, minutes[0] ?? 0].map((value) => String(value).padStart(2, '0'));
  const more = hours.length > 1 || minutes.length > 1 ? ' and other times' : '';
  return `${hour}:${minute}${more}`;
}
