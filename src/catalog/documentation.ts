const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/';

const PAGE_OF: Readonly<Record<string, string>> = {
  'State machine structure in Amazon States Language for Step Functions workflows': 'statemachine-structure',
  'Task workflow state': 'state-task',
  'Pass workflow state': 'state-pass',
  'Choice workflow state': 'state-choice',
  'Wait workflow state': 'state-wait',
  'Succeed workflow state': 'state-succeed',
  'Fail workflow state': 'state-fail',
  'Parallel workflow state': 'state-parallel',
  'Map workflow state': 'state-map',
  'Using Map state in Inline mode in Step Functions workflows': 'state-map-inline',
  'Using Map state in Distributed mode for large-scale parallel workloads in Step Functions':
    'state-map-distributed',
  'ItemsPath (Map, JSONPath only)': 'input-output-itemspath',
  'ItemReader (Map)': 'input-output-itemreader',
  'ItemSelector (Map)': 'input-output-itemselector',
  'ItemBatcher (Map)': 'input-output-itembatcher',
  'ResultWriter (Map)': 'input-output-resultwriter',
  'Handling errors in Step Functions workflows': 'concepts-error-handling',
  'Processing input and output in Step Functions': 'concepts-input-output-filtering',
  'Transforming data with JSONata in Step Functions': 'transforming-data',
  'Passing data between states with variables': 'workflow-variables',
  'Accessing resources in other AWS accounts in Step Functions': 'concepts-access-cross-acct-resources',
  'Discover service integration patterns in Step Functions': 'connect-to-resource',
  'Intrinsic functions for JSONPath states in Step Functions': 'intrinsic-functions',
  'Step Functions service quotas': 'service-quotas',
  'Handle transient Lambda service exceptions': 'sfn-best-practices',
  'Learning to use AWS service SDK integrations in Step Functions': 'supported-services-awssdk',
  'Integrating optimized services with Step Functions': 'integrate-optimized',
  'Call HTTPS APIs in Step Functions workflows': 'call-https-apis',
  'Invoke an AWS Lambda function with Step Functions': 'connect-lambda',
  'Run AWS Batch workloads with Step Functions': 'connect-batch',
  'Run Amazon ECS or Fargate tasks with Step Functions': 'connect-ecs',
  'Create and manage Amazon EKS clusters with Step Functions': 'connect-eks',
  'Manage AWS CodeBuild builds with Step Functions': 'connect-codebuild',
  'Create AWS Elemental MediaConvert jobs with Step Functions': 'connect-mediaconvert',
  'Perform DynamoDB CRUD operations with Step Functions': 'connect-ddb',
  'Start an AWS Glue job with Step Functions': 'connect-glue',
  'Start AWS Glue DataBrew jobs with Step Functions': 'connect-databrew',
  'Run Athena queries with Step Functions': 'connect-athena',
  'Create and manage Amazon EMR clusters with Step Functions': 'connect-emr',
  'Create and manage Amazon EMR clusters on EKS with AWS Step Functions': 'connect-emr-eks',
  'Create and manage Amazon EMR Serverless applications with Step Functions': 'connect-emr-serverless',
  'Publish messages to an Amazon SNS topic with Step Functions': 'connect-sns',
  'Send messages to an Amazon SQS queue with Step Functions': 'connect-sqs',
  'Add EventBridge events with Step Functions': 'connect-eventbridge',
  'Create API Gateway REST APIs with Step Functions': 'connect-api-gateway',
  'Start a new AWS Step Functions state machine from a running execution': 'connect-stepfunctions',
  'Create and manage Amazon SageMaker AI jobs with Step Functions': 'connect-sagemaker',
  'Invoke and customize Amazon Bedrock models with Step Functions': 'connect-bedrock',
  'Invoke Amazon Bedrock AgentCore harness with Step Functions': 'connect-bedrockagentcore',
};

const ELSEWHERE: Readonly<Record<string, string>> = {
  ValidateStateMachineDefinition:
    'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  'Lambda Invoke API': 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
  'Troubleshoot execution issues in Lambda':
    'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-execution.html',
};

const ADDRESSES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(PAGE_OF).map(([title, page]): [string, string] => [title, `${GUIDE}${page}.html`]),
  ...Object.entries(ELSEWHERE),
]);

/** The address of the page of the AWS documentation that has this title, for a `source` of the catalogue. */
export function documentationUrl(source: string): string | undefined {
  return ADDRESSES.get(source);
}
