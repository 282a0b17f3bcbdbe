/** What an operator of the Amazon provider for Apache Airflow starts and waits for. */
export interface StartedByOperator {
  /** Service and action as programs call them: `glue:startJobRun`. */
  readonly call: string;
  readonly operator: string;
  /** What is started, with its article. */
  readonly work: string;
}

/** Documentation of apache-airflow-providers-amazon, compared in 2026-11. */
const STARTED: readonly StartedByOperator[] = [
  { call: 'glue:startJobRun', operator: 'GlueJobOperator', work: 'a Glue job' },
  { call: 'glue:startCrawler', operator: 'GlueCrawlerOperator', work: 'a Glue crawler' },
  { call: 'databrew:startJobRun', operator: 'GlueDataBrewStartJobOperator', work: 'a DataBrew job' },
  { call: 'emr:runJobFlow', operator: 'EmrCreateJobFlowOperator', work: 'an EMR cluster' },
  { call: 'emr:addJobFlowSteps', operator: 'EmrAddStepsOperator', work: 'EMR steps' },
  {
    call: 'emrserverless:startJobRun',
    operator: 'EmrServerlessStartJobOperator',
    work: 'an EMR Serverless job',
  },
  { call: 'emrcontainers:startJobRun', operator: 'EmrContainerOperator', work: 'an EMR on EKS job' },
  { call: 'athena:startQueryExecution', operator: 'AthenaOperator', work: 'an Athena query' },
  { call: 'batch:submitJob', operator: 'BatchOperator', work: 'a Batch job' },
  { call: 'sfn:startExecution', operator: 'StepFunctionStartExecutionOperator', work: 'a state machine' },
  { call: 'ecs:runTask', operator: 'EcsRunTaskOperator', work: 'an ECS task' },
  { call: 'redshiftdata:executeStatement', operator: 'RedshiftDataOperator', work: 'a Redshift statement' },
  {
    call: 'redshiftdata:batchExecuteStatement',
    operator: 'RedshiftDataOperator',
    work: 'Redshift statements',
  },
  {
    call: 'sagemaker:createTrainingJob',
    operator: 'SageMakerTrainingOperator',
    work: 'a SageMaker training job',
  },
  {
    call: 'sagemaker:createProcessingJob',
    operator: 'SageMakerProcessingOperator',
    work: 'a SageMaker processing job',
  },
  {
    call: 'sagemaker:createTransformJob',
    operator: 'SageMakerTransformOperator',
    work: 'a SageMaker transform job',
  },
];

const BY_CALL = new Map(STARTED.map((started) => [started.call, started]));

/** The operator for a call of a service, named as in programs; `undefined` where no work is started by it. */
export function operatorFor(service: string, action: string): StartedByOperator | undefined {
  return BY_CALL.get(`${service}:${action}`);
}

/** Sensors of the Amazon provider that take `deferrable`, by the modules that they are in since version 8. */
const DEFERRABLE: ReadonlySet<string> = new Set([
  'batch.BatchSensor',
  'ec2.EC2InstanceStateSensor',
  'emr.EmrContainerSensor',
  'emr.EmrJobFlowSensor',
  'emr.EmrStepSensor',
  'glue_catalog_partition.GlueCatalogPartitionSensor',
  'redshift_cluster.RedshiftClusterSensor',
  's3.S3KeySensor',
  's3.S3KeysUnchangedSensor',
  'sqs.SqsSensor',
]);

const AMAZON_SENSORS = 'airflow.providers.amazon.aws.sensors.';

/** True for a sensor that can wait in the triggerer, imported from where it is since it can. */
export function isDeferrableSensor(module: string | undefined, type: string): boolean {
  return (
    module?.startsWith(AMAZON_SENSORS) === true &&
    DEFERRABLE.has(`${module.slice(AMAZON_SENSORS.length)}.${type}`)
  );
}
