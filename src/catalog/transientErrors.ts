import type { ResourceArn } from '../expressions/resourceArn';
import { apiAction, apiOfOptimized } from './api';
import { ERROR_NAMES } from './errorNames';

/** How often and after which waits a failed call is tried again. */
export interface RetryWait {
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
}

/** Errors that pass by themselves, as Step Functions reports them, and the waits that suit them. */
export interface TransientErrors {
  readonly names: readonly string[];
  readonly wait: RetryWait;
}

/** What "Best practices for Step Functions" tells to retry, and throttling. */
const OF_LAMBDA: TransientErrors = {
  names: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ],
  wait: { IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2 },
};

/** "Call HTTPS APIs in Step Functions workflows". */
const OF_HTTP: readonly string[] = [
  'States.Http.Socket',
  'States.Http.StatusCode.429',
  'States.Http.StatusCode.502',
  'States.Http.StatusCode.503',
  'States.Http.StatusCode.504',
];

/** How optimized integrations spell the service in their errors. */
const PREFIXES: Readonly<Record<string, string>> = {
  athena: 'Athena',
  batch: 'Batch',
  dynamodb: 'DynamoDB',
  ecs: 'ECS',
  events: 'EventBridge',
  glue: 'Glue',
  sns: 'SNS',
  sqs: 'SQS',
};

const CALL: RetryWait = { IntervalSeconds: 1, MaxAttempts: 5, BackoffRate: 2 };
/** A place for one more run becomes free when another one ends. */
const JOB: RetryWait = { IntervalSeconds: 60, MaxAttempts: 5, BackoffRate: 1.5 };
const PASSES =
  /Throttl|TooManyRequests|RequestLimitExceeded|ProvisionedThroughput|ServiceUnavailable|ServiceException$|InternalServer|InternalService|InternalFailure|SlowDown|ConcurrentRuns|ConcurrentModification|Timeout/;

/** The errors of a call that another try may get past; any task error where the call has none that we know. */
export function transientErrors(arn: ResourceArn | undefined): TransientErrors {
  if (arn?.kind === 'lambda' || arn?.service === 'lambda') return OF_LAMBDA;
  if (arn?.kind === 'optimized' && arn.service === 'http') return { names: OF_HTTP, wait: CALL };
  const names = arn?.kind === 'sdk' ? ofSdk(arn) : arn?.kind === 'optimized' ? ofOptimized(arn) : [];
  const isJob = arn?.pattern === 'sync' || arn?.pattern === 'sync:2';
  return { names: names.length > 0 ? names : ['States.TaskFailed'], wait: isJob ? JOB : CALL };
}

function ofSdk({ service = '', action = '' }: ResourceArn): readonly string[] {
  return (apiAction(service, action)?.errors ?? []).filter((name) => PASSES.test(name));
}

function ofOptimized({ service = '', action = '' }: ResourceArn): string[] {
  const prefix = PREFIXES[service];
  if (!prefix) return [];
  const known = [...ERROR_NAMES.values()]
    .filter(({ name, transient }) => transient && name.startsWith(`${prefix}.`))
    .map(({ name }) => name);
  const raised = new Set((apiOfOptimized(service, action)?.errors ?? []).map(afterDot));
  return known.filter(
    (name) => raised.has(afterDot(name)) || !OF_SOME_ACTIONS.test(name) || isAbout(name, action),
  );
}

/** Errors that only certain actions raise; the service's own exception and failures to reach it are in no model. */
const OF_SOME_ACTIONS = /Crawler|ConcurrentRuns|FailedEntry/;

function isAbout(name: string, action: string): boolean {
  return (
    (name.includes('Crawler') && action.includes('Crawler')) ||
    (name.includes('ConcurrentRuns') && action === 'startJobRun') ||
    (name.includes('FailedEntry') && action === 'putEvents')
  );
}

function afterDot(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}
