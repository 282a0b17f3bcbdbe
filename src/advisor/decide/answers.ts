export const triggers = ['schedule', 'event', 'stream', 'api', 'manual'] as const;
export const eventSources = ['s3', 'aws-service', 'custom-app', 'saas-partner'] as const;
export const streamSources = ['sqs', 'kinesis', 'dynamodb-stream', 'kafka', 'mq'] as const;
export const touchedServices = [
  'glue',
  'glue-crawler',
  'lambda',
  'emr',
  'emr-serverless',
  'athena',
  'redshift',
  'batch',
  'ecs',
  'sagemaker',
  's3',
  'dynamodb',
  'sqs',
  'sns',
  'event-bus',
  'existing-workflow',
  'other-aws',
  'external-api',
  'on-premises-database',
  'non-aws-platform',
] as const;
export const teams = ['python', 'serverless', 'sql', 'visual'] as const;
export const needs = [
  'audit-trail',
  'backfill',
  'branching',
  'calendar-scheduling',
  'code-first',
  'custom-operators',
  'dependency-between-pipelines',
  'event-batching',
  'exactly-once',
  'fan-out-to-targets',
  'filtering-enrichment',
  'isolation-per-workflow',
  'low-latency',
  'many-schedules',
  'one-time-schedules',
  'open-source-portability',
  'ordering',
  'run-a-job-sync',
  'scale-to-zero',
  'synchronous-response',
  'visual-debugging',
  'wait-for-callback',
] as const;

export type Trigger = (typeof triggers)[number];
export type Source = (typeof eventSources)[number] | (typeof streamSources)[number];
export type TouchedService = (typeof touchedServices)[number];
export type Team = (typeof teams)[number];
export type Need = (typeof needs)[number];

/** What is known of a workload; a fact that is absent is unknown, not false. */
export interface Answers {
  readonly trigger?: Trigger;
  readonly source?: Source;
  /** IANA zone; `UTC` is no requirement. */
  readonly timezone?: string;
  readonly stepCount?: number;
  readonly services?: readonly TouchedService[];
  readonly runsPerMonth?: number;
  readonly longestStepSeconds?: number;
  /** From start to end, waiting included. */
  readonly runDurationSeconds?: number;
  readonly humanApproval?: boolean;
  readonly fanOutItems?: number;
  readonly payloadKiB?: number;
  readonly team?: Team;
  readonly existingAirflow?: boolean;
  readonly needs?: readonly Need[];
}
