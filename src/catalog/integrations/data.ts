import { CALL_SYNC, defineService } from '../integrationTypes';

export const dynamodb = defineService(
  {
    service: 'dynamodb',
    title: 'Amazon DynamoDB',
    summary: 'Reads and writes single items of a table.',
    source: 'Perform DynamoDB CRUD operations with Step Functions',
  },
  {
    getItem: {
      summary: 'Reads one item by its key.',
      required: ['TableName', 'Key'],
      optional: ['ProjectionExpression', 'ExpressionAttributeNames', 'ConsistentRead'],
      notes: ['The result has no "Item" when there is no such item.'],
    },
    putItem: {
      summary: 'Writes one item, in place of one of the same key.',
      required: ['TableName', 'Item'],
      optional: [
        'ConditionExpression',
        'ExpressionAttributeNames',
        'ExpressionAttributeValues',
        'ReturnValues',
      ],
    },
    updateItem: {
      summary: 'Changes attributes of one item.',
      required: ['TableName', 'Key'],
      optional: [
        'UpdateExpression',
        'ConditionExpression',
        'ExpressionAttributeNames',
        'ExpressionAttributeValues',
        'ReturnValues',
      ],
    },
    deleteItem: {
      summary: 'Deletes one item by its key.',
      required: ['TableName', 'Key'],
      optional: [
        'ConditionExpression',
        'ExpressionAttributeNames',
        'ExpressionAttributeValues',
        'ReturnValues',
      ],
    },
  },
);

export const glue = defineService(
  {
    service: 'glue',
    title: 'AWS Glue',
    summary: 'Runs Glue jobs.',
    source: 'Start an AWS Glue job with Step Functions',
  },
  {
    startJobRun: {
      summary: 'Starts a job run; ".sync" waits until it has ended, and stops it when the task is stopped.',
      patterns: CALL_SYNC,
      required: ['JobName'],
      optional: ['Arguments', 'WorkerType', 'NumberOfWorkers', 'Timeout', 'ExecutionClass', 'JobRunId'],
      notes: [
        'Crawlers have no optimized integration: start them with "aws-sdk:glue:startCrawler" and poll "getCrawler".',
        'The names of job arguments start with "--".',
      ],
    },
  },
);

export const databrew = defineService(
  {
    service: 'databrew',
    title: 'AWS Glue DataBrew',
    summary: 'Runs DataBrew jobs.',
    source: 'Start AWS Glue DataBrew jobs with Step Functions',
  },
  {
    startJobRun: {
      summary: 'Starts a job run; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['Name'],
    },
  },
);

export const athena = defineService(
  {
    service: 'athena',
    title: 'Amazon Athena',
    summary: 'Runs SQL over data in Amazon S3.',
    source: 'Run Athena queries with Step Functions',
  },
  {
    startQueryExecution: {
      summary: 'Starts a query; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['QueryString'],
      optional: [
        'WorkGroup',
        'QueryExecutionContext',
        'ResultConfiguration',
        'ExecutionParameters',
        'ResultReuseConfiguration',
      ],
      notes: ['The result holds the query, not its rows: read them with "getQueryResults".'],
    },
    stopQueryExecution: { summary: 'Stops a query.', expected: ['QueryExecutionId'] },
    getQueryExecution: { summary: 'Reads state and statistics of a query.', expected: ['QueryExecutionId'] },
    getQueryResults: {
      summary: 'Reads the rows of a query.',
      expected: ['QueryExecutionId'],
      optional: ['MaxResults', 'NextToken'],
      notes: [
        'The first row holds the column names.',
        'More than 256 KiB of rows fail the task: limit "MaxResults".',
      ],
    },
  },
);

