import type { IntegrationPattern } from '../expressions/resourceArn';

/** A service of the AWS SDK integrations: `arn:aws:states:::aws-sdk:SERVICE:ACTION`. */
export interface AwsSdkService {
  /** As the ARN spells it: the name of the service's package in the AWS SDK for Java 2.x. */
  readonly service: string;
  readonly title: string;
  /** Actions that workflows call often, in lower camel case; any other action of the API is allowed as well. */
  readonly actions: readonly string[];
}

/** What an `aws-sdk` resource may end in. */
export const AWS_SDK_PATTERNS: readonly IntegrationPattern[] = ['requestResponse', 'waitForTaskToken'];

/** Title of the page of the AWS documentation. */
export const AWS_SDK_SOURCE = 'Learning to use AWS service SDK integrations in Step Functions';

const SERVICES: readonly (readonly [service: string, title: string, actions?: string])[] = [
  ['athena', 'Amazon Athena', 'startQueryExecution getQueryExecution getQueryResults batchGetQueryExecution'],
  ['appconfig', 'AWS AppConfig'],
  ['appflow', 'Amazon AppFlow', 'startFlow describeFlowExecutionRecords'],
  ['appsync', 'AWS AppSync'],
  ['autoscaling', 'Amazon EC2 Auto Scaling'],
  ['batch', 'AWS Batch', 'submitJob describeJobs terminateJob'],
  ['bedrock', 'Amazon Bedrock'],
  ['bedrockagentruntime', 'Amazon Bedrock agents', 'retrieve retrieveAndGenerate'],
  ['bedrockruntime', 'Amazon Bedrock Runtime', 'converse invokeModel'],
  ['cloudformation', 'AWS CloudFormation', 'createStack describeStacks deleteStack'],
  ['cloudfront', 'Amazon CloudFront', 'createInvalidation getInvalidation'],
  ['cloudwatch', 'Amazon CloudWatch', 'putMetricData getMetricData describeAlarms'],
  ['cloudwatchlogs', 'Amazon CloudWatch Logs', 'startQuery getQueryResults createExportTask putLogEvents'],
  ['codebuild', 'AWS CodeBuild'],
  ['codepipeline', 'AWS CodePipeline', 'startPipelineExecution getPipelineExecution'],
  ['cognitoidentityprovider', 'Amazon Cognito user pools'],
  ['comprehend', 'Amazon Comprehend', 'detectSentiment detectEntities startEntitiesDetectionJob'],
  ['config', 'AWS Config'],
  ['costexplorer', 'AWS Cost Explorer', 'getCostAndUsage'],
  [
    'databasemigration',
    'AWS Database Migration Service',
    'startReplicationTask describeReplicationTasks stopReplicationTask',
  ],
  ['databrew', 'AWS Glue DataBrew'],
  ['datasync', 'AWS DataSync', 'startTaskExecution describeTaskExecution'],
  [
    'dynamodb',
    'Amazon DynamoDB',
    'query scan batchWriteItem transactWriteItems exportTableToPointInTime describeExport',
  ],
  ['ec2', 'Amazon EC2', 'describeInstances startInstances stopInstances createSnapshot'],
  ['ecr', 'Amazon ECR'],
  ['ecs', 'Amazon ECS', 'describeTasks updateService stopTask'],
  ['eks', 'Amazon EKS'],
  ['emr', 'Amazon EMR', 'addJobFlowSteps describeStep listClusters describeCluster'],
  ['emrcontainers', 'Amazon EMR on EKS'],
  ['emrserverless', 'Amazon EMR Serverless', 'startJobRun getJobRun getApplication'],
  ['entityresolution', 'AWS Entity Resolution'],
  ['eventbridge', 'Amazon EventBridge', 'putEvents enableRule disableRule'],
  ['firehose', 'Amazon Data Firehose', 'putRecord putRecordBatch'],
  ['fis', 'AWS Fault Injection Service', 'startExperiment getExperiment'],
  [
    'glue',
    'AWS Glue',
    'startCrawler getCrawler startJobRun getJobRun startWorkflowRun getWorkflowRun startDataQualityRulesetEvaluationRun getPartitions createPartition',
  ],
  ['iam', 'AWS IAM'],
  ['kinesis', 'Amazon Kinesis Data Streams', 'putRecord putRecords'],
  [
    'kinesisanalyticsv2',
    'Amazon Managed Service for Apache Flink',
    'startApplication stopApplication describeApplication',
  ],
  ['kms', 'AWS KMS'],
  ['lakeformation', 'AWS Lake Formation', 'grantPermissions batchGrantPermissions'],
  ['lambda', 'AWS Lambda', 'invoke updateFunctionCode getFunction'],
  ['mediaconvert', 'AWS Elemental MediaConvert'],
  ['mwaa', 'Amazon MWAA', 'invokeRestApi createCliToken getEnvironment'],
  ['organizations', 'AWS Organizations', 'listAccounts describeAccount'],
  ['opensearch', 'Amazon OpenSearch Service'],
  ['pipes', 'Amazon EventBridge Pipes', 'startPipe stopPipe'],
  ['polly', 'Amazon Polly', 'startSpeechSynthesisTask getSpeechSynthesisTask'],
  ['quicksight', 'Amazon QuickSight', 'createIngestion describeIngestion'],
  ['rds', 'Amazon RDS', 'startExportTask describeExportTasks createDBSnapshot describeDBSnapshots'],
  [
    'rdsdata',
    'Amazon RDS Data API',
    'executeStatement batchExecuteStatement beginTransaction commitTransaction',
  ],
  ['redshift', 'Amazon Redshift', 'pauseCluster resumeCluster describeClusters'],
  [
    'redshiftdata',
    'Amazon Redshift Data API',
    'executeStatement batchExecuteStatement describeStatement getStatementResult cancelStatement',
  ],
  ['redshiftserverless', 'Amazon Redshift Serverless', 'getWorkgroup updateWorkgroup'],
  ['rekognition', 'Amazon Rekognition', 'detectLabels detectModerationLabels'],
  ['route53', 'Amazon Route 53'],
  ['s3', 'Amazon S3', 'getObject putObject copyObject deleteObject headObject listObjectsV2 deleteObjects'],
  ['s3control', 'Amazon S3 Control', 'createJob describeJob'],
  ['sagemaker', 'Amazon SageMaker AI', 'startPipelineExecution describePipelineExecution describeEndpoint'],
  ['sagemakerruntime', 'Amazon SageMaker Runtime', 'invokeEndpoint'],
  ['scheduler', 'Amazon EventBridge Scheduler', 'createSchedule updateSchedule deleteSchedule'],
  ['secretsmanager', 'AWS Secrets Manager', 'getSecretValue'],
  ['ses', 'Amazon SES', 'sendEmail'],
  ['sesv2', 'Amazon SES (version 2)', 'sendEmail'],
  [
    'sfn',
    'AWS Step Functions',
    'startExecution startSyncExecution describeExecution sendTaskSuccess sendTaskFailure stopExecution',
  ],
  ['sns', 'Amazon SNS', 'publish publishBatch'],
  ['sqs', 'Amazon SQS', 'sendMessage sendMessageBatch receiveMessage deleteMessage'],
  [
    'ssm',
    'AWS Systems Manager',
    'getParameter putParameter sendCommand getCommandInvocation startAutomationExecution',
  ],
  ['sts', 'AWS STS', 'getCallerIdentity'],
  ['textract', 'Amazon Textract', 'startDocumentTextDetection getDocumentTextDetection analyzeDocument'],
  ['timestreamquery', 'Amazon Timestream Query', 'query'],
  ['transcribe', 'Amazon Transcribe', 'startTranscriptionJob getTranscriptionJob'],
  ['transfer', 'AWS Transfer Family', 'startFileTransfer listFileTransferResults'],
  ['translate', 'Amazon Translate', 'translateText startTextTranslationJob'],
];

/** Services that workflows call often; more than two hundred are allowed, so an absent one is not wrong. */
export const AWS_SDK_SERVICES: ReadonlyMap<string, AwsSdkService> = new Map(
  SERVICES.map(([service, title, actions]) => [
    service,
    { service, title, actions: actions === undefined ? [] : actions.split(' ') },
  ]),
);
