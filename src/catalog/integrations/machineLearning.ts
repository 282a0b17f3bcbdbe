import { CALL_SYNC, defineService } from '../integrationTypes';

export const sagemaker = defineService(
  {
    service: 'sagemaker',
    title: 'Amazon SageMaker AI',
    summary: 'Trains and hosts models.',
    source: 'Create and manage Amazon SageMaker AI jobs with Step Functions',
  },
  {
    createTrainingJob: {
      summary: 'Trains a model; ".sync" waits until the job has ended.',
      patterns: CALL_SYNC,
      expected: [
        'TrainingJobName',
        'AlgorithmSpecification',
        'RoleArn',
        'OutputDataConfig',
        'ResourceConfig',
        'StoppingCondition',
      ],
      optional: ['InputDataConfig', 'HyperParameters', 'VpcConfig', 'Tags'],
    },
    createTransformJob: {
      summary: 'Runs a model over a data set; ".sync" waits until the job has ended.',
      patterns: CALL_SYNC,
      expected: ['TransformJobName', 'ModelName', 'TransformInput', 'TransformOutput', 'TransformResources'],
    },
    createProcessingJob: {
      summary: 'Runs a processing container; ".sync" waits until the job has ended.',
      patterns: CALL_SYNC,
      expected: ['ProcessingJobName', 'ProcessingResources', 'AppSpecification', 'RoleArn'],
    },
    createHyperParameterTuningJob: {
      summary: 'Searches for the best parameters; ".sync" waits until the job has ended.',
      patterns: CALL_SYNC,
      expected: ['HyperParameterTuningJobName', 'HyperParameterTuningJobConfig'],
    },
    createLabelingJob: {
      summary: 'Has people label data; ".sync" waits until the job has ended.',
      patterns: CALL_SYNC,
      expected: [
        'LabelingJobName',
        'LabelAttributeName',
        'InputConfig',
        'OutputConfig',
        'RoleArn',
        'HumanTaskConfig',
      ],
    },
    createModel: {
      summary: 'Registers a model.',
      expected: ['ModelName'],
      optional: ['PrimaryContainer', 'ExecutionRoleArn'],
    },
    createEndpointConfig: {
      summary: 'Describes an endpoint.',
      expected: ['EndpointConfigName', 'ProductionVariants'],
    },
    createEndpoint: {
      summary: 'Creates an endpoint.',
      expected: ['EndpointName', 'EndpointConfigName'],
      notes: ['It does not wait until the endpoint is in service.'],
    },
    updateEndpoint: {
      summary: 'Changes an endpoint to another configuration.',
      expected: ['EndpointName', 'EndpointConfigName'],
      notes: ['It does not wait until the endpoint is in service.'],
    },
  },
);

export const bedrock = defineService(
  {
    service: 'bedrock',
    title: 'Amazon Bedrock',
    summary: 'Calls and customizes foundation models.',
    source: 'Invoke and customize Amazon Bedrock models with Step Functions',
  },
  {
    invokeModel: {
      summary: 'Runs a model on an input.',
      patterns: ['requestResponse', 'waitForTaskToken'],
      expected: ['ModelId'],
      optional: ['Body', 'Input', 'Output', 'Accept', 'ContentType', 'GuardrailIdentifier'],
      notes: [
        'Either "Body", of at most 256 KiB, or "Input" with an "S3Uri".',
        'With "Output" the answer is written to S3.',
      ],
    },
    createModelCustomizationJob: {
      summary: 'Customizes a model; ".sync" waits until the job has ended.',
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      expected: [
        'BaseModelIdentifier',
        'CustomModelName',
        'JobName',
        'RoleArn',
        'TrainingDataConfig',
        'OutputDataConfig',
      ],
    },
  },
);

export const bedrockAgentCore = defineService(
  {
    // Without the hyphen that ARNs of the service have.
    service: 'bedrockagentcore',
    title: 'Amazon Bedrock AgentCore',
    summary: 'Runs agents in a managed harness.',
    source: 'Invoke Amazon Bedrock AgentCore harness with Step Functions',
  },
  {
    invokeHarness: {
      summary: 'Runs an agent that can use tools and memory, and returns its last message.',
      notes: ['It ends after 15 minutes, whatever "TimeoutSeconds" says; the harness itself goes on.'],
    },
  },
);
