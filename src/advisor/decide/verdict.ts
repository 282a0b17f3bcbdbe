export const recommendations = [
  'step-functions-standard',
  'step-functions-express',
  'step-functions-distributed-map',
  'mwaa',
  'mwaa-serverless',
  'glue-workflow',
  'eventbridge-rule',
  'eventbridge-scheduler',
  'eventbridge-pipes',
  'lambda',
  'lambda-durable-functions',
  'redshift-scheduled-query',
] as const;

export const decidingFacts = [
  'audit-trail',
  'backfill',
  'branching',
  'calendar-scheduling',
  'code-first',
  'custom-operators',
  'dependencies-between-statements',
  'dependency-between-pipelines',
  'event-batching',
  'event-driven-start',
  'exactly-once',
  'existing-airflow',
  'fan-out-to-targets',
  'filtering-enrichment',
  'glue-only',
  'glue-workflow-size-limit',
  'high-volume-short-runs',
  'history-over-25000-events',
  'http-task-suffices',
  'human-approval',
  'isolation-per-workflow',
  'large-fan-out',
  'longer-than-one-year',
  'many-schedules',
  'more-than-40-parallel',
  'non-aws-dependencies',
  'one-time-schedules',
  'open-source-portability',
  'payload-over-256-kib',
  'route-event-to-target',
  'run-a-job-sync',
  'run-longer-than-5-minutes',
  'scale-to-zero',
  'several-aws-services',
  'simple-enough-for-one-function',
  'single-call-on-schedule',
  'single-short-step',
  'single-sql-on-schedule',
  'small-fan-out',
  'step-longer-than-15-minutes',
  'step-longer-than-60-minutes',
  'synchronous-response',
  'time-zone',
  'visual-debugging',
  'wait-for-callback',
] as const;

export type Recommendation = (typeof recommendations)[number];
export type DecidingFact = (typeof decidingFacts)[number];

/** What starts the work; a stream reaches a state machine through a pipe, and `none` needs nothing in front. */
export type Starter =
  | 'eventbridge-scheduler'
  | 'eventbridge-rule'
  | 's3-event-via-eventbridge'
  | 'glue-trigger'
  | 'eventbridge-pipes'
  | 'none';
