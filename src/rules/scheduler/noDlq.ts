import { parseSchedule } from '../../expressions/schedule';
import { rateInterval } from '../../expressions/rate';
import { schedulerSchedules, type SchedulerSchedule } from '../../model/resources/schedulerSchedules';
import { get } from '../../syntax/navigate';
import { samDeadLetters } from '../eventbridge/deadLetters';
import { defineRule } from '../rule';

/** What comes again this soon, in milliseconds, is not missed. */
const OFTEN = 15 * 60_000;

export default defineRule({
  id: 'scheduler/no-dlq',
  subject: 'template',
  severity: 'info',
  off: true,
  summary: 'A schedule has a queue for starts that failed.',
  why: 'Scheduler tries for 24 hours and then gives the start up. Without a dead-letter queue a missed nightly run leaves no trace but a metric.',
  reference: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { «Arn: !GetAtt Load.Arn», RoleArn: !GetAtt Role.Arn }
`,
    },
    {
      text: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        «Nightly»:
          Type: ScheduleV2
          Properties:
            ScheduleExpression: rate(1 day)
`,
      fixed: `Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Nightly:
          Type: ScheduleV2
          Properties:
            ScheduleExpression: rate(1 day)
            DeadLetterConfig:
              Type: SQS
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !GetAtt Load.Arn, RoleArn: !GetAtt Role.Arn, DeadLetterConfig: { Arn: !GetAtt Lost.Arn } }
  Often:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(5 minutes)
      Target: { Arn: !GetAtt Load.Arn, RoleArn: !GetAtt Role.Arn }
`,
  ],

  *check({ located, template }) {
    for (const schedule of schedulerSchedules(located)) {
      const { target, event, properties, name } = schedule;
      const holder = event ? properties : target?.node;
      if (!target || !holder || get(holder, 'DeadLetterConfig') || isOften(schedule)) continue;
      yield {
        span: target.span,
        message: `A start of "${name}" that fails for 24 hours is given up without a trace.`,
        fixes: event && template.kind === 'sam' ? samDeadLetters(holder, template) : [],
      };
    }
  },
});

function isOften({ expressions }: SchedulerSchedule): boolean {
  return expressions.some(({ node }) => {
    const { schedule } = node.kind === 'string' ? parseSchedule(node.value, 'scheduler') : {};
    return schedule?.type === 'rate' && rateInterval(schedule) < OFTEN;
  });
}
