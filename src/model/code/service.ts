/** Names that SDKs give one service, by the name used here. */
const ALIASES: Readonly<Record<string, string>> = {
  stepfunctions: 'sfn',
  states: 'sfn',
  eventbridge: 'events',
  cloudwatchevents: 'events',
  redshiftdataapiservice: 'redshiftdata',
  elasticmapreduce: 'emr',
  simplequeueservice: 'sqs',
  dynamodbdocument: 'dynamodb',
  libdynamodb: 'dynamodb',
  libstorage: 's3',
  documentclient: 'dynamodb',
};

/**
 * One name for a service, whichever SDK names it: `redshift-data`, `RedshiftData` and
 * `@aws-sdk/client-redshift-data` are all `redshiftdata`; Step Functions is `sfn`, EventBridge `events`.
 */
export function serviceName(name: string): string {
  const plain = name
    .replace(/^@aws-sdk\/(?:client-)?/, '')
    .replace(/^aws-sdk\/clients\//, '')
    .replace(/[-_./]/g, '')
    .toLowerCase();
  return ALIASES[plain] ?? plain;
}

/** `start_job_run` and `StartJobRunCommand` as `startJobRun`. */
export function actionName(name: string): string {
  const camel = name
    .replace(/Command$/, '')
    .replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return camel.charAt(0).toLowerCase() + camel.slice(1);
}

/** Actions whose name alone says which service is meant, for clients that come from elsewhere. */
const TELLING: ReadonlyMap<string, string> = new Map([
  ['startJobRun', 'glue'],
  ['getJobRun', 'glue'],
  ['startWorkflowRun', 'glue'],
  ['startCrawler', 'glue'],
  ['getCrawler', 'glue'],
  ['startExecution', 'sfn'],
  ['startSyncExecution', 'sfn'],
  ['describeExecution', 'sfn'],
  ['sendTaskSuccess', 'sfn'],
  ['sendTaskFailure', 'sfn'],
  ['putEvents', 'events'],
  ['startQueryExecution', 'athena'],
  ['getQueryExecution', 'athena'],
  ['executeStatement', 'redshiftdata'],
  ['describeStatement', 'redshiftdata'],
  ['describeJobs', 'batch'],
  ['submitJob', 'batch'],
  ['runTask', 'ecs'],
  ['describeTasks', 'ecs'],
  ['runJobFlow', 'emr'],
  ['addJobFlowSteps', 'emr'],
  ['describeStep', 'emr'],
  ['describeCluster', 'emr'],
  ['sendMessage', 'sqs'],
  ['sendMessageBatch', 'sqs'],
  ['putObject', 's3'],
  ['getObject', 's3'],
  ['uploadFile', 's3'],
  ['headObject', 's3'],
  ['putItem', 'dynamodb'],
  ['getItem', 'dynamodb'],
  ['updateItem', 'dynamodb'],
  ['batchWriteItem', 'dynamodb'],
  ['getSecretValue', 'secretsmanager'],
  ['assumeRole', 'sts'],
  ['invokeModel', 'bedrockruntime'],
]);

export function serviceOfAction(action: string): string | undefined {
  return TELLING.get(action);
}