export const elasticmapreduce = defineService(
  {
    service: 'elasticmapreduce',
    title: 'Amazon EMR',
    summary: 'Manages EMR clusters and runs steps on them.',
    source: 'Create and manage Amazon EMR clusters with Step Functions',
  },
  {
    createCluster: {
      summary: 'Creates a cluster; ".sync" waits until it is ready or has ended.',
      patterns: CALL_SYNC,
      expected: ['Name', 'Instances'],
      optional: [
        'ReleaseLabel',
        'Applications',
        'ServiceRole',
        'JobFlowRole',
        'LogUri',
        'VisibleToAllUsers',
        'Tags',
      ],
      notes: [
        'It corresponds to "RunJobFlow" of the API.',
        'Stopping the execution does not end the cluster.',
      ],
    },
    terminateCluster: {
      summary: 'Ends a cluster; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['ClusterId'],
    },
    addStep: {
      summary: 'Adds one step to a cluster; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['ClusterId', 'Step'],
      optional: ['ExecutionRoleArn'],
    },
    cancelStep: { summary: 'Cancels a pending step.', expected: ['ClusterId', 'StepId'] },
    setClusterTerminationProtection: {
      summary: 'Protects a cluster from being ended, or not.',
      expected: ['ClusterId', 'TerminationProtected'],
    },
    modifyInstanceFleetByName: {
      summary: 'Changes the target capacity of an instance fleet.',
      expected: ['ClusterId', 'InstanceFleetName', 'InstanceFleet'],
    },
    modifyInstanceGroupByName: {
      summary: 'Changes the size of an instance group.',
      expected: ['ClusterId', 'InstanceGroupName', 'InstanceGroup'],
    },
  },
);

export const emrContainers = defineService(
  {
    service: 'emr-containers',
    title: 'Amazon EMR on EKS',
    summary: 'Runs Spark jobs on a Kubernetes cluster.',
    source: 'Create and manage Amazon EMR clusters on EKS with AWS Step Functions',
  },
  {
    createVirtualCluster: {
      summary: 'Registers a namespace of a Kubernetes cluster.',
      expected: ['Name', 'ContainerProvider'],
    },
    deleteVirtualCluster: {
      summary: 'Deletes a virtual cluster; ".sync" waits until it is gone.',
      patterns: CALL_SYNC,
      expected: ['Id'],
    },
    startJobRun: {
      summary: 'Starts a job run; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['VirtualClusterId', 'ExecutionRoleArn', 'ReleaseLabel', 'JobDriver'],
      optional: ['Name', 'ConfigurationOverrides', 'Tags'],
    },
  },
);

export const emrServerless = defineService(
  {
    service: 'emr-serverless',
    title: 'Amazon EMR Serverless',
    summary: 'Runs Spark and Hive jobs without a cluster.',
    source: 'Create and manage Amazon EMR Serverless applications with Step Functions',
  },
  {
    createApplication: {
      summary: 'Creates an application; ".sync" waits until it is created.',
      patterns: CALL_SYNC,
      expected: ['Name', 'ReleaseLabel', 'Type'],
    },
    startApplication: {
      summary: 'Starts an application; ".sync" waits until it is started.',
      patterns: CALL_SYNC,
      expected: ['ApplicationId'],
    },
    stopApplication: {
      summary: 'Stops an application; ".sync" waits until it is stopped.',
      patterns: CALL_SYNC,
      expected: ['ApplicationId'],
    },
    deleteApplication: {
      summary: 'Deletes an application; ".sync" waits until it is gone.',
      patterns: CALL_SYNC,
      expected: ['ApplicationId'],
    },
    startJobRun: {
      summary: 'Starts a job run; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['ApplicationId', 'ExecutionRoleArn', 'JobDriver'],
      optional: ['Name', 'ConfigurationOverrides', 'ExecutionTimeoutMinutes', 'Tags'],
    },
    cancelJobRun: {
      summary: 'Cancels a job run; ".sync" waits until it is cancelled.',
      patterns: CALL_SYNC,
      expected: ['ApplicationId', 'JobRunId'],
    },
  },
);
