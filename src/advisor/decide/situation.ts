import type { Answers, Need, TouchedService } from './answers';
import { limit } from './facts';

/** Services that hold or carry data and do no work of their own. */
const passive: readonly TouchedService[] = ['s3', 'dynamodb', 'sqs', 'sns', 'event-bus'];
/** Managed work that runs elsewhere and has to be waited for. */
const managedJobs: readonly TouchedService[] = ['glue', 'glue-crawler', 'emr', 'emr-serverless', 'batch'];
/** Work that can be short, or be waited for; SageMaker is a call of an endpoint when the run is short. */
const shortJobs: readonly TouchedService[] = ['ecs', 'athena', 'redshift', 'sagemaker'];
/** What a function reaches by itself. */
const insideFunction: readonly TouchedService[] = ['lambda', 'external-api', 'other-aws', ...passive];
/** Work that can read a database in the company's network. */
const reachesOnPremises: readonly TouchedService[] = ['glue', 'lambda', 'ecs', 'batch', 'emr'];

/** What follows from the answers, in the words in which services state their limits. */
export interface Situation extends Answers {
  readonly touched: readonly TouchedService[];
  touches(...services: readonly TouchedService[]): boolean;
  touchesOnly(...services: readonly TouchedService[]): boolean;
  wants(...needs: readonly Need[]): boolean;
  /** One step; false when the count is unknown. */
  readonly single: boolean;
  /** More than one step for certain. */
  readonly several: boolean;
  /** The count is unknown. */
  readonly stepsUnknown: boolean;
  /** Seconds that one run takes at least. */
  readonly run: number | undefined;
  /** Seconds that one run takes, with its steps one after the other if nothing better is known. */
  readonly wholeRun: number | undefined;
  /** The count is unknown and nothing hints at more than one step. */
  readonly perhapsSingle: boolean;
  /** A start by the clock in a zone other than UTC. */
  readonly localTime: boolean;
  readonly glueOnly: boolean;
  /** Nothing but functions and what they reach themselves. */
  readonly codeOnly: boolean;
  /** Own code does the work of the one step. */
  readonly ownCode: boolean;
  readonly managedJobs: boolean;
  readonly jobs: boolean;
  /** Kinds of systems outside AWS: platforms, company databases, HTTPS APIs. */
  readonly outside: number;
  /** A company database without anything in the flow that reaches it. */
  readonly unreachableDatabase: boolean;
  readonly activeServices: number;
  /** Receivers that take an event as it is: queues, topics, buses. */
  readonly receivers: number;
  /** The team lives in Airflow, or asks for what only Airflow has. */
  readonly airflowMinded: boolean;
  readonly shortRun: boolean;
  /** A run, waiting included, lasts longer than any service waits. */
  readonly beyondYear: boolean;
  /** Why one run is too much for an inline Map, if it is. */
  readonly fanOut: 'none' | 'small' | 'moderate' | 'parallel' | 'history' | 'payload' | 'large';
}

/** Reads the answers once for all services. */
export function situation(answers: Answers): Situation {
  const touched = answers.services ?? [];
  const wanted = answers.needs ?? [];
  const touches = (...services: readonly TouchedService[]): boolean =>
    services.some((service) => touched.includes(service));
  const touchesOnly = (...services: readonly TouchedService[]): boolean =>
    touched.length > 0 && touched.every((service) => services.includes(service));
  const wants = (...asked: readonly Need[]): boolean => asked.some((need) => wanted.includes(need));
  const run = longest(answers.runDurationSeconds, answers.longestStepSeconds);
  const single = answers.stepCount === 1;
  const glue = touches('glue', 'glue-crawler');
  const codeOnly = touchesOnly(...insideFunction);
  const wholeRun = answers.runDurationSeconds ?? inSequence(answers);
  const shortRun = wholeRun !== undefined && wholeRun <= limit('step-functions-express/max-duration');
  return {
    ...answers,
    touched,
    touches,
    touchesOnly,
    wants,
    single,
    several: (answers.stepCount ?? 0) > 1,
    stepsUnknown: answers.stepCount === undefined,
    run,
    wholeRun,
    perhapsSingle:
      answers.stepCount === undefined && touched.filter((service) => !passive.includes(service)).length <= 1,
    localTime: answers.trigger === 'schedule' && ![undefined, 'UTC', 'Etc/UTC'].includes(answers.timezone),
    glueOnly:
      glue &&
      touchesOnly(
        'glue',
        'glue-crawler',
        's3',
        ...(touches('glue') ? (['on-premises-database'] as const) : []),
      ),
    codeOnly,
    ownCode:
      touches('lambda') ||
      (answers.trigger !== 'event' && answers.trigger !== 'stream' && touches('external-api') && codeOnly),
    managedJobs: touches(...managedJobs) || (touches('sagemaker') && !shortRun),
    jobs: touches(...managedJobs, ...shortJobs),
    outside: (['non-aws-platform', 'on-premises-database', 'external-api'] as const).filter((kind) =>
      touches(kind),
    ).length,
    unreachableDatabase: touches('on-premises-database') && !touches(...reachesOnPremises),
    activeServices: activeServices(touched),
    receivers: touched.filter((service) => ['sqs', 'sns', 'event-bus'].includes(service)).length,
    airflowMinded: answers.existingAirflow === true || wants('open-source-portability', 'custom-operators'),
    shortRun,
    beyondYear: (run ?? 0) > limit('step-functions-standard/max-duration'),
    fanOut: fanOut(answers),
  };
}

/** Steps one after the other, each as long as the longest. */
function inSequence({ longestStepSeconds, stepCount }: Answers): number | undefined {
  return longestStepSeconds === undefined ? undefined : longestStepSeconds * (stepCount ?? 1);
}

/** Services whose calls are steps; a crawler belongs to Glue, and S3 only holds what the others read and write. */
function activeServices(touched: readonly TouchedService[]): number {
  const active = touched.filter((service) => service !== 's3');
  return new Set(active.map((service) => (service === 'glue-crawler' ? 'glue' : service))).size;
}

function longest(...seconds: readonly (number | undefined)[]): number | undefined {
  const known = seconds.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** An inline Map fails at its history limit and is slow at its concurrency; a long list does not fit into a payload. */
function fanOut(answers: Answers): Situation['fanOut'] {
  const { fanOutItems: items = 0, stepCount = 1, longestStepSeconds, runDurationSeconds: run } = answers;
  const concurrency = limit('step-functions-distributed-map/inline-concurrency');
  if (items <= 1) return 'none';
  if (items >= limit('step-functions-distributed-map/max-children')) return 'large';
  if (items <= concurrency) return 'small';
  if ((answers.payloadKiB ?? 0) > limit('step-functions-standard/payload')) return 'payload';
  if (
    run !== undefined &&
    longestStepSeconds !== undefined &&
    (items * longestStepSeconds) / concurrency > run
  ) {
    return 'parallel';
  }
  const events = items * stepCount * limit('step-functions-distributed-map/events-per-state');
  if (events > limit('step-functions-standard/history-events')) return 'history';
  return items > concurrency * 10 ? 'parallel' : 'moderate';
}
