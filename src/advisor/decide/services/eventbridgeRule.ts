import { limit } from '../facts';
import { defineService } from '../serviceProfile';

export default defineService({
  id: 'eventbridge-rule',
  fit: (s) => (s.single ? 55 : s.perhapsSingle ? 53 : 35),
  wins: 'An event only has to be passed on to one or more targets.',
  limits: [
    {
      when: (s) => s.trigger === 'schedule',
      text: 'Schedules on rules are legacy and know only UTC.',
      fact: 'eventbridge-rule/schedules',
    },
    { when: (s) => s.trigger === 'stream', text: 'A rule gets what is sent to its bus; it does not poll.' },
    { when: (s) => s.trigger === 'api' || s.trigger === 'manual', text: 'Nothing sends an event here.' },
    { when: (s) => s.several, text: 'Its targets have no order and know nothing of each other.' },
    { when: (s) => s.humanApproval === true, text: 'A rule does not wait.' },
    { when: (s) => s.wants('synchronous-response', 'wait-for-callback'), text: 'A rule does not wait.' },
    {
      when: (s) => s.beyondYear || s.wants('one-time-schedules'),
      text: 'A rule delivers at once and not at a later moment.',
    },
    { when: (s) => s.fanOut !== 'none', text: 'A rule does not loop over items.' },
    {
      when: (s) => s.wants('custom-operators', 'branching'),
      text: 'A rule passes events on and nothing else.',
    },
  ],
  reasons: [
    {
      fact: 'fan-out-to-targets',
      when: (s) => s.wants('fan-out-to-targets') || s.receivers > 1,
      points: 25,
      text: 'One rule has up to five targets, and more rules can listen later.',
      source: 'eventbridge-rule/targets',
    },
    {
      fact: 'event-driven-start',
      when: (s) => s.trigger === 'event' && s.touches('redshift'),
      points: 3,
      text: 'The event starts the statement; a scheduled query cannot be started by one.',
      source: 'eventbridge-rule/delivery',
    },
    {
      fact: 'step-longer-than-15-minutes',
      when: (s) => (s.run ?? 0) > limit('lambda/max-duration') && s.touches('lambda'),
      points: 0,
      text: 'The work is longer than the 15 minutes of a function, so the rule starts a container.',
      source: 'lambda/max-duration',
    },
    {
      fact: 'route-event-to-target',
      when: () => true,
      points: 0,
      text: 'The rule matches the event and calls the target, with retries for 24 hours.',
      source: 'eventbridge-rule/delivery',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.trigger === undefined && !s.wants('fan-out-to-targets'),
      points: 30,
      text: 'It is not known whether an event starts the work.',
    },
    {
      when: (s) => s.touched.length > 1 && s.stepsUnknown,
      points: 20,
      text: 'Several services usually need an order.',
    },
    {
      when: (s) => s.ownCode && s.receivers < 2 && !s.wants('fan-out-to-targets'),
      points: 12,
      text: 'The rule only starts the function that does the work.',
    },
    {
      when: (s) =>
        (s.touches('glue', 'glue-crawler', 'emr', 'emr-serverless', 'athena', 'dynamodb') ||
          s.touchesOnly('s3')) &&
        !s.ownCode,
      points: 30,
      text: 'A rule cannot call this service by itself.',
    },
    {
      when: (s) => s.wants('run-a-job-sync', 'audit-trail'),
      points: 30,
      text: 'A rule does not see how the work ends.',
    },
    { when: (s) => s.wants('event-batching'), points: 15, text: 'Every event is delivered on its own.' },
  ],
  load: (s) => ({
    eventsPerMonth: s.runsPerMonth ?? 0,
    eventKiB: 1,
    eventType: s.source === 's3' || s.source === 'aws-service' ? 'aws-service' : 'custom',
  }),
});
