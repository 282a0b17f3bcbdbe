import type { ErrorName } from './errorNames';

const LAMBDA = 'Handle transient Lambda service exceptions';
const LAMBDA_INVOKE = 'Lambda Invoke API';
const LAMBDA_RUNTIME = 'Troubleshoot execution issues in Lambda';
const OPTIMIZED = 'Integrating optimized services with Step Functions';
const SDK = 'Learning to use AWS service SDK integrations in Step Functions';

const permanent = (source: string, names: Readonly<Record<string, string>>): ErrorName[] =>
  Object.entries(names).map(([name, meaning]) => ({ name, meaning, catchable: 'always', source }));

const transient = (source: string, names: Readonly<Record<string, string>>): ErrorName[] =>
  permanent(source, names).map((error) => ({ ...error, transient: true }));

/** Frequent names that Lambda, its functions and integrated services report. */
export const ERRORS_OF_SERVICES: readonly ErrorName[] = [
  ...transient(LAMBDA, {
    'Lambda.ServiceException': 'Lambda failed on its own side (status 500).',
    'Lambda.AWSLambdaException': 'Lambda answered with an error that has no name of its own.',
    'Lambda.SdkClientException': 'The call did not reach Lambda, for instance for want of a connection.',
    'Lambda.ClientExecutionTimeoutException': 'The call to Lambda took too long on the way.',
    'Lambda.TooManyRequestsException':
      'The function or the account runs as many functions at a time as it may.',
  }),
  ...transient(LAMBDA_INVOKE, {
    'Lambda.EC2ThrottledException': 'Lambda was throttled by EC2 while it set up the function in its VPC.',
    'Lambda.EC2UnexpectedException': 'EC2 failed unexpectedly while Lambda set up the function in its VPC.',
    'Lambda.ENILimitReachedException': 'The VPC of the function has no network interface left.',
    'Lambda.EFSMountTimeoutException': 'The file system of the function could not be mounted in time.',
    'Lambda.ResourceConflictException': 'The function is being changed at the moment.',
    'Lambda.ResourceNotReadyException': 'The function is inactive and is being made ready.',
    'Lambda.SnapStartNotReadyException': 'The snapshot of the function is not ready yet.',
  }),
  ...permanent(LAMBDA_INVOKE, {
    'Lambda.ResourceNotFoundException': 'There is no such function, version or alias.',
    'Lambda.InvalidParameterValueException':
      'A parameter of the call has a value that Lambda does not accept.',
    'Lambda.RequestTooLargeException': 'The payload of the call is too large.',
    'Lambda.KMSAccessDeniedException':
      'Lambda may not use the key that encrypts the environment of the function.',
  }),
  ...permanent(LAMBDA_RUNTIME, {
    'Lambda.Unknown': 'The function ended without saying why, for instance out of memory.',
    'Sandbox.Timedout': 'The function ran for longer than its timeout.',
    'Runtime.ExitError': 'The process of the function exited.',
    'Runtime.ImportModuleError': 'The module that holds the handler cannot be loaded.',
    'Runtime.HandlerNotFound': 'The module of the function has no handler of that name.',
    'Runtime.UserCodeSyntaxError': 'The code of the function has a syntax error.',
    'Runtime.OutOfMemory': 'The function ran out of memory.',
    'Function.ResponseSizeTooLarge': 'The answer of the function is larger than Lambda allows.',
    Exception: 'A Python function raised a plain Exception; subclasses are reported under their own names.',
    Error: 'A Node.js function threw a plain Error; subclasses are reported under their own names.',
  }),
  ...transient(OPTIMIZED, {
    'DynamoDB.ProvisionedThroughputExceededException':
      'The table has no capacity left (optimized integration).',
    'DynamoDB.AmazonDynamoDBException':
      'DynamoDB answered with an error that has no name of its own (optimized integration).',
    'SQS.AmazonSQSException':
      'SQS answered with an error that has no name of its own (optimized integration).',
    'SQS.SdkClientException': 'The call did not reach SQS (optimized integration).',
    'SNS.AmazonSNSException':
      'SNS answered with an error that has no name of its own (optimized integration).',
    'ECS.AmazonECSException':
      'ECS answered with an error that has no name of its own, for want of capacity for instance.',
    'Glue.AWSGlueException':
      'Glue answered with an error that has no name of its own (optimized integration).',
    'Glue.ConcurrentRunsExceededException': 'The job already runs as many times at once as it may.',
    'Batch.AWSBatchException': 'Batch answered with an error that has no name of its own.',
    'EventBridge.FailedEntry':
      'At least one of the events could not be put on the bus (optimized integration).',
    'Athena.TooManyRequestsException': 'Athena takes no more queries at the moment.',
  }),
  ...permanent(OPTIMIZED, {
    'DynamoDB.ConditionalCheckFailedException':
      'The condition of the write was not met (optimized integration).',
    'DynamoDB.ResourceNotFoundException': 'There is no such table (optimized integration).',
    'Glue.EntityNotFoundException': 'There is no such job, crawler, database or table.',
    'StepFunctions.ExecutionAlreadyExistsException':
      'An execution of that name exists with another input (optimized integration).',
    'StepFunctions.StateMachineDoesNotExistException':
      'There is no such state machine (optimized integration).',
  }),
  ...transient(SDK, {
    'DynamoDb.ProvisionedThroughputExceededException':
      'The table has no capacity left (AWS SDK integration).',
    'DynamoDb.RequestLimitExceeded': 'The account makes more requests than it may (AWS SDK integration).',
    'DynamoDb.ThrottlingException': 'DynamoDB takes no more requests at the moment (AWS SDK integration).',
    'Glue.CrawlerRunningException': 'The crawler runs already.',
    'S3.SdkClientException': 'The call did not reach S3.',
    'RedshiftData.ActiveStatementsExceededException': 'Too many statements are open at a time.',
  }),
  ...permanent(SDK, {
    'DynamoDb.ConditionalCheckFailedException':
      'The condition of the write was not met (AWS SDK integration).',
    'DynamoDb.TransactionCanceledException': 'The transaction was cancelled (AWS SDK integration).',
    'S3.NoSuchKeyException': 'There is no object of that key.',
    'DynamoDb.ResourceNotFoundException': 'There is no such table (AWS SDK integration).',
    'DynamoDb.DynamoDbException':
      'DynamoDB answered with an error that has no name of its own (AWS SDK integration).',
    'SecretsManager.SecretsManagerException':
      'Secrets Manager answered with an error that has no name of its own.',
    'Sfn.InvalidTokenException': 'The task token is not one that Step Functions gave out.',
    'S3.NoSuchBucketException': 'There is no bucket of that name.',
    'S3.S3Exception': 'S3 answered with an error that has no name of its own.',
    'Glue.GlueException': 'Glue answered with an error that has no name of its own (AWS SDK integration).',
    'Sfn.ExecutionAlreadyExistsException':
      'An execution of that name exists with another input (AWS SDK integration).',
  }),
];
