import { CALL_SYNC, CALL_TOKEN, defineService } from '../integrationTypes';

export const lambda = defineService(
  {
    service: 'lambda',
    title: 'AWS Lambda',
    summary: 'Runs a Lambda function.',
    source: 'Invoke an AWS Lambda function with Step Functions',
  },
  {
    invoke: {
      summary: 'Runs a function and waits for its answer, which stands under "Payload".',
      patterns: CALL_TOKEN,
      required: ['FunctionName'],
      optional: ['Payload', 'Qualifier', 'InvocationType', 'ClientContext'],
      notes: [
        'There is no ".sync": the call waits for the function anyway.',
        'The result wraps the answer: "Payload", "StatusCode", "ExecutedVersion" and metadata.',
        'Payload and answer have at most 256 KiB each.',
      ],
    },
  },
);

export const batch = defineService(
  {
    service: 'batch',
    title: 'AWS Batch',
    summary: 'Runs container jobs in a queue.',
    source: 'Run AWS Batch workloads with Step Functions',
  },
  {
    submitJob: {
      summary: 'Submits a job; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['JobName', 'JobQueue', 'JobDefinition'],
      optional: [
        'Parameters',
        'ContainerOverrides',
        'ArrayProperties',
        'DependsOn',
        'RetryStrategy',
        'Timeout',
        'Tags',
      ],
      notes: ['Parameter names start with a capital letter here, unlike in the API of Batch.'],
    },
  },
);

export const ecs = defineService(
  {
    service: 'ecs',
    title: 'Amazon ECS and AWS Fargate',
    summary: 'Runs container tasks.',
    source: 'Run Amazon ECS or Fargate tasks with Step Functions',
  },
  {
    runTask: {
      summary: 'Starts a container task; ".sync" waits until it has stopped.',
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      required: ['TaskDefinition'],
      optional: [
        'Cluster',
        'LaunchType',
        'NetworkConfiguration',
        'Overrides',
        'CapacityProviderStrategy',
        'PropagateTags',
      ],
      notes: [
        'On Fargate "NetworkConfiguration" is needed.',
        'For the token, pass "$$.Task.Token" to the container in its environment.',
      ],
    },
  },
);

export const eks = defineService(
  {
    service: 'eks',
    title: 'Amazon EKS',
    summary: 'Manages Kubernetes clusters and runs jobs on them.',
    source: 'Create and manage Amazon EKS clusters with Step Functions',
  },
  {
    call: {
      summary: 'Calls the Kubernetes API of a cluster.',
      patterns: CALL_TOKEN,
      expected: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Method', 'Path'],
      optional: ['QueryParameters', 'RequestBody'],
      notes: ['The API server of the cluster needs a public endpoint.'],
    },
    runJob: {
      summary: 'Runs a Kubernetes job; ".sync" waits until it has ended and can fetch its logs.',
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      expected: ['ClusterName', 'CertificateAuthority', 'Endpoint', 'Job'],
      optional: ['Namespace', 'LogOptions'],
      notes: ['The API server of the cluster needs a public endpoint.'],
    },
    createCluster: {
      summary: 'Creates a cluster; ".sync" waits until it is active.',
      patterns: CALL_SYNC,
      expected: ['Name', 'RoleArn', 'ResourcesVpcConfig'],
      notes: ['A cluster goes on running when the execution is stopped.'],
    },
    deleteCluster: {
      summary: 'Deletes a cluster; ".sync" waits until it is gone.',
      patterns: CALL_SYNC,
      expected: ['Name'],
    },
    createNodegroup: {
      summary: 'Creates a managed node group; ".sync" waits until it is active.',
      patterns: CALL_SYNC,
      expected: ['ClusterName', 'NodegroupName', 'NodeRole', 'Subnets'],
    },
    deleteNodegroup: {
      summary: 'Deletes a managed node group; ".sync" waits until it is gone.',
      patterns: CALL_SYNC,
      expected: ['ClusterName', 'NodegroupName'],
    },
    createFargateProfile: {
      summary: 'Creates a Fargate profile; ".sync" waits until it is active.',
      patterns: CALL_SYNC,
      expected: ['ClusterName', 'FargateProfileName', 'PodExecutionRoleArn'],
    },
    deleteFargateProfile: {
      summary: 'Deletes a Fargate profile; ".sync" waits until it is gone.',
      patterns: CALL_SYNC,
      expected: ['ClusterName', 'FargateProfileName'],
    },
  },
);

export const codebuild = defineService(
  {
    service: 'codebuild',
    title: 'AWS CodeBuild',
    summary: 'Builds and tests code.',
    source: 'Manage AWS CodeBuild builds with Step Functions',
  },
  {
    startBuild: {
      summary: 'Starts a build; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['ProjectName'],
      optional: ['EnvironmentVariablesOverride', 'SourceVersion', 'BuildspecOverride'],
    },
    stopBuild: { summary: 'Stops a build.', expected: ['Id'] },
    batchDeleteBuilds: { summary: 'Deletes builds.', expected: ['Ids'] },
    batchGetReports: { summary: 'Reads the reports of builds.', expected: ['ReportArns'] },
    startBuildBatch: {
      summary: 'Starts a batch build; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['ProjectName'],
    },
    stopBuildBatch: { summary: 'Stops a batch build.', expected: ['Id'] },
    retryBuildBatch: {
      summary: 'Runs a batch build again; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['Id'],
    },
    deleteBuildBatch: { summary: 'Deletes a batch build.', expected: ['Id'] },
  },
);

export const mediaconvert = defineService(
  {
    service: 'mediaconvert',
    title: 'AWS Elemental MediaConvert',
    summary: 'Converts video files.',
    source: 'Create AWS Elemental MediaConvert jobs with Step Functions',
  },
  {
    createJob: {
      summary: 'Starts a conversion; ".sync" waits until it has ended.',
      patterns: CALL_SYNC,
      expected: ['Role', 'Settings'],
      optional: ['Queue', 'JobTemplate', 'UserMetadata'],
    },
  },
);
