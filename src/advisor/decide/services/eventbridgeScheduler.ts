import { limit } from '../facts';
import { defineService } from '../serviceProfile';

export default defineService({
  id: 'eventbridge-scheduler',
  fit: (s) => (s.single ? 55 : s.perhapsSingle ? 53 : 35),
  wins: 'One AWS call has to happen at a time, and nothing has to follow it.',
  limits: [
    {
      // What happens may set a moment: then the program that sees it creates a schedule.
      when: (s) =>
        s.trigger !== undefined &&
        s.trigger !== 'schedule' &&
        !s.wants('one-time-schedules', 'many-schedules') &&
        !s.beyondYear,
      text: 'It starts work by the clock and by nothing else.',
    },
    { when: (s) => s.several, text: 'One schedule makes one call.', fact: 'eventbridge-scheduler/targets' },
    { when: (s) => s.humanApproval === true, text: 'A schedule does not wait for a person.' },
    {
      when: (s) => s.wants('synchronous-response', 'wait-for-callback', 'branching'),
      text: 'It makes a call and does not look at the answer.',
    },
    {
      when: (s) => s.fanOut !== 'none',
      text: 'One schedule makes one call.',
      fact: 'eventbridge-scheduler/targets',
    },
    { when: (s) => s.wants('custom-operators'), text: 'Airflow operators do not run here.' },
  ],
  reasons: [
    {
      fact: 'longer-than-one-year',
      when: (s) => s.beyondYear,
      points: 25,
      text: 'The moment lies further away than the year that a state machine can wait.',
      source: 'step-functions-standard/max-duration',
    },
    {
      fact: 'one-time-schedules',
      when: (s) => s.wants('one-time-schedules'),
      points: 25,
      text: 'A one-time schedule runs at its moment and deletes itself if told to.',
      source: 'eventbridge-scheduler/schedules',
    },
    {
      fact: 'many-schedules',
      when: (s) => s.wants('many-schedules'),
      points: 25,
      text: 'Ten million schedules are allowed, each with its own time.',
      source: 'eventbridge-scheduler/schedules',
    },
    {
      fact: 'time-zone',
      when: (s) => s.localTime,
      points: 12,
      text: 'It keeps local time through summer and winter.',
      source: 'eventbridge-scheduler/zones',
    },
    {
      fact: 'step-longer-than-15-minutes',
      when: (s) => (s.run ?? 0) > limit('lambda/max-duration') && s.touches('ecs', 'batch', 'lambda'),
      points: 0,
      text: 'The work is longer than the 15 minutes of a function, so the schedule starts a container.',
      source: 'lambda/max-duration',
    },
    {
      fact: 'single-call-on-schedule',
      when: () => true,
      points: 0,
      text: 'A universal target makes the one call without code.',
      source: 'eventbridge-scheduler/targets',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.unreachableDatabase || s.touches('non-aws-platform'),
      points: 30,
      text: 'What is outside AWS is not an AWS call.',
    },
    {
      when: (s) => s.trigger === undefined && !s.wants('one-time-schedules', 'many-schedules'),
      points: 30,
      text: 'It is not known whether the clock starts the work.',
    },
    {
      when: (s) => s.touched.length > 1 && s.stepsUnknown,
      points: 20,
      text: 'Several services usually need an order.',
    },
    {
      when: (s) => s.wants('run-a-job-sync', 'audit-trail'),
      points: 28,
      text: 'It does not see how the work ends.',
    },
    {
      when: (s) => s.wants('backfill', 'dependency-between-pipelines', 'calendar-scheduling'),
      points: 30,
      text: 'A schedule knows neither calendars nor other runs.',
    },
    {
      when: (s) => s.touches('on-premises-database') && s.ownCode,
      points: 8,
      text: 'The schedule only starts the function that does the work.',
    },
  ],
  load: (s) => ({ invocationsPerMonth: s.runsPerMonth ?? 0, freeTier: true }),
});
