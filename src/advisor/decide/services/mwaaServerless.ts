import { limit } from '../facts';
import { defineService } from '../serviceProfile';

export default defineService({
  id: 'mwaa-serverless',
  fit: (s) => (s.single ? 5 : 25),
  wins: 'The team wants Airflow operators for AWS services without an environment that is always on.',
  limits: [
    {
      when: (s) => (s.longestStepSeconds ?? 0) > limit('mwaa-serverless/task-cap'),
      text: 'A task lasts at most 60 minutes; whether a deferred wait escapes that was not verified.',
      fact: 'mwaa-serverless/task-cap',
    },
    {
      when: (s) => s.humanApproval === true,
      text: 'A task that waits for a person ends after 60 minutes.',
      fact: 'mwaa-serverless/task-cap',
    },
    {
      when: (s) => s.wants('wait-for-callback'),
      text: 'A task that waits for an answer ends after 60 minutes.',
      fact: 'mwaa-serverless/task-cap',
    },
    {
      when: (s) => s.wants('synchronous-response'),
      text: 'A workflow run cannot answer a caller that waits.',
    },
    {
      when: (s) => s.wants('low-latency') && s.trigger !== 'schedule',
      text: 'A worker is started before the first task runs.',
    },
    {
      when: (s) => s.wants('custom-operators'),
      text: 'Only the operators on its list run.',
      fact: 'mwaa-serverless/operators',
    },
    {
      when: (s) => s.wants('backfill'),
      text: 'catchup and depends_on_past are ignored without a word.',
      fact: 'mwaa-serverless/ignored',
    },
    { when: (s) => s.beyondYear, text: 'No task waits for more than a year.' },
    { when: (s) => s.trigger === 'stream', text: 'It does not poll a stream.' },
    { when: (s) => (s.runsPerMonth ?? 0) > 1_000_000, text: 'Each task is billed for at least a minute.' },
    {
      when: (s) => !['none', 'small', 'moderate'].includes(s.fanOut),
      text: 'Thousands of tasks, each billed for at least a minute.',
    },
  ],
  reasons: [
    {
      fact: 'isolation-per-workflow',
      when: (s) => s.wants('isolation-per-workflow') && (s.airflowMinded || s.team === 'python'),
      points: 40,
      text: 'Every workflow has a role and a worker of its own.',
      source: 'mwaa-serverless/isolation',
    },
    {
      fact: 'open-source-portability',
      when: (s) => s.wants('open-source-portability'),
      points: 30,
      text: 'The definition is Airflow YAML, not a language of AWS.',
      source: 'mwaa-serverless/definition',
    },
    {
      fact: 'scale-to-zero',
      when: (s) => s.wants('scale-to-zero') && s.airflowMinded,
      points: 25,
      text: 'Only task time is paid; between runs there is nothing.',
      source: 'mwaa-serverless/idle-cost',
    },
    {
      fact: 'existing-airflow',
      when: (s) => s.existingAirflow === true,
      points: 25,
      text: 'The team keeps its operators and its way of thinking.',
      source: 'mwaa-serverless/operators',
    },
    {
      fact: 'isolation-per-workflow',
      when: (s) => s.wants('isolation-per-workflow'),
      points: 10,
      text: 'Every workflow has a role and a worker of its own.',
      source: 'mwaa-serverless/isolation',
    },
    {
      fact: 'scale-to-zero',
      when: (s) => s.team === 'python',
      points: 8,
      text: 'Airflow tasks without an environment to size.',
      source: 'mwaa-serverless/idle-cost',
    },
    {
      fact: 'scale-to-zero',
      when: () => true,
      points: 0,
      text: 'Only task time is paid.',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.touches('non-aws-platform') || s.unreachableDatabase,
      points: 25,
      text: 'Its operators are those for AWS; anything else is Python in a small worker inside a VPC.',
    },
    {
      when: (s) => s.touches('external-api'),
      points: 8,
      text: 'A worker reaches the internet only through a network configuration.',
    },
    { when: (s) => s.wants('visual-debugging'), points: 15, text: 'There is no Airflow interface.' },
    {
      when: (s) => s.wants('dependency-between-pipelines'),
      points: 20,
      text: 'Dependencies on earlier runs are ignored.',
    },
    { when: (s) => s.wants('calendar-scheduling'), points: 20, text: 'A schedule is cron or nothing.' },
    { when: (s) => s.wants('branching'), points: 5, text: 'Branches in YAML stay simple.' },
    {
      when: (s) => s.trigger === 'event' || s.trigger === 'api',
      points: 15,
      text: 'An event starts it only through its API.',
    },
    { when: (s) => s.wants('audit-trail'), points: 8, text: 'The trail is what the logs keep.' },
    {
      when: (s) => s.team === 'visual' || s.team === 'serverless' || s.team === 'sql',
      points: 10,
      text: 'Airflow YAML has to be learned.',
    },
  ],
  load: (s) => ({
    runsPerMonth: s.runsPerMonth ?? 0,
    tasksPerRun: s.stepCount ?? 1,
    taskSeconds: s.longestStepSeconds ?? 600,
  }),
});
