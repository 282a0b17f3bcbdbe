import assert from 'node:assert/strict';
import { apiDate } from '../../../src/catalog/api';
import { lint } from '../../../src/rules/run';
import { DEFAULT_CONFIG } from '../../../src/rules/config';
import { readyApi } from '../../support/assets';

const RULES =
  /^asl\/(?:unknown-api-action|unknown-api-parameter|missing-api-parameter|api-parameter-type|unknown-api-value)$/;

/** Requests as workflows make them, and what they would be judged for if the catalogue were wrong. */
const ORDINARY: readonly [resource: string, request: object][] = [
  ['lambda:invoke', { FunctionName: 'f', 'Payload.$': '$', InvocationType: 'Event' }],
  [
    'sqs:sendMessage',
    {
      QueueUrl: 'q',
      MessageBody: { a: 1 },
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'x' } },
    },
  ],
  ['sns:publish.waitForTaskToken', { PhoneNumber: '+1', Message: { 'token.$': '$$.Task.Token' } }],
  ['events:putEvents', { Entries: [{ Source: 's', DetailType: 't', Detail: { a: 1 }, EventBusName: 'b' }] }],
  [
    'states:startExecution.sync:2',
    { StateMachineArn: 'm', Input: { AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: 'x', n: 1 } },
  ],
  [
    'glue:startJobRun.sync',
    { JobName: 'j', Arguments: { '--day': '1' }, WorkerType: 'G.1X', NumberOfWorkers: '2' },
  ],
  [
    'batch:submitJob.sync',
    {
      JobName: 'j',
      JobQueue: 'q',
      JobDefinition: 'd',
      Parameters: { x: 'y' },
      ContainerOverrides: { Environment: [{ Name: 'A', Value: 'b' }] },
    },
  ],
  [
    'ecs:runTask.sync',
    {
      LaunchType: 'FARGATE',
      Cluster: 'c',
      TaskDefinition: 't',
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['s'], AssignPublicIp: 'ENABLED' } },
      Overrides: {
        ContainerOverrides: [
          { Name: 'c', Command: ['x'], Environment: [{ Name: 'T', 'Value.$': '$$.Task.Token' }] },
        ],
      },
    },
  ],
  [
    'athena:startQueryExecution.sync',
    {
      QueryString: 's',
      WorkGroup: 'w',
      QueryExecutionContext: { Database: 'd', Catalog: 'c' },
      ResultConfiguration: { OutputLocation: 's3://b' },
    },
  ],
  [
    'dynamodb:updateItem',
    {
      TableName: 't',
      Key: { id: { S: 'x' } },
      UpdateExpression: 'SET a = :a',
      ExpressionAttributeValues: { ':a': { 'N.$': '$.n' }, ':b': 'text' },
      ReturnValues: 'ALL_NEW',
    },
  ],
  [
    'emr-serverless:startJobRun.sync',
    {
      ApplicationId: 'a',
      ExecutionRoleArn: 'r',
      JobDriver: {
        SparkSubmit: { EntryPoint: 'e', EntryPointArguments: ['x'], SparkSubmitParameters: '--conf a=b' },
      },
    },
  ],
  [
    'emr-containers:startJobRun.sync',
    {
      VirtualClusterId: 'v',
      ExecutionRoleArn: 'r',
      ReleaseLabel: 'l',
      JobDriver: { SparkSubmitJobDriver: { EntryPoint: 'e' } },
    },
  ],
  [
    'elasticmapreduce:addStep.sync',
    {
      ClusterId: 'c',
      Step: {
        Name: 's',
        ActionOnFailure: 'CONTINUE',
        HadoopJarStep: { Jar: 'command-runner.jar', Args: ['spark-submit'] },
      },
    },
  ],
  [
    'elasticmapreduce:createCluster.sync',
    {
      Name: 'c',
      ReleaseLabel: 'emr-7.1.0',
      Applications: [{ Name: 'Spark' }],
      ServiceRole: 's',
      JobFlowRole: 'j',
      VisibleToAllUsers: true,
      Instances: {
        KeepJobFlowAliveWhenNoSteps: true,
        InstanceFleets: [
          {
            InstanceFleetType: 'MASTER',
            TargetOnDemandCapacity: 1,
            InstanceTypeConfigs: [{ InstanceType: 'm5.xlarge' }],
          },
        ],
      },
    },
  ],
  [
    'codebuild:startBuild.sync',
    { ProjectName: 'p', EnvironmentVariablesOverride: [{ Name: 'A', Value: 'b', Type: 'PLAINTEXT' }] },
  ],
  [
    'sagemaker:createTransformJob.sync',
    {
      TransformJobName: 't',
      ModelName: 'm',
      TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's' } } },
      TransformOutput: { S3OutputPath: 's' },
      TransformResources: { InstanceCount: 1, InstanceType: 'ml.m4.xlarge' },
    },
  ],
  [
    'bedrock:invokeModel',
    { ModelId: 'm', Body: { prompt: 'p' }, ContentType: 'application/json', Output: { S3Uri: 's' } },
  ],
  [
    'aws-sdk:bedrockruntime:converse',
    {
      ModelId: 'm',
      Messages: [{ Role: 'user', Content: [{ 'Text.$': '$.q' }] }],
      InferenceConfig: { MaxTokens: 10, Temperature: 0.5 },
    },
  ],
  ['aws-sdk:bedrockagentruntime:retrieveAndGenerate', { Input: { Text: 't' } }],
  [
    'aws-sdk:ses:sendEmail',
    {
      Source: 's',
      Destination: { ToAddresses: ['a'] },
      Message: { Subject: { Data: 's' }, Body: { Text: { 'Data.$': '$.t' } } },
    },
  ],
  [
    'aws-sdk:sesv2:sendEmail',
    {
      FromEmailAddress: 'f',
      Destination: { 'ToAddresses.$': '$.to' },
      Content: { Simple: { Subject: { Data: 's' }, Body: { Html: { Data: 'h' } } } },
    },
  ],
  [
    'aws-sdk:ssm:sendCommand',
    { DocumentName: 'AWS-RunShellScript', InstanceIds: ['i'], Parameters: { commands: ['ls'] } },
  ],
  ['aws-sdk:ssm:startAutomationExecution', { DocumentName: 'd', Parameters: { InstanceId: ['i'] } }],
  [
    'aws-sdk:cloudwatch:putMetricData',
    {
      Namespace: 'n',
      MetricData: [{ MetricName: 'm', Value: 1, Unit: 'Count', Dimensions: [{ Name: 'a', Value: 'b' }] }],
    },
  ],
  [
    'aws-sdk:cloudwatchlogs:startQuery',
    { LogGroupName: 'l', QueryString: 'q', 'StartTime.$': '$.a', EndTime: 2 },
  ],
  [
    'aws-sdk:redshiftdata:executeStatement',
    {
      ClusterIdentifier: 'c',
      Database: 'd',
      DbUser: 'u',
      Sql: 's',
      Parameters: [{ Name: 'a', Value: 'b' }],
      WithEvent: true,
    },
  ],
  [
    'aws-sdk:rdsdata:executeStatement',
    { ResourceArn: 'r', SecretArn: 's', Sql: 's', Parameters: [{ Name: 'a', Value: { StringValue: 'x' } }] },
  ],
  ['aws-sdk:rds:createDBClusterSnapshot', { DbClusterIdentifier: 'c', DbClusterSnapshotIdentifier: 's' }],
  ['aws-sdk:ec2:describeInstances', { Filters: [{ Name: 'tag:a', Values: ['b'] }] }],
  [
    'aws-sdk:ec2:runInstances',
    {
      ImageId: 'i',
      MinCount: 1,
      MaxCount: 1,
      InstanceType: 't3.micro',
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'a', Value: 'b' }] }],
    },
  ],
  ['aws-sdk:eventbridge:putRule', { Name: 'r', ScheduleExpression: 'rate(1 day)', State: 'ENABLED' }],
  [
    'aws-sdk:scheduler:createSchedule',
    {
      Name: 's',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ScheduleExpression: 'at(2030-01-01T00:00:00)',
      Target: { Arn: 'a', RoleArn: 'r', Input: '{}' },
    },
  ],
  ['aws-sdk:s3:putObject', { Bucket: 'b', Key: 'k', Body: { a: 1 }, ContentType: 'application/json' }],
  [
    'aws-sdk:dynamodb:transactWriteItems',
    { TransactItems: [{ Put: { TableName: 't', Item: { id: { S: 'x' }, on: { Bool: true } } } }] },
  ],
  ['aws-sdk:quicksight:createIngestion', { AwsAccountId: 'a', DataSetId: 'd', IngestionId: 'i' }],
  [
    'aws-sdk:cloudformation:createStack',
    {
      StackName: 's',
      TemplateURL: 'u',
      Capabilities: ['CAPABILITY_IAM'],
      Parameters: [{ ParameterKey: 'k', ParameterValue: 'v' }],
    },
  ],
  ['aws-sdk:glue:startCrawler', { Name: 'c' }],
  [
    'aws-sdk:lambda:updateFunctionConfiguration',
    { FunctionName: 'f', Environment: { Variables: { A: 'b' } }, Timeout: 3 },
  ],
  [
    'aws-sdk:costexplorer:getCostAndUsage',
    { TimePeriod: { Start: 'a', End: 'b' }, Granularity: 'DAILY', Metrics: ['UnblendedCost'] },
  ],
  [
    'aws-sdk:textract:analyzeDocument',
    { Document: { S3Object: { Bucket: 'b', Name: 'n' } }, FeatureTypes: ['TABLES'] },
  ],
  [
    'aws-sdk:transcribe:startTranscriptionJob',
    { TranscriptionJobName: 't', Media: { MediaFileUri: 'u' }, LanguageCode: 'en-US' },
  ],
  [
    'aws-sdk:elasticloadbalancingv2:createTargetGroup',
    { Name: 't', Protocol: 'HTTP', Port: 80, HealthCheckEnabled: true, VpcId: 'v', TargetType: 'ip' },
  ],
  [
    'aws-sdk:autoscaling:attachLoadBalancerTargetGroups',
    { AutoScalingGroupName: 'g', TargetGroupARNs: ['a'] },
  ],
  [
    'sagemaker:createTrainingJob.sync',
    {
      TrainingJobName: 't',
      RoleArn: 'r',
      AlgorithmSpecification: { TrainingImage: 'i', TrainingInputMode: 'File' },
      OutputDataConfig: { S3OutputPath: 's' },
      ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 60 },
    },
  ],
  [
    'aws-sdk:bedrockagentruntime:retrieve',
    {
      KnowledgeBaseId: 'k',
      RetrievalQuery: { Text: 't' },
      RetrievalConfiguration: { VectorSearchConfiguration: { Filter: { Equals: { Key: 'a', Value: 'b' } } } },
    },
  ],
  // The older integrations take what the API itself calls a parameter.
  ['elasticmapreduce:createCluster', { Name: 'c', OSReleaseLabel: 'l', Instances: { InstanceCount: 1 } }],
  ['aws-sdk:lookoutvision:startModel', { ProjectName: 'p', ModelVersion: '1', MinInferenceUnits: 1 }],
];

