import { parseSchedule } from '../../expressions/schedule';
import { isTimeZone, ZoneClock } from '../../model/timeZone';
import { defineRule } from '../rule';

export default defineRule({
  id: 'scheduler/one-time-in-past',
  subject: 'schedule',
  severity: 'warning',
  summary: 'A schedule for one moment names a moment that is still to come.',
  why: 'Scheduler accepts a moment that has passed and never starts anything for it.',
  reference: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Once:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: «at(2020-02-29T12:00:00)», ScheduleExpressionTimezone: Asia/Tokyo }
`,
    },
  ],
  good: [
    `Resources:
  Once:
    Type: AWS::Scheduler::Schedule
    Properties: { ScheduleExpression: at(2199-02-28T12:00:00) }
`,
  ],

  *check({ node, kind, timezone }) {
    if (kind !== 'scheduler' || node.kind !== 'string') return;
    const { schedule } = parseSchedule(node.value, 'scheduler');
    if (schedule?.type !== 'at' || (timezone && timezone.kind !== 'string')) return;
    const zone = timezone?.value ?? 'UTC';
    if (!isTimeZone(zone)) return;
    const times = new ZoneClock(zone).times(schedule);
    if (times.length === 0 || times[times.length - 1] >= Date.now()) return;
    const { mapped, value } = node;
    yield {
      span: { start: mapped.toHost(0), end: mapped.toHost(value.length) },
      message: `"${value}" has passed, so that the schedule never starts anything.`,
    };
  },
});
