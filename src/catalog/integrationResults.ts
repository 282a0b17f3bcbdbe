/**
 * What a value is, in JSON: the name of a kind, one item of an array, or the fields of an object; a name
 * that ends in `?` is of a field that may be missing.
 */
export type ValueFacts =
  | 'string'
  | 'number'
  | 'boolean'
  | 'unknown'
  | readonly [ValueFacts]
  | { readonly [name: string]: ValueFacts };

const METADATA: { readonly [name: string]: ValueFacts } = {
  'SdkHttpMetadata?': {
    'AllHttpHeaders?': 'unknown',
    'HttpHeaders?': 'unknown',
    'HttpStatusCode?': 'number',
  },
  'SdkResponseMetadata?': { 'RequestId?': 'string' },
};

/** The execution as DescribeExecution tells it; its input and output as text, or as JSON with `.sync:2`. */
function execution(data: ValueFacts): ValueFacts {
  return {
    ExecutionArn: 'string',
    'Input?': data,
    'InputDetails?': { 'Included?': 'boolean' },
    'Name?': 'string',
    'Output?': data,
    'OutputDetails?': { 'Included?': 'boolean' },
    'MapRunArn?': 'string',
    'RedriveCount?': 'number',
    'RedriveDate?': 'unknown',
    'RedriveStatus?': 'string',
    'RedriveStatusReason?': 'string',
    StartDate: 'unknown',
    StateMachineArn: 'string',
    'StateMachineAliasArn?': 'string',
    'StateMachineVersionArn?': 'string',
    Status: 'string',
    'StopDate?': 'unknown',
    'TraceHeader?': 'string',
    ...METADATA,
  };
}

const HTTP_ANSWER: ValueFacts = {
  'Headers?': 'unknown',
  'ResponseBody?': 'unknown',
  'StatusCode?': 'number',
  'StatusText?': 'string',
};

const QUERY_EXECUTION: ValueFacts = {
  QueryExecution: {
    QueryExecutionId: 'string',
    'Query?': 'string',
    'StatementType?': 'string',
    'WorkGroup?': 'string',
    'Status?': {
      'State?': 'string',
      'StateChangeReason?': 'string',
      'SubmissionDateTime?': 'unknown',
      'CompletionDateTime?': 'unknown',
      'AthenaError?': 'unknown',
    },
    'ResultConfiguration?': { 'OutputLocation?': 'string', 'EncryptionConfiguration?': 'unknown' },
    'QueryExecutionContext?': { 'Database?': 'string', 'Catalog?': 'string' },
    'Statistics?': {
      'DataScannedInBytes?': 'number',
      'EngineExecutionTimeInMillis?': 'number',
      'TotalExecutionTimeInMillis?': 'number',
      'QueryQueueTimeInMillis?': 'number',
      'QueryPlanningTimeInMillis?': 'number',
      'ServiceProcessingTimeInMillis?': 'number',
      'DataManifestLocation?': 'string',
      'ResultReuseInformation?': 'unknown',
    },
    'EngineVersion?': 'unknown',
    'ExecutionParameters?': ['string'],
    'ResultReuseConfiguration?': 'unknown',
    'SubstatementType?': 'string',
    'ManagedQueryResultsConfiguration?': 'unknown',
    'QueryResultsS3AccessGrantsConfiguration?': 'unknown',
  },
};

