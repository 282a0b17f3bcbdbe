import { nearest } from '../../expressions/nearest';
import { isTimeZone } from '../../model/timeZone';
import { TreeEditor } from '../../syntax/edit';
import { judgeSchedule } from '../eventbridge/judgeSchedule';
import { defineRule } from '../rule';

export default defineRule({
  id: 'scheduler/expression-invalid',
  subject: 'schedule',
  severity: 'error',
  summary: 'A schedule of EventBridge Scheduler, and its time zone, are ones that AWS accepts.',
  why: 'Scheduler refuses an expression that is not "at", "rate" or a "cron" of six fields, and a time zone that is not in the IANA database. The deployment then fails.',
  reference: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 3 «*» * * *)
      FlexibleTimeWindow: { Mode: "OFF" }
`,
      fixed: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 3 ? * * *)
      FlexibleTimeWindow: { Mode: "OFF" }
`,
    },
    {
      text: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 3 * * ? *)
      ScheduleExpressionTimezone: «Europe/Berln»
`,
      fixed: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 3 * * ? *)
      ScheduleExpressionTimezone: Europe/Berlin
`,
    },
    {
      text: `Resources:
  LeapDay:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 3 «29 FEB ? 2027»)
      ScheduleExpressionTimezone: Europe/Berlin
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 3 * * ? *)
      ScheduleExpressionTimezone: Europe/Berlin
  Once:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: at(2199-01-01T00:00:00), ScheduleExpressionTimezone: !Ref Zone }
`,
  ],

  *check(schedule) {
    const { kind, timezone, template } = schedule;
    if (kind !== 'scheduler') return;
    yield* judgeSchedule(schedule, 'scheduler');
    if (timezone?.kind !== 'string' || timezone.dynamic || isTimeZone(timezone.value)) return;
    const near = nearest(timezone.value, Intl.supportedValuesOf('timeZone'));
    yield {
      span: timezone.span,
      message: `"${timezone.value}" is no time zone of the IANA database.`,
      fixes: near
        ? [{ title: `Change to "${near}"`, edits: [new TreeEditor(template.tree).replace(timezone, near)] }]
        : [],
    };
  },
});
