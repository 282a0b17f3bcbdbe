import { limit } from '../facts';
import { defineService } from '../serviceProfile';

export default defineService({
  id: 'mwaa',
  fit: (s) => (s.single ? -10 : 10),
  wins: 'Many pipelines wait for each other, are backfilled, or reach systems that AWS does not.',
  limits: [
    {
      when: (s) => s.wants('scale-to-zero'),
      text: 'An environment is billed for every hour in which it exists.',
      fact: 'mwaa/scale-to-zero',
    },
    {
      when: (s) => s.beyondYear,
      text: 'No task waits for more than a year.',
    },
    { when: (s) => s.wants('synchronous-response'), text: 'A DAG run cannot answer a caller that waits.' },
    {
      when: (s) => s.wants('low-latency') && s.trigger !== 'schedule',
      text: 'A scheduler loop stands between the event and the first task.',
    },
    {
      when: (s) => (s.runsPerMonth ?? 0) > 1_000_000,
      text: 'A DAG run for each of so many events overloads the scheduler.',
      fact: 'mwaa/concurrency',
    },
    {
      when: (s) => s.trigger === 'stream',
      text: 'Airflow does not poll a stream; a DAG for each batch overloads the scheduler.',
    },
  ],
  reasons: [
    {
      fact: 'custom-operators',
      when: (s) => s.wants('custom-operators'),
      points: 60,
      text: 'Operators, plug-ins and packages of your own run in the environment.',
      source: 'mwaa/reach',
    },
    {
      fact: 'non-aws-dependencies',
      when: (s) => s.outside > 1 && !s.touches('lambda'),
      points: 15,
      text: 'Several kinds of systems outside AWS are reached with providers that exist.',
      source: 'mwaa/reach',
    },
    {
      fact: 'step-longer-than-60-minutes',
      when: (s) =>
        s.airflowMinded && !s.managedJobs && (s.longestStepSeconds ?? 0) > limit('mwaa-serverless/task-cap'),
      points: 5,
      text: 'A task computes for longer than the 60 minutes of MWAA Serverless.',
      source: 'mwaa-serverless/task-cap',
    },
    {
      fact: 'dependency-between-pipelines',
      when: (s) => s.wants('dependency-between-pipelines') && s.existingAirflow !== true,
      points: 50,
      text: 'DAGs wait for the data sets of other DAGs, and that is visible in one place.',
    },
    {
      fact: 'non-aws-dependencies',
      when: (s) => s.touches('non-aws-platform') && !s.touches('lambda'),
      points: 55,
      text: 'A provider for the platform outside AWS exists, with its connections and retries.',
      source: 'mwaa/reach',
    },
    {
      fact: 'non-aws-dependencies',
      when: (s) => s.unreachableDatabase,
      points: 50,
      text: 'A worker in the VPC reaches the company database with a SQL operator.',
      source: 'mwaa/reach',
    },
    {
      fact: 'non-aws-dependencies',
      when: (s) => s.touches('non-aws-platform', 'on-premises-database'),
      points: 15,
      text: 'Systems outside AWS are reached with operators that exist.',
      source: 'mwaa/reach',
    },
    {
      fact: 'calendar-scheduling',
      when: (s) => s.wants('calendar-scheduling'),
      points: 50,
      text: 'Timetables follow business calendars, and a run belongs to its date.',
    },
    {
      fact: 'backfill',
      when: (s) => s.wants('backfill'),
      points: 50,
      text: 'Backfill, catch-up and clearing from a failed task are built in.',
      source: 'mwaa/backfill',
    },
    {
      fact: 'existing-airflow',
      when: (s) => s.existingAirflow === true,
      points: 60,
      text: 'The environment, its people and its schedules are there already.',
    },
    {
      fact: 'dependency-between-pipelines',
      when: (s) => s.wants('dependency-between-pipelines'),
      points: 50,
      text: 'DAGs wait for the data sets of other DAGs, and that is visible in one place.',
    },
    {
      fact: 'open-source-portability',
      when: (s) => s.wants('open-source-portability'),
      points: 25,
      text: 'The same DAGs run on any Airflow.',
    },
    {
      fact: 'existing-airflow',
      when: (s) => s.team === 'python',
      points: 8,
      text: 'DAGs are Python, which is what the team writes.',
    },
    {
      fact: 'calendar-scheduling',
      when: () => true,
      points: 0,
      text: 'Schedules, dependencies and retries are what Airflow is made for.',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.trigger === 'event',
      points: 25,
      text: 'An event reaches a DAG only through something that starts it.',
    },
    { when: (s) => s.trigger === 'api', points: 10, text: 'A caller starts a DAG through the Airflow API.' },
    {
      when: (s) => !['none', 'small', 'moderate'].includes(s.fanOut),
      points: 25,
      text: 'Thousands of mapped tasks slow the scheduler down.',
    },
    { when: (s) => s.humanApproval === true, points: 15, text: 'Waiting for a person means a sensor.' },
    { when: (s) => s.wants('wait-for-callback'), points: 15, text: 'Waiting for an answer means a sensor.' },
    { when: (s) => s.wants('event-batching'), points: 20, text: 'Events are not collected before a run.' },
    {
      when: (s) => s.team === 'visual' || s.team === 'serverless',
      points: 15,
      text: 'DAGs are code in an environment that somebody sizes and upgrades.',
    },
  ],
  load: (s) => (s.existingAirflow === true ? undefined : { environmentClass: 'mw1.small' }),
});
