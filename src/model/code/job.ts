import { jobsPolledBy, jobStartedBy } from '../../catalog/jobs';
import type { AwsCall } from './remoteCall';

/** Work that goes on after the call which started it. */
export interface StartedJob {
  /** What people call it, with its article: `a Glue job`. */
  readonly title: string;
  /** True where a state can wait for it by ".sync". */
  readonly hasSync: boolean;
  /** The `source` of the events that tell of its end. */
  readonly source?: string;
}

/** What integrations of Step Functions call a service that SDKs call otherwise. */
export const INTEGRATION_NAMES: Readonly<Record<string, string>> = {
  sfn: 'states',
  emr: 'elasticmapreduce',
  emrserverless: 'emr-serverless',
  emrcontainers: 'emr-containers',
};

/** Jobs without ".sync", by "Step Functions optimized integrations" of 2026-09. */
const WITHOUT_SYNC: Readonly<Record<string, string>> = {
  'glue:startCrawler': 'a Glue crawler',
  'glue:startWorkflowRun': 'a Glue workflow',
};

/** The work that a call starts and does not wait for. */
export function jobOf({ service, action }: AwsCall): StartedJob | undefined {
  const name = `${INTEGRATION_NAMES[service] ?? service}:${action}`;
  const source = `aws.${service}`;
  const title = WITHOUT_SYNC[name];
  if (title) return { title, hasSync: false, source };
  const job = jobStartedBy(name);
  return job?.awaited ? { title: job.title, hasSync: true, source } : undefined;
}

/** True for a call that asks after work which a state could wait for by ".sync". */
export function asksAfterJob({ service, action }: AwsCall): boolean {
  return jobsPolledBy(`${INTEGRATION_NAMES[service] ?? service}:${action}`).length > 0;
}
