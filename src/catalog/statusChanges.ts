/** Events by which a service tells how work goes on. */
export interface StatusChange {
  readonly eventSource: string;
  readonly detailType: string;
  /** Fields of `detail` that tell of the status, the plainest first. */
  readonly filters: readonly [string, ...string[]];
  /** All values of the first of them. */
  readonly values: readonly string[];
  /** Those that tell of a failure. */
  readonly failed: readonly string[];
  /** Title of the page of the AWS documentation, 2026. */
  readonly page: string;
}

const GLUE = 'Automating AWS Glue with EventBridge';
const EMR = 'Monitor Amazon EMR events with CloudWatch';

/** The status changes of the services that pipelines are made of. */
export const STATUS_CHANGES: readonly StatusChange[] = [
  {
    eventSource: 'aws.glue',
    detailType: 'Glue Job State Change',
    filters: ['state', 'severity'],
    values: ['SUCCEEDED', 'FAILED', 'TIMEOUT', 'STOPPED'],
    failed: ['FAILED', 'TIMEOUT'],
    page: GLUE,
  },
  {
    eventSource: 'aws.glue',
    detailType: 'Glue Crawler State Change',
    filters: ['state'],
    values: ['Started', 'Succeeded', 'Failed'],
    failed: ['Failed'],
    page: GLUE,
  },
  {
    eventSource: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    filters: ['status'],
    values: ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'],
    failed: ['FAILED', 'TIMED_OUT', 'ABORTED'],
    page: 'Automating Step Functions event delivery with EventBridge',
  },
  {
    eventSource: 'aws.ecs',
    detailType: 'ECS Task State Change',
    filters: [
      'lastStatus',
      'desiredStatus',
      'stopCode',
      'stoppedReason',
      'containers.exitCode',
      'containers.lastStatus',
    ],
    values: [
      'PROVISIONING',
      'PENDING',
      'ACTIVATING',
      'RUNNING',
      'DEACTIVATING',
      'STOPPING',
      'DEPROVISIONING',
      'STOPPED',
      'DELETED',
    ],
    failed: ['STOPPED'],
    page: 'Amazon ECS task state change events',
  },
  {
    eventSource: 'aws.batch',
    detailType: 'Batch Job State Change',
    filters: ['status', 'statusReason', 'container.exitCode'],
    values: ['SUBMITTED', 'PENDING', 'RUNNABLE', 'STARTING', 'RUNNING', 'SUCCEEDED', 'FAILED'],
    failed: ['FAILED'],
    page: 'AWS Batch events',
  },
  {
    eventSource: 'aws.emr',
    detailType: 'EMR Step Status Change',
    filters: ['state', 'severity'],
    values: ['PENDING', 'CANCEL_PENDING', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED', 'INTERRUPTED'],
    failed: ['FAILED', 'CANCELLED'],
    page: EMR,
  },
  {
    eventSource: 'aws.emr',
    detailType: 'EMR Cluster State Change',
    filters: ['state', 'severity'],
    values: [
      'STARTING',
      'BOOTSTRAPPING',
      'RUNNING',
      'WAITING',
      'TERMINATING',
      'TERMINATED',
      'TERMINATED_WITH_ERRORS',
    ],
    failed: ['TERMINATED_WITH_ERRORS'],
    page: EMR,
  },
  {
    eventSource: 'aws.emr-serverless',
    detailType: 'EMR Serverless Job Run State Change',
    filters: ['state'],
    values: [
      'SUBMITTED',
      'PENDING',
      'SCHEDULED',
      'QUEUED',
      'RUNNING',
      'SUCCESS',
      'FAILED',
      'CANCELLING',
      'CANCELLED',
    ],
    failed: ['FAILED', 'CANCELLED'],
    page: 'Monitoring EMR Serverless with EventBridge',
  },
  {
    eventSource: 'aws.athena',
    detailType: 'Athena Query State Change',
    filters: ['currentState', 'previousState'],
    values: ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'],
    failed: ['FAILED', 'CANCELLED'],
    page: 'Monitor Athena query events with EventBridge',
  },
  {
    eventSource: 'aws.codebuild',
    detailType: 'CodeBuild Build State Change',
    filters: ['build-status'],
    values: ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'STOPPED'],
    failed: ['FAILED'],
    page: 'CodeBuild build notifications input format reference',
  },
];