const JOB_RUN: ValueFacts = {
  Id: 'string',
  'JobName?': 'string',
  JobRunState: 'string',
  'Arguments?': 'unknown',
  'Attempt?': 'number',
  'StartedOn?': 'unknown',
  'CompletedOn?': 'unknown',
  'LastModifiedOn?': 'unknown',
  'ErrorMessage?': 'string',
  'ExecutionTime?': 'number',
  'DPUSeconds?': 'number',
  'AllocatedCapacity?': 'number',
  'MaxCapacity?': 'number',
  'NumberOfWorkers?': 'number',
  'WorkerType?': 'string',
  'Timeout?': 'number',
  'GlueVersion?': 'string',
  'ExecutionClass?': 'string',
  'LogGroupName?': 'string',
  'JobMode?': 'string',
  'JobRunQueuingEnabled?': 'boolean',
  'NotificationProperty?': 'unknown',
  'PredecessorRuns?': 'unknown',
  'PreviousRunId?': 'string',
  'SecurityConfiguration?': 'string',
  'TriggerName?': 'string',
  'MaintenanceWindow?': 'string',
  'ProfileName?': 'string',
  'StateDetail?': 'string',
  'ExecutionRoleSessionPolicy?': 'string',
};

const WRITTEN_ITEM: ValueFacts = {
  'Attributes?': 'unknown',
  'ConsumedCapacity?': 'unknown',
  'ItemCollectionMetrics?': 'unknown',
  ...METADATA,
};

/**
 * What optimized integrations give back, by `service:action` and the suffix of the ARN, as their pages in
 * the Step Functions guide and the API references of the services have it in 2026. A callback gives
 * back what SendTaskSuccess brings, and is not here.
 */
export const INTEGRATION_RESULTS: Readonly<Record<string, ValueFacts>> = {
  'lambda:invoke': {
    'ExecutedVersion?': 'string',
    'FunctionError?': 'string',
    'LogResult?': 'string',
    Payload: 'unknown',
    StatusCode: 'number',
    ...METADATA,
  },
  'states:startExecution': { ExecutionArn: 'string', StartDate: 'unknown', ...METADATA },
  'states:startExecution.sync': execution('string'),
  'states:startExecution.sync:2': execution('unknown'),
  'glue:startJobRun': { JobRunId: 'string', ...METADATA },
  'glue:startJobRun.sync': JOB_RUN,
  'athena:startQueryExecution': { QueryExecutionId: 'string', ...METADATA },
  'athena:startQueryExecution.sync': QUERY_EXECUTION,
  'athena:getQueryExecution': QUERY_EXECUTION,
  'athena:getQueryResults': {
    'NextToken?': 'string',
    'ResultSet?': {
      'ResultSetMetadata?': { 'ColumnInfo?': ['unknown'] },
      'Rows?': [{ 'Data?': [{ 'VarCharValue?': 'string' }] }],
    },
    'UpdateCount?': 'number',
    ...METADATA,
  },
  'batch:submitJob': { 'JobArn?': 'string', JobId: 'string', JobName: 'string', ...METADATA },
  'dynamodb:getItem': { 'ConsumedCapacity?': 'unknown', 'Item?': 'unknown', ...METADATA },
  'dynamodb:putItem': WRITTEN_ITEM,
  'dynamodb:updateItem': WRITTEN_ITEM,
  'dynamodb:deleteItem': WRITTEN_ITEM,
  'sqs:sendMessage': {
    'MD5OfMessageAttributes?': 'string',
    'MD5OfMessageBody?': 'string',
    'MD5OfMessageSystemAttributes?': 'string',
    MessageId: 'string',
    'SequenceNumber?': 'string',
    ...METADATA,
  },
  'sns:publish': { MessageId: 'string', 'SequenceNumber?': 'string', ...METADATA },
  'events:putEvents': {
    Entries: [{ 'EventId?': 'string', 'ErrorCode?': 'string', 'ErrorMessage?': 'string' }],
    FailedEntryCount: 'number',
    ...METADATA,
  },
  'http:invoke': HTTP_ANSWER,
  'apigateway:invoke': HTTP_ANSWER,
  'elasticmapreduce:createCluster': { ClusterId: 'string', 'ClusterArn?': 'string', ...METADATA },
  'elasticmapreduce:addStep': { StepId: 'string', ...METADATA },
  'emr-serverless:startJobRun': { ApplicationId: 'string', Arn: 'string', JobRunId: 'string', ...METADATA },
  'bedrock:invokeModel': { Body: 'unknown', ContentType: 'string', ...METADATA },
};
