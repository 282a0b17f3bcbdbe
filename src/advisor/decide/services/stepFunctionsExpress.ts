import { limit } from '../facts';
import { defineService } from '../serviceProfile';

const waits = 'Express has no .sync and no task token, so it cannot wait for work outside it.';

export default defineService({
  id: 'step-functions-express',
  fit: (s) => (s.single ? 20 : 44),
  wins: 'Runs last seconds, may safely happen twice, and there are very many of them.',
  limits: [
    {
      when: (s) => (s.run ?? 0) > limit('step-functions-express/max-duration'),
      text: 'One run lasts at most five minutes.',
      fact: 'step-functions-express/max-duration',
    },
    { when: (s) => s.humanApproval === true, text: waits, fact: 'step-functions-express/patterns' },
    {
      when: (s) => s.wants('wait-for-callback', 'run-a-job-sync'),
      text: waits,
      fact: 'step-functions-express/patterns',
    },
    { when: (s) => s.managedJobs && !s.shortRun, text: waits, fact: 'step-functions-express/patterns' },
    {
      when: (s) => s.wants('exactly-once'),
      text: 'Asynchronous Express runs happen at least once.',
      fact: 'step-functions-express/execution',
    },
    {
      when: (s) => s.wants('audit-trail'),
      text: 'Express keeps no history; there is only what it writes to CloudWatch Logs.',
      fact: 'step-functions-express/history',
    },
    {
      when: (s) => !['none', 'small', 'moderate'].includes(s.fanOut),
      text: 'Express has no Distributed Map.',
      fact: 'step-functions-express/patterns',
    },
    { when: (s) => s.wants('custom-operators'), text: 'Airflow operators do not run here.' },
  ],
  reasons: [
    {
      fact: 'synchronous-response',
      when: (s) => s.wants('synchronous-response'),
      points: 25,
      text: 'StartSyncExecution gives the result back to the caller.',
      source: 'step-functions-express/synchronous',
    },
    {
      fact: 'high-volume-short-runs',
      when: (s) => s.wants('low-latency'),
      points: 8,
      text: 'Short runs start at once, and the price follows their time instead of their transitions.',
      source: 'step-functions-express/start-rate',
    },
    {
      fact: 'high-volume-short-runs',
      when: () => true,
      points: 0,
      text: 'Requests and time are billed, not transitions: short runs at high volume cost little.',
      source: 'step-functions-express/start-rate',
    },
    {
      fact: 'event-driven-start',
      when: (s) => s.trigger === 'event' && s.existingAirflow === true,
      points: 6,
      text: 'The event starts the run at once; Airflow would have to be told or keep looking.',
    },
    {
      fact: 'branching',
      when: (s) => s.wants('branching'),
      points: 6,
      text: 'A Choice state decides on the value that a step returns.',
    },
    {
      fact: 'scale-to-zero',
      when: (s) => s.wants('scale-to-zero'),
      points: 2,
      text: 'Nothing is paid between runs.',
      source: 'step-functions-standard/idle-cost',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.wholeRun === undefined && (s.runsPerMonth ?? 0) < 1_000_000,
      points: 15,
      text: 'It is not known whether a run stays under five minutes.',
    },
    { when: (s) => s.managedJobs, points: 30, text: waits },
    { when: (s) => s.touches('ecs'), points: 15, text: waits },
    {
      when: (s) => s.wants('visual-debugging'),
      points: 6,
      text: 'Runs can be looked at only as far as their logs go.',
    },
    {
      when: (s) => s.unreachableDatabase || s.touches('non-aws-platform'),
      points: 20,
      text: 'What is outside AWS is reached through HTTPS or through code of your own.',
    },
    {
      when: (s) => s.wants('backfill', 'calendar-scheduling', 'dependency-between-pipelines'),
      points: 40,
      text: 'Express knows nothing of other runs.',
    },
    {
      // A pipe waits for a synchronous run before it takes the next records of a shard or group.
      when: (s) => s.wants('ordering') && s.trigger !== 'stream',
      points: 10,
      text: 'Runs that start together do not keep an order.',
    },
    {
      when: (s) => s.wants('code-first') && s.codeOnly,
      points: 10,
      text: 'The logic is written in a state language instead of the code base.',
    },
    {
      when: (s) => s.trigger === 'schedule' && (s.runsPerMonth ?? 0) < 1_000_000,
      points: 6,
      text: 'A scheduled run is rare; there is nothing to save.',
    },
  ],
  load: (s) => ({
    runsPerMonth: s.runsPerMonth ?? 0,
    durationSeconds: Math.min(s.run ?? 1, limit('step-functions-express/max-duration')),
    memoryMb: 64,
  }),
});
