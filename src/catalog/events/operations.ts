import { number, oneOf, text, type EventType } from './eventType';

const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];
const ALARM = 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:nightly-load-failed';
const RULE = 'arn:aws:events:us-east-1:123456789012:rule/nightly';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:enrich';

const alarm = (value: string, before: string): unknown => ({
  alarmName: 'nightly-load-failed',
  state: {
    value,
    reason: 'Threshold Crossed: 1 datapoint [1.0 (01/03/27 05:55:00)] was greater than the threshold (0.0).',
    timestamp: '2027-03-01T06:00:00.000+0000',
  },
  previousState: { value: before, timestamp: '2027-03-01T05:00:00.000+0000' },
  configuration: {
    description: 'The nightly load failed',
    metrics: [
      {
        id: 'failed',
        metricStat: {
          metric: { namespace: 'AWS/States', name: 'ExecutionsFailed' },
          period: 300,
          stat: 'Sum',
        },
        returnData: true,
      },
    ],
  },
});

const invocation = (condition: string, more: object): unknown => ({
  version: '1.0',
  timestamp: '2027-03-01T06:00:00.000Z',
  requestContext: {
    requestId: 'e4b46cbf-b738-4880-8a6c-0a1a7d3b8b2f',
    functionArn: `${FUNCTION}:$LATEST`,
    condition,
    approximateInvokeCount: condition === 'Success' ? 1 : 3,
  },
  requestPayload: { orderId: 'o-1' },
  ...more,
});

/** Events by which one watches over a pipeline: alarms, health, schedules, results of functions. */
export const OPERATIONS_EVENTS: readonly EventType[] = [
  {
    source: 'aws.cloudwatch',
    detailType: 'CloudWatch Alarm State Change',
    meaning: 'An alarm went to another state.',
    fields: [
      text('alarmName', 'The alarm.'),
      oneOf('state.value', 'The state of the alarm now.', ALARM_STATES),
      text('state.reason', 'Why, in words.'),
      oneOf('previousState.value', 'The state before.', ALARM_STATES),
      text('configuration.metrics.metricStat.metric.namespace', 'The namespace of a metric that is watched.'),
      text('configuration.metrics.metricStat.metric.name', 'A metric that is watched.'),
    ],
    samples: [
      { title: 'CloudWatch alarm goes off', resources: [ALARM], detail: alarm('ALARM', 'OK') },
      { title: 'CloudWatch alarm is over', resources: [ALARM], detail: alarm('OK', 'ALARM') },
    ],
    page: 'Alarm events and EventBridge',
  },
  {
    source: 'aws.health',
    detailType: 'AWS Health Event',
    meaning: 'AWS tells of an issue, a change that is planned, or something about the account.',
    fields: [
      text('service', 'The service in capitals: `GLUE`.'),
      text('eventTypeCode', 'What it is about: `AWS_GLUE_OPERATIONAL_ISSUE`.'),
      text('eventTypeCategory', 'What kind of event it is.', [
        'issue',
        'accountNotification',
        'scheduledChange',
        'investigation',
      ]),
      text('eventScopeCode', 'Whether it concerns all or this account.', ['PUBLIC', 'ACCOUNT_SPECIFIC']),
      text('statusCode', 'How it stands.', ['open', 'closed', 'upcoming']),
      text('eventRegion', 'The region that it is about.'),
      text('affectedEntities.entityValue', 'A resource that is affected.'),
      text('affectedAccount', 'The account that is affected.'),
    ],
    samples: [
      {
        title: 'Health issue of a service',
        detail: {
          eventArn:
            'arn:aws:health:us-east-1::event/GLUE/AWS_GLUE_OPERATIONAL_ISSUE/AWS_GLUE_OPERATIONAL_ISSUE_7f35c8ae',
          service: 'GLUE',
          eventScopeCode: 'PUBLIC',
          communicationId: '01b0993207d81a09dcd552ebd1e633e36cf1f09a',
          startTime: 'Mon, 1 Mar 2027 05:10:00 GMT',
          lastUpdatedTime: 'Mon, 1 Mar 2027 05:55:00 GMT',
          statusCode: 'open',
          eventRegion: 'us-east-1',
          eventTypeCode: 'AWS_GLUE_OPERATIONAL_ISSUE',
          eventTypeCategory: 'issue',
          eventDescription: [{ language: 'en_US', latestDescription: 'Job runs start later than usual.' }],
          affectedAccount: '123456789012',
          page: '1',
          totalPages: '1',
        },
      },
    ],
    page: 'Amazon EventBridge event schema for AWS Health',
  },
  {
    source: 'aws.events',
    detailType: 'Scheduled Event',
    meaning: 'A scheduled rule has fired; the rule is among the `resources`, and `detail` is empty.',
    fields: [],
    samples: [{ title: 'Scheduled rule fires', resources: [RULE], detail: {} }],
    page: 'Creating an Amazon EventBridge rule that runs on a schedule',
  },
  {
    source: 'lambda',
    detailType: 'Lambda Function Invocation Result - Success',
    meaning: 'A function that was invoked asynchronously has ended well, and a bus is its destination.',
    fields: [
      text('requestContext.functionArn', 'The function with its version or alias.'),
      text('requestContext.condition', 'How it ended.', ['Success']),
      number('responseContext.statusCode', 'The status; a number.'),
    ],
    samples: [
      {
        title: 'Lambda invocation succeeded (destination)',
        resources: ['arn:aws:events:us-east-1:123456789012:event-bus/default', `${FUNCTION}:$LATEST`],
        detail: invocation('Success', {
          responseContext: { statusCode: 200, executedVersion: '$LATEST' },
          responsePayload: { orderId: 'o-1', ok: true },
        }),
      },
    ],
    page: 'Capturing records of Lambda asynchronous invocations',
  },
  {
    source: 'lambda',
    detailType: 'Lambda Function Invocation Result - Failure',
    meaning: 'A function that was invoked asynchronously was given up, and a bus is its destination.',
    fields: [
      text('requestContext.functionArn', 'The function with its version or alias.'),
      text('requestContext.condition', 'Why it was given up.', ['RetriesExhausted', 'EventAgeExceeded']),
      number('requestContext.approximateInvokeCount', 'How often it was tried; a number.'),
      text('responseContext.functionError', 'Whether the function handled its error.', [
        'Unhandled',
        'Handled',
      ]),
    ],
    samples: [
      {
        title: 'Lambda invocation failed (destination)',
        resources: ['arn:aws:events:us-east-1:123456789012:event-bus/default', `${FUNCTION}:$LATEST`],
        detail: invocation('RetriesExhausted', {
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
          responsePayload: { errorMessage: 'no such order', errorType: 'KeyError' },
        }),
      },
    ],
    page: 'Capturing records of Lambda asynchronous invocations',
  },
  {
    source: 'aws.ecr',
    detailType: 'ECR Image Action',
    meaning: 'An image was pushed to, or deleted from, a repository.',
    fields: [
      text('repository-name', 'The repository.'),
      text('image-tag', 'The tag of the image.'),
      text('action-type', 'What was done.', ['PUSH', 'DELETE']),
      text('result', 'How it ended.', ['SUCCESS', 'FAILURE']),
    ],
    samples: [
      {
        title: 'ECR image pushed',
        detail: {
          result: 'SUCCESS',
          'repository-name': 'loader',
          'image-digest': 'sha256:7f5b2640fe6fb4f46592dfd3410c4a79dac4f89e4782432e0378abcd1234',
          'action-type': 'PUSH',
          'image-tag': 'latest',
        },
      },
    ],
    page: 'Amazon ECR events and EventBridge',
  },
];
