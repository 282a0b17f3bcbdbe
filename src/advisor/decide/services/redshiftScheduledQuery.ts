import { defineService } from '../serviceProfile';

export default defineService({
  id: 'redshift-scheduled-query',
  fit: (s) => (s.single ? 60 : s.perhapsSingle ? 58 : 40),
  wins: 'One statement on a UTC schedule is all there is.',
  limits: [
    {
      when: (s) => s.touched.length > 0 && !(s.touches('redshift') && s.touchesOnly('redshift', 's3', 'sns')),
      text: 'It runs SQL in Redshift, can send a message about it, and nothing else.',
      fact: 'redshift-scheduled-query/statements',
    },
    {
      when: (s) => s.several,
      text: 'It runs one statement and knows no order.',
      fact: 'redshift-scheduled-query/statements',
    },
    {
      when: (s) => s.trigger !== undefined && s.trigger !== 'schedule',
      text: 'It starts by the clock and by nothing else.',
    },
    { when: (s) => s.localTime, text: 'Its schedule is UTC.', fact: 'redshift-scheduled-query/zone' },
    { when: (s) => s.humanApproval === true, text: 'It does not wait for a person.' },
    {
      when: (s) => s.wants('wait-for-callback', 'synchronous-response', 'branching', 'custom-operators'),
      text: 'It runs one statement and nothing else.',
      fact: 'redshift-scheduled-query/statements',
    },
    { when: (s) => s.fanOut !== 'none', text: 'It does not loop over items.' },
  ],
  reasons: [
    {
      fact: 'single-sql-on-schedule',
      when: (s) => s.touches('redshift'),
      points: 5,
      text: 'One statement on a schedule is what the query editor offers.',
      source: 'redshift-scheduled-query/statements',
    },
    {
      fact: 'single-sql-on-schedule',
      when: () => true,
      points: 0,
      text: 'One statement on a schedule is what the query editor offers.',
      source: 'redshift-scheduled-query/statements',
    },
  ],
  drawbacks: [
    { when: (s) => s.touched.length === 0, points: 45, text: 'It is not known whether the work is SQL.' },
    {
      when: (s) => s.trigger === undefined,
      points: 5,
      text: 'It is not known whether the clock starts the work.',
    },
    { when: (s) => s.stepsUnknown, points: 5, text: 'It is not known whether there is only one statement.' },
    {
      when: (s) => s.wants('one-time-schedules', 'many-schedules'),
      points: 30,
      text: 'Schedules are made by hand, one by one.',
    },
    {
      when: (s) => s.wants('audit-trail', 'run-a-job-sync'),
      points: 35,
      text: 'It leaves a query history and nothing more.',
    },
    {
      when: (s) =>
        s.wants('backfill', 'dependency-between-pipelines', 'calendar-scheduling', 'open-source-portability'),
      points: 40,
      text: 'It knows nothing of other runs.',
    },
  ],
  load: (s) => ({ runsPerMonth: s.runsPerMonth ?? 0, compute: 'provisioned' }),
});
