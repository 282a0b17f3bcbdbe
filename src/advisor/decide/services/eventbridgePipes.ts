import { defineService } from '../serviceProfile';

export default defineService({
  id: 'eventbridge-pipes',
  fit: (s) => (s.single ? 55 : s.perhapsSingle ? 53 : 35),
  wins: 'One queue or stream feeds one target, and something has to be filtered or added on the way.',
  limits: [
    {
      when: (s) => s.trigger !== undefined && s.trigger !== 'stream',
      text: 'A pipe polls a queue or a stream and nothing else.',
      fact: 'eventbridge-pipes/sources',
    },
    { when: (s) => s.several, text: 'A pipe has one target and no steps.', fact: 'eventbridge-pipes/shape' },
    { when: (s) => s.humanApproval === true, text: 'A pipe does not wait for a person.' },
    {
      when: (s) => s.wants('synchronous-response', 'wait-for-callback', 'branching'),
      text: 'A pipe hands on and does not wait.',
    },
    { when: (s) => s.fanOut !== 'none', text: 'A pipe does not loop over items.' },
    { when: (s) => s.wants('custom-operators'), text: 'Airflow operators do not run here.' },
  ],
  reasons: [
    {
      fact: 'filtering-enrichment',
      when: (s) => s.wants('filtering-enrichment'),
      points: 20,
      text: 'Filter and enrichment stand between source and target, and what is dropped is not billed.',
      source: 'eventbridge-pipes/price',
    },
    {
      fact: 'filtering-enrichment',
      when: () => true,
      points: 0,
      text: 'It polls the source and calls the target without a function in between.',
      source: 'eventbridge-pipes/shape',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.touchesOnly('lambda'),
      points: 25,
      text: 'The event source mapping of a function polls and filters by itself.',
    },
    {
      when: (s) => s.trigger === undefined && !s.wants('filtering-enrichment'),
      points: 30,
      text: 'It is not known whether a queue or stream is polled.',
    },
    {
      when: (s) => s.touched.length > 1 && s.stepsUnknown,
      points: 20,
      text: 'Several services usually need an order.',
    },
    {
      when: (s) => s.wants('fan-out-to-targets') && !s.touches('event-bus'),
      points: 15,
      text: 'It has one target; a bus behind it can have more.',
    },
    {
      when: (s) => s.touches('lambda') && !s.wants('filtering-enrichment'),
      points: 12,
      text: 'A function reads the source by itself.',
    },
    {
      when: (s) => s.wants('exactly-once', 'audit-trail'),
      points: 20,
      text: 'It delivers at least once and keeps no history.',
    },
  ],
  load: (s) => ({ eventsPerMonth: s.runsPerMonth ?? 0, passFraction: 1, eventKiB: 1 }),
});
