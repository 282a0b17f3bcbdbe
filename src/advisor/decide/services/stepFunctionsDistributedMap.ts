import { defineService } from '../serviceProfile';

export default defineService({
  id: 'step-functions-distributed-map',
  fit: (s) => (s.fanOut === 'none' ? 0 : s.fanOut === 'small' ? 30 : s.fanOut === 'moderate' ? 45 : 80),
  wins: 'One run has thousands of items, or more than 40 have to be handled at a time.',
  limits: [
    {
      when: (s) => s.fanOutItems !== undefined && s.fanOut === 'none',
      text: 'There are no items to spread over child executions.',
    },
    {
      when: (s) => s.wants('synchronous-response'),
      text: 'It is a Standard state machine and cannot answer a caller that waits.',
      fact: 'step-functions-distributed-map/parent',
    },
    {
      when: (s) => s.beyondYear,
      text: 'One run lasts at most one year.',
      fact: 'step-functions-standard/max-duration',
    },
    { when: (s) => s.wants('custom-operators'), text: 'Airflow operators do not run here.' },
  ],
  reasons: [
    {
      fact: 'large-fan-out',
      when: (s) => s.fanOut === 'large',
      points: 15,
      text: 'The items are read from S3 and spread over up to 10,000 child executions at a time.',
      source: 'step-functions-distributed-map/max-children',
    },
    {
      fact: 'payload-over-256-kib',
      when: (s) => s.fanOut === 'payload',
      points: 10,
      text: 'The list is larger than a payload may be; an ItemReader reads it from S3.',
      source: 'step-functions-standard/payload',
    },
    {
      fact: 'more-than-40-parallel',
      when: (s) => s.fanOut === 'parallel',
      points: 10,
      text: 'The time allowed needs more than the 40 iterations that an inline Map runs at a time.',
      source: 'step-functions-distributed-map/inline-concurrency',
    },
    {
      fact: 'history-over-25000-events',
      when: (s) => s.fanOut === 'history',
      points: 10,
      text: 'Every child execution has a history of its own, so 25,000 events are not reached.',
      source: 'step-functions-distributed-map/history-events',
    },
    {
      fact: 'small-fan-out',
      when: () => true,
      points: 0,
      text: 'The items can be handled as child executions of their own.',
      source: 'step-functions-distributed-map/max-children',
    },
  ],
  drawbacks: [
    { when: (s) => s.fanOut === 'small', points: 5, text: 'An inline Map is simpler for so few items.' },
    {
      when: (s) => s.unreachableDatabase || s.touches('non-aws-platform'),
      points: 15,
      text: 'What is outside AWS is reached through HTTPS or through code of your own.',
    },
    {
      when: (s) => s.wants('backfill', 'dependency-between-pipelines', 'calendar-scheduling'),
      points: 15,
      text: 'It knows neither calendars nor other pipelines.',
    },
  ],
  load: (s) => ({
    runsPerMonth: s.runsPerMonth ?? 0,
    transitionsPerRun: 3,
    itemsPerRun: s.fanOutItems ?? 1,
    itemsPerBatch: 100,
    childStartTransitions: 1,
    childType: 'standard',
    childTransitions: 2,
    freeTier: true,
  }),
});
