import { limit } from '../facts';
import { defineService } from '../serviceProfile';
import type { Situation } from '../situation';

const tiny = (s: Situation): boolean =>
  s.several &&
  s.touchesOnly('lambda', 's3', 'external-api') &&
  (s.stepCount ?? 9) <= 3 &&
  (s.wholeRun ?? 900) <= 120;

export default defineService({
  id: 'lambda',
  fit: (s) => (s.single ? 60 : s.perhapsSingle ? 55 : 5),
  wins: 'One function of at most 15 minutes holds all the work, and running it again repairs a failure.',
  limits: [
    {
      when: (s) => (s.run ?? 0) > limit('lambda/max-duration'),
      text: 'A function runs for at most 15 minutes, and sleeping counts.',
      fact: 'lambda/max-duration',
    },
    {
      when: (s) => s.humanApproval === true,
      text: 'A function that waits for a person is billed and ends after 15 minutes.',
      fact: 'lambda/max-duration',
    },
    {
      when: (s) => s.wants('wait-for-callback'),
      text: 'A function that waits for an answer is billed and ends after 15 minutes.',
      fact: 'lambda/waiting',
    },
    {
      when: (s) => s.managedJobs || s.wants('run-a-job-sync'),
      text: 'Waiting for a job of another service inside a function is billed and may take longer than 15 minutes.',
      fact: 'lambda/waiting',
    },
    { when: (s) => s.jobs && !s.touches('lambda'), text: 'There is no code of your own in this work.' },
    {
      when: (s) => s.jobs && !s.single,
      text: 'A function that calls services in order repeats what a state machine does.',
    },
    {
      when: (s) =>
        s.single &&
        s.touched.length > 0 &&
        !s.ownCode &&
        s.touchesOnly('existing-workflow', 'event-bus', 'sqs', 'sns', 'ecs', 'other-aws'),
      text: 'There is no code of your own in this work.',
    },
    {
      when: (s) => !['none', 'small'].includes(s.fanOut),
      text: 'One function cannot call itself for so many items and know what became of them.',
    },
    { when: (s) => s.wants('custom-operators'), text: 'Airflow operators do not run here.' },
    {
      when: (s) => s.touches('non-aws-platform') && s.several,
      text: 'A function that does it all has no retries of its own for each step.',
    },
  ],
  reasons: [
    {
      fact: 'single-short-step',
      when: (s) => s.single,
      points: 0,
      text: 'One short step of your own code needs nothing that coordinates.',
      source: 'lambda/max-duration',
    },
    {
      fact: 'simple-enough-for-one-function',
      when: (s) => s.wants('code-first') && s.codeOnly,
      points: 65,
      text: 'The whole is plain code that ends well within 15 minutes.',
      source: 'lambda/max-duration',
    },
    {
      fact: 'simple-enough-for-one-function',
      when: tiny,
      points: 48,
      text: 'So little code in a row is one function.',
      source: 'lambda/max-duration',
    },
    {
      fact: 'single-short-step',
      when: () => true,
      points: 0,
      text: 'A function does it with nothing around it.',
      source: 'lambda/max-duration',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.touched.length === 0,
      points: 25,
      text: 'It is not known whether the work is code of your own.',
    },
    {
      when: (s) =>
        !s.single &&
        !(s.perhapsSingle && s.touches('lambda')) &&
        !((s.wholeRun ?? Infinity) <= limit('lambda/max-duration')),
      points: 20,
      text: 'It is not known whether the whole ends within 15 minutes.',
    },
    { when: (s) => s.single && !s.ownCode, points: 15, text: 'The code would only pass a call on.' },
    {
      when: (s) => s.several && !tiny(s) && !(s.wants('code-first') && s.codeOnly),
      points: 15,
      text: 'Whatever fails, all steps are repeated.',
    },
    { when: (s) => s.several && s.wants('branching'), points: 15, text: 'Branches hide in code.' },
    { when: (s) => s.wants('audit-trail'), points: 30, text: 'The trail is what the function logs.' },
    { when: (s) => s.wants('visual-debugging'), points: 20, text: 'There is nothing to look at but logs.' },
    { when: (s) => s.wants('exactly-once'), points: 15, text: 'An event can reach a function twice.' },
    {
      when: (s) => s.wants('event-batching') && s.trigger === 'event',
      points: 15,
      text: 'A function is called for every event.',
    },
    {
      when: (s) => s.wants('one-time-schedules', 'many-schedules'),
      points: 5,
      text: 'The schedules are the work here.',
    },
    {
      when: (s) => s.fanOut === 'small',
      points: 25,
      text: 'Parallel work in one function fails as a whole.',
    },
    { when: (s) => s.several && s.team === 'visual', points: 15, text: 'The flow is only in the code.' },
    {
      when: (s) =>
        s.wants('backfill', 'dependency-between-pipelines', 'calendar-scheduling', 'open-source-portability'),
      points: 35,
      text: 'A function knows nothing of other runs.',
    },
  ],
});