function judged(resource: string, request: object): string[] {
  const state = { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: request, End: true };
  const text = JSON.stringify({ StartAt: 'A', States: { A: state } });
  return lint({ path: 'a.asl.json', text }, { config: DEFAULT_CONFIG })
    .filter(({ rule }) => RULES.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('requests to APIs', () => {
  before(readyApi);

  for (const [resource, request] of ORDINARY) {
    it(`as workflows make them are in order: ${resource}`, () =>
      assert.deepEqual(judged(resource, request), []));
  }

  it('are judged at every depth', () => {
    assert.deepEqual(
      judged('ecs:runTask', { TaskDefinition: 't', Overrides: { ContainerOverrides: { Name: 'c' } } }),
      ['asl/api-parameter-type: "ContainerOverrides" takes a list, and this is an object.'],
    );
    assert.deepEqual(
      judged('aws-sdk:ses:sendEmail', { Source: 's', Destination: {}, Message: { Subject: {} } }),
      [
        'asl/missing-api-parameter: "ses:sendEmail" requires "Body", in "Message".',
        'asl/missing-api-parameter: "ses:sendEmail" requires "Data", in "Subject".',
      ],
    );
    assert.deepEqual(
      judged('ecs:runTask', {
        TaskDefinition: 't',
        NetworkConfiguration: { AwsVpcConfiguration: { Subnets: ['s'], AssignPublicIP: 'enabled' } },
      }),
      [
        'asl/unknown-api-parameter: "AwsVpcConfiguration" is spelled "AwsvpcConfiguration" in Step Functions.',
        'asl/unknown-api-parameter: "AssignPublicIP" is spelled "AssignPublicIp" in Step Functions.',
        `asl/unknown-api-value: The API models of ${apiDate()} do not list "enabled" for "AssignPublicIP", but "ENABLED" and "DISABLED".`,
      ],
    );
    assert.deepEqual(
      judged('aws-sdk:bedrockruntime:converse', {
        ModelId: 'm',
        Messages: [{ Role: 'users', Content: [{ Text: 't' }] }],
        InferenceConfig: { MaxTokens: 10, Topp: 0.5 },
      }),
      [
        `asl/unknown-api-value: The API models of ${apiDate()} do not list "users" for "Role", but "user", "assistant" and "system".`,
        'asl/unknown-api-parameter: "Topp" is spelled "TopP" in Step Functions.',
      ],
    );
  });

  it('tell a word that is like none of the listed ones as information', () => {
    const request = { TableName: 't', Key: { id: { S: 'x' } }, ReturnValues: 'EVERYTHING' };
    const state = {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:deleteItem',
      Parameters: request,
      End: true,
    };
    const text = JSON.stringify({ StartAt: 'A', States: { A: state } });
    const [found] = lint({ path: 'a.asl.json', text }).filter(({ rule }) => rule === 'asl/unknown-api-value');
    assert.equal(found?.severity, 'info');
  });

  const CALLS: Readonly<Record<string, string>> = {
    'stepfunctions:run': 'error',
    'events:run': 'error',
    'S3:run': 'error',
    'emr-serverless:run': 'error',
    's3tablez:run': 'warning',
    'somethingnew:run': 'warning',
    'ec2:describeinstances': 'error',
    'dynamodb:putitem.waitForTaskToken': 'error',
    'rds:describeDbInstances': 'error',
    'ec2:describeInstancez': 'warning',
  };
  for (const [call, severity] of Object.entries(CALLS)) {
    it(`tell the call "${call}" as ${severity}`, () => {
      const state = {
        Type: 'Task',
        Resource: `arn:aws:states:::aws-sdk:${call}`,
        Parameters: {},
        End: true,
      };
      const text = JSON.stringify({ StartAt: 'A', States: { A: state } });
      const [found] = lint({ path: 'a.asl.json', text }).filter(
        ({ rule }) => rule === 'asl/unknown-api-action',
      );
      assert.equal(found?.severity, severity);
    });
  }
});
