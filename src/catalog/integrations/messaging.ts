import { CALL_TOKEN, defineService } from '../integrationTypes';

const TOKEN_NOTE = 'For the token, put "$$.Task.Token" or "$states.context.Task.Token" into the message.';

export const sns = defineService(
  {
    service: 'sns',
    title: 'Amazon SNS',
    summary: 'Publishes messages.',
    source: 'Publish messages to an Amazon SNS topic with Step Functions',
  },
  {
    publish: {
      summary: 'Publishes a message to a topic, an endpoint or a phone number.',
      patterns: CALL_TOKEN,
      required: ['Message'],
      expected: ['TopicArn'],
      optional: [
        'Subject',
        'MessageAttributes',
        'MessageStructure',
        'MessageGroupId',
        'MessageDeduplicationId',
        'TargetArn',
        'PhoneNumber',
      ],
      notes: ['A message that is an object is sent as JSON text.', TOKEN_NOTE],
    },
  },
);

export const sqs = defineService(
  {
    service: 'sqs',
    title: 'Amazon SQS',
    summary: 'Sends messages.',
    source: 'Send messages to an Amazon SQS queue with Step Functions',
  },
  {
    sendMessage: {
      summary: 'Sends a message to a queue.',
      patterns: CALL_TOKEN,
      required: ['QueueUrl', 'MessageBody'],
      optional: ['DelaySeconds', 'MessageAttributes', 'MessageGroupId', 'MessageDeduplicationId'],
      notes: ['A body that is an object is sent as JSON text.', TOKEN_NOTE],
    },
  },
);

export const events = defineService(
  {
    service: 'events',
    title: 'Amazon EventBridge',
    summary: 'Puts events on a bus.',
    source: 'Add EventBridge events with Step Functions',
  },
  {
    putEvents: {
      summary: 'Puts up to ten events on buses.',
      patterns: CALL_TOKEN,
      required: ['Entries'],
      notes: [
        'An event that is refused fails the task with "EventBridge.FailedEntry".',
        'The ARNs of execution and machine are added to the "Resources" of each event.',
        TOKEN_NOTE,
      ],
    },
  },
);

export const apigateway = defineService(
  {
    service: 'apigateway',
    title: 'Amazon API Gateway',
    summary: 'Calls REST and HTTP APIs of API Gateway.',
    source: 'Create API Gateway REST APIs with Step Functions',
  },
  {
    invoke: {
      summary: 'Calls an API of API Gateway.',
      patterns: CALL_TOKEN,
      expected: ['ApiEndpoint', 'Method'],
      optional: ['Stage', 'Path', 'Headers', 'QueryParameters', 'RequestBody', 'AllowNullValues', 'AuthType'],
      notes: [
        '"ApiEndpoint" is the host name without "https://".',
        '"AuthType" is NO_AUTH, IAM_ROLE or RESOURCE_POLICY.',
      ],
    },
  },
);

export const http = defineService(
  {
    service: 'http',
    title: 'HTTPS APIs',
    summary: 'Calls any HTTPS API, with the credentials of an EventBridge connection.',
    source: 'Call HTTPS APIs in Step Functions workflows',
  },
  {
    invoke: {
      summary: 'Calls an HTTPS API and waits at most 60 seconds for the answer.',
      expected: ['ApiEndpoint', 'Method'],
      optional: [
        'Authentication',
        'InvocationConfig',
        'Headers',
        'QueryParameters',
        'RequestBody',
        'Transform',
      ],
      notes: [
        '"Authentication" holds the "ConnectionArn"; a private API takes it under "InvocationConfig" as well.',
        'A status of 300 or more fails the task with "States.Http.StatusCode.NNN".',
        'The result holds "StatusCode", "StatusText", "Headers" and "ResponseBody".',
      ],
    },
  },
);

export const states = defineService(
  {
    service: 'states',
    title: 'AWS Step Functions',
    summary: 'Starts other state machines.',
    source: 'Start a new AWS Step Functions state machine from a running execution',
  },
  {
    startExecution: {
      summary: 'Starts an execution of a state machine.',
      patterns: ['requestResponse', 'sync', 'sync:2', 'waitForTaskToken'],
      required: ['StateMachineArn'],
      optional: ['Input', 'Name', 'TraceHeader'],
      notes: [
        'With ".sync" the "Output" of the child is JSON text, with ".sync:2" it is JSON.',
        'Put "$$.Execution.Id" into the input as "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID" to link the two in the console.',
        'With ".sync" the child has to be a Standard machine; call an Express one with "aws-sdk:sfn:startSyncExecution".',
      ],
    },
  },
);
