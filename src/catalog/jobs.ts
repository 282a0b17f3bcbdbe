/** Work of a service that goes on after the call that started it. */
export interface Job {
  /** What people call it, with its article. */
  readonly title: string;
  /** `service:action` that starts it, which has ".sync" as an optimized integration. */
  readonly start: string;
  /** Other calls that start the same, with other parameters than `start` takes. */
  readonly alsoStartedBy: readonly string[];
  /** Calls that say how far it is. */
  readonly polls: readonly string[];
  /** Parameters of `start` that end the work after a time, as paths of names. */
  readonly ownTimeouts: readonly (readonly string[])[];
  /** False for work whose end nobody has to wait for before going on, such as a child execution. */
  readonly awaited: boolean;
}

type Facts = Partial<Omit<Job, 'start' | 'polls'>> & Pick<Job, 'title' | 'polls'>;

/** From "Integrating optimized services with Step Functions": the actions that take ".sync", as of 2026-09. */
const FACTS: Readonly<Record<string, Facts>> = {
  'glue:startJobRun': {
    title: 'a Glue job',
    polls: ['glue:getJobRun', 'glue:getJobRuns'],
    ownTimeouts: [['Timeout']],
  },
  'databrew:startJobRun': { title: 'a DataBrew job', polls: ['databrew:describeJobRun'] },
  'athena:startQueryExecution': {
    title: 'an Athena query',
    polls: ['athena:getQueryExecution', 'athena:batchGetQueryExecution'],
  },
  'batch:submitJob': {
    title: 'a Batch job',
    polls: ['batch:describeJobs'],
    ownTimeouts: [['Timeout', 'AttemptDurationSeconds']],
  },
  'ecs:runTask': { title: 'an ECS task', polls: ['ecs:describeTasks'] },
  'eks:runJob': { title: 'a Kubernetes job', polls: [] },
  'codebuild:startBuild': {
    title: 'a build',
    polls: ['codebuild:batchGetBuilds'],
    ownTimeouts: [['TimeoutInMinutesOverride']],
  },
  'codebuild:startBuildBatch': {
    title: 'a batch build',
    polls: ['codebuild:batchGetBuildBatches'],
    ownTimeouts: [['BuildTimeoutInMinutesOverride']],
  },
  'elasticmapreduce:addStep': {
    title: 'an EMR step',
    alsoStartedBy: ['elasticmapreduce:addJobFlowSteps'],
    polls: ['elasticmapreduce:describeStep', 'elasticmapreduce:listSteps'],
  },
  'elasticmapreduce:createCluster': {
    title: 'an EMR cluster',
    alsoStartedBy: ['elasticmapreduce:runJobFlow'],
    polls: ['elasticmapreduce:describeCluster'],
  },
  'elasticmapreduce:terminateCluster': {
    title: 'the end of an EMR cluster',
    alsoStartedBy: ['elasticmapreduce:terminateJobFlows'],
    polls: ['elasticmapreduce:describeCluster'],
    awaited: false,
  },
  'emr-containers:startJobRun': {
    title: 'an EMR job on EKS',
    polls: ['emr-containers:describeJobRun'],
  },
  'emr-serverless:startJobRun': {
    title: 'an EMR Serverless job',
    polls: ['emr-serverless:getJobRun'],
    ownTimeouts: [['ExecutionTimeoutMinutes']],
  },
  'emr-serverless:createApplication': {
    title: 'an EMR Serverless application',
    polls: ['emr-serverless:getApplication'],
  },
  'emr-serverless:startApplication': {
    title: 'the start of an EMR Serverless application',
    polls: ['emr-serverless:getApplication'],
    awaited: false,
  },
  'sagemaker:createTrainingJob': {
    title: 'a training job',
    polls: ['sagemaker:describeTrainingJob'],
    ownTimeouts: [['StoppingCondition', 'MaxRuntimeInSeconds']],
  },
  'sagemaker:createTransformJob': {
    title: 'a transform job',
    polls: ['sagemaker:describeTransformJob'],
  },
  'sagemaker:createProcessingJob': {
    title: 'a processing job',
    polls: ['sagemaker:describeProcessingJob'],
    ownTimeouts: [['StoppingCondition', 'MaxRuntimeInSeconds']],
  },
  'sagemaker:createHyperParameterTuningJob': {
    title: 'a tuning job',
    polls: ['sagemaker:describeHyperParameterTuningJob'],
  },
  'sagemaker:createLabelingJob': {
    title: 'a labeling job',
    polls: ['sagemaker:describeLabelingJob'],
  },
  'mediaconvert:createJob': { title: 'a conversion', polls: ['mediaconvert:getJob'] },
  'bedrock:createModelCustomizationJob': {
    title: 'a model customization',
    polls: ['bedrock:getModelCustomizationJob'],
  },
  'states:startExecution': {
    title: 'a child execution',
    polls: ['states:describeExecution'],
    awaited: false,
  },
};

/** Every kind of work that ".sync" waits for and that can also be polled, by the call that starts it. */
export const JOBS: readonly Job[] = Object.entries(FACTS).map(([start, facts]) => ({
  alsoStartedBy: [],
  ownTimeouts: [],
  awaited: true,
  ...facts,
  start,
}));

const BY_START: ReadonlyMap<string, Job> = new Map(
  JOBS.flatMap((job) => [job.start, ...job.alsoStartedBy].map((name): [string, Job] => [name, job])),
);

/** The work that a call starts, if ".sync" could wait for it. */
export function jobStartedBy(name: string): Job | undefined {
  return BY_START.get(name);
}

/** The kinds of work that a call asks after. */
export function jobsPolledBy(name: string): readonly Job[] {
  return JOBS.filter(({ polls }) => polls.includes(name));
}
