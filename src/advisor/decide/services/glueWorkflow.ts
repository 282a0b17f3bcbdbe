import { limit } from '../facts';
import { defineService } from '../serviceProfile';

const outside = 'Its steps are Glue jobs and crawlers and nothing else.';

export default defineService({
  id: 'glue-workflow',
  fit: (s) => {
    if (s.touched.length > 0 && !s.touches('glue', 'glue-crawler')) return 0;
    if (s.single) return s.trigger === 'event' ? 50 : 40;
    return 65;
  },
  wins: 'Every step is a Glue job or a crawler, and the order is all that is needed.',
  limits: [
    {
      when: (s) => s.touched.length > 0 && !s.glueOnly && !s.touchesOnly('glue', 'glue-crawler', 's3', 'sns'),
      text: outside,
      fact: 'glue-workflow/nodes',
    },
    {
      when: (s) => (s.stepCount ?? 0) > limit('glue-workflow/max-components'),
      text: 'A workflow holds at most 100 jobs, crawlers and triggers.',
      fact: 'glue-workflow/max-components',
    },
    {
      when: (s) => s.humanApproval === true,
      text: 'Nothing in it can wait for a person.',
      fact: 'glue-workflow/nodes',
    },
    {
      when: (s) => s.wants('wait-for-callback'),
      text: 'Nothing in it can wait for an answer.',
      fact: 'glue-workflow/nodes',
    },
    {
      when: (s) => s.wants('synchronous-response'),
      text: 'A workflow run cannot answer a caller that waits.',
    },
    { when: (s) => s.trigger === 'stream', text: 'It does not poll a stream.', fact: 'glue-workflow/start' },
    {
      when: (s) => !['none', 'small'].includes(s.fanOut),
      text: 'It has no loop over items.',
      fact: 'glue-workflow/nodes',
    },
    {
      when: (s) => s.wants('custom-operators'),
      text: 'Airflow operators do not run here.',
      fact: 'glue-workflow/nodes',
    },
    { when: (s) => s.wants('code-first') && !s.glueOnly, text: outside, fact: 'glue-workflow/nodes' },
  ],
  reasons: [
    {
      fact: 'event-batching',
      when: (s) => s.wants('event-batching'),
      points: 25,
      text: 'Its event trigger waits for up to 100 events or 15 minutes, whichever comes first.',
      source: 'glue-workflow/batch-size',
    },
    {
      fact: 'glue-only',
      when: (s) => s.glueOnly,
      points: 0,
      text: 'All steps are Glue, and Glue orders them at no charge.',
      source: 'glue-workflow/nodes',
    },
    {
      fact: 'glue-only',
      when: () => true,
      points: 0,
      text: 'Glue orders its own steps at no charge.',
      source: 'glue-workflow/nodes',
    },
  ],
  drawbacks: [
    { when: (s) => s.touched.length === 0, points: 40, text: 'It is not known whether all steps are Glue.' },
    {
      when: (s) => s.touches('sns'),
      points: 25,
      text: 'A message is not a step; an EventBridge rule has to send it.',
    },
    {
      when: (s) => s.wants('branching'),
      points: 30,
      text: 'Its triggers look at the state of a job, not at a value.',
    },
    {
      when: (s) => s.wants('audit-trail'),
      points: 20,
      text: 'The run graph shows states, not inputs and outputs.',
    },
    { when: (s) => s.wants('exactly-once'), points: 10, text: 'An event trigger can start it twice.' },
    {
      when: (s) => s.wants('backfill', 'calendar-scheduling', 'dependency-between-pipelines'),
      points: 35,
      text: 'It knows neither dates nor other workflows.',
    },
    { when: (s) => s.wants('open-source-portability'), points: 40, text: 'The definition is Glue’s own.' },
    { when: (s) => s.wants('low-latency'), points: 20, text: 'A job needs a minute to start.' },
    { when: (s) => s.fanOut === 'small', points: 20, text: 'It has no loop over items.' },
    {
      when: (s) => s.localTime,
      points: 5,
      text: 'Its own schedule is UTC; EventBridge Scheduler has to start it.',
    },
  ],
});
