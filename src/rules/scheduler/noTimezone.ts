import { schedulerSchedules } from '../../model/resources/schedulerSchedules';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { fixedTime } from '../eventbridge/fixedTime';
import { speaksOfUtc, textAbout } from '../eventbridge/spokenTime';
import { defineRule } from '../rule';

export default defineRule({
  id: 'scheduler/no-timezone',
  subject: 'template',
  severity: 'info',
  summary: 'A schedule for a time of the day says of which time zone.',
  why: 'Without a time zone the time is that of UTC, and the hour by the local clock moves twice a year. Saying UTC tells the next reader that it is meant.',
  reference: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#time-zones',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: «cron(15 2 * * ? *)»
      FlexibleTimeWindow: { Mode: "OFF" }
`,
      fixed: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(15 2 * * ? *)
      ScheduleExpressionTimezone: UTC
      FlexibleTimeWindow: { Mode: "OFF" }
`,
    },
  ],
  good: [
    `Resources:
  Zone:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: cron(15 2 * * ? *), ScheduleExpressionTimezone: Europe/Berlin }
  Said:
    Type: AWS::Scheduler::Schedule
    Properties: { Description: At 2:15 UTC, ScheduleExpression: cron(15 2 * * ? *) }
  Often:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: cron(0/15 * * * ? *) }
`,
  ],

  *check({ located, template }) {
    for (const schedule of schedulerSchedules(located)) {
      const { properties, name, expressions, resource } = schedule;
      if (property(properties, 'ScheduleExpressionTimezone')) continue;
      const [first] = expressions.filter(({ node }) => fixedTime(node, 'scheduler'));
      if (!first || speaksOfUtc(textAbout(schedule, template))) continue;
      const written = property(properties, 'ScheduleExpression');
      const add = new TreeEditor(template.tree).add(properties, 'ScheduleExpressionTimezone', 'UTC', written);
      const canWrite = template.kind !== 'terraform' && resource.writable;
      yield {
        span: first.node.span,
        message: `"${name}" names a time of the day and no time zone, so that it is read in UTC.`,
        fixes: canWrite ? [{ title: 'Say that the time is in UTC', edits: [add] }] : [],
      };
    }
  },
});
