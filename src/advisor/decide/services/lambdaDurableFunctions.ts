import { limit } from '../facts';
import { defineService } from '../serviceProfile';

export default defineService({
  id: 'lambda-durable-functions',
  fit: (s) => (s.touched.length === 0 ? 15 : s.codeOnly ? 25 : 0),
  wins: 'The flow belongs in the code base, with its tests, and mostly calls functions.',
  limits: [
    {
      when: (s) => (s.run ?? 0) > limit('lambda-durable-functions/max-duration'),
      text: 'One run lasts at most 366 days.',
      fact: 'lambda-durable-functions/max-duration',
    },
    {
      // A step that waits for a person or an answer is not one that computes.
      when: (s) =>
        s.codeOnly &&
        (s.longestStepSeconds ?? 0) > limit('lambda-durable-functions/step-duration') &&
        s.humanApproval !== true &&
        !s.wants('wait-for-callback'),
      text: 'Each step is an invocation of at most 15 minutes.',
      fact: 'lambda-durable-functions/step-duration',
    },
    { when: (s) => s.glueOnly, text: 'No step is code of your own.' },
    {
      when: (s) => !['none', 'small', 'moderate'].includes(s.fanOut),
      text: 'Thousands of items in one run are thousands of checkpoints of one function.',
    },
    { when: (s) => s.wants('custom-operators'), text: 'Airflow operators do not run here.' },
  ],
  reasons: [
    {
      fact: 'code-first',
      when: (s) => s.wants('code-first'),
      points: 40,
      text: 'The flow is ordinary code in the team’s language, with unit tests.',
      source: 'lambda-durable-functions/languages',
    },
    {
      fact: 'wait-for-callback',
      when: (s) => s.wants('wait-for-callback') && s.codeOnly,
      points: 8,
      text: 'It waits for an answer for up to a year without being billed.',
      source: 'lambda-durable-functions/waiting',
    },
    {
      fact: 'human-approval',
      when: (s) => s.humanApproval === true && s.codeOnly,
      points: 8,
      text: 'It waits for a person for up to a year without being billed.',
      source: 'lambda-durable-functions/waiting',
    },
    {
      fact: 'code-first',
      when: () => true,
      points: 0,
      text: 'The flow is ordinary code in the team’s language.',
      source: 'lambda-durable-functions/languages',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.managedJobs || s.touches('ecs'),
      points: 25,
      text: 'Managed jobs of other services are not awaited by it.',
    },
    {
      when: (s) => s.wants('visual-debugging'),
      points: 25,
      text: 'The flow is code; a reader who does not code sees little.',
    },
    {
      when: (s) => s.wants('audit-trail'),
      points: 25,
      text: 'Its history is kept 14 days by default, and is made for developers.',
    },
    {
      when: (s) => s.team === 'visual' || s.team === 'sql',
      points: 20,
      text: 'The flow is only in the code.',
    },
    {
      when: (s) => s.touches('non-aws-platform') || s.unreachableDatabase,
      points: 10,
      text: 'Everything outside is code of your own.',
    },
    {
      when: (s) =>
        s.wants('backfill', 'dependency-between-pipelines', 'calendar-scheduling', 'open-source-portability'),
      points: 30,
      text: 'It knows nothing of other runs.',
    },
    {
      when: (s) => s.single && (s.run ?? 0) <= limit('lambda/max-duration'),
      points: 10,
      text: 'A plain function does it.',
    },
  ],
  load: (s) => ({
    runsPerMonth: s.runsPerMonth ?? 0,
    operationsPerRun: (s.stepCount ?? 1) * Math.max(1, s.fanOutItems ?? 1),
    activeSeconds: 0,
    memoryMb: 128,
    invocationsPerRun: 1,
    freeTier: true,
  }),
});
