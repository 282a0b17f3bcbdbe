import {
  argumentsField,
  assign,
  inputAndOutputPath,
  output,
  parameters,
  resultPath,
  resultSelector,
} from './dataFlow';
import { BOTH, JSONPATH, defineFields } from './define';
import { errorHandling } from './errorHandling';
import { everyState } from './everyState';
import { PAGES } from './sources';
import { transitions } from './transitions';

export const taskFields = defineFields('Task', {
  ...everyState,
  Resource: {
    languages: BOTH,
    required: true,
    shape: { kind: 'string', format: 'resource' },
    summary: 'The ARN of what does the work: a service integration, a Lambda function or an activity.',
    limits: [
      'Neither a path nor a `{% %}` expression may stand here.',
      'An Express machine takes neither an activity nor ".sync" nor ".waitForTaskToken".',
    ],
    example: '"arn:aws:states:::lambda:invoke"',
    source: PAGES.task,
  },
  ...inputAndOutputPath,
  Parameters: parameters(
    'The request that goes to the resource; parameter names start with a capital letter, whatever the API itself says.',
    '{ "FunctionName": "load-orders", "Payload.$": "$" }',
  ),
  ResultSelector: resultSelector,
  ResultPath: resultPath,
  Arguments: argumentsField(
    'The request that goes to the resource; parameter names start with a capital letter, whatever the API itself says.',
    '{ "FunctionName": "load-orders", "Payload": "{% $states.input %}" }',
  ),
  Output: output(
    'What the state passes on; "$states.result" holds what the resource returned.',
    'the result of the resource',
  ),
  Assign: assign('when the task has succeeded'),
  Credentials: {
    languages: BOTH,
    shape: { kind: 'object', owner: 'credentials' },
    jsonata: true,
    summary: 'The role that is assumed to call the resource, usually one of another account.',
    default: 'the execution role of the state machine',
    limits: ['An activity takes no credentials.'],
    example: '{ "RoleArn": "arn:aws:iam::111122223333:role/OrdersReader" }',
    source: PAGES.credentials,
  },
  TimeoutSeconds: {
    languages: BOTH,
    shape: { kind: 'integer', min: 1, max: 99999999 },
    jsonata: true,
    excludes: ['TimeoutSecondsPath'],
    summary: 'Seconds after which the task fails with "States.Timeout".',
    default: '99999999',
    limits: [
      'The time starts anew with each retry.',
      'What was started by ".sync" is stopped where the service allows it.',
    ],
    example: '300',
    source: PAGES.task,
  },
  TimeoutSecondsPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'referencePath' },
    excludes: ['TimeoutSeconds'],
    summary: 'Where in the state input the timeout in seconds stands.',
    example: '"$.timeout"',
    source: PAGES.task,
  },
  HeartbeatSeconds: {
    languages: BOTH,
    shape: { kind: 'integer', min: 1, max: 99999999 },
    jsonata: true,
    excludes: ['HeartbeatSecondsPath'],
    summary: 'Seconds that may pass between two heartbeats of an activity worker or holder of a task token.',
    default: 'no heartbeat is asked for',
    limits: [
      'It has to be shorter than the timeout.',
      'It has an effect on activities and ".waitForTaskToken" only.',
    ],
    example: '60',
    source: PAGES.task,
  },
  HeartbeatSecondsPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'referencePath' },
    excludes: ['HeartbeatSeconds'],
    summary: 'Where in the state input the seconds between two heartbeats stand.',
    example: '"$.heartbeat"',
    source: PAGES.task,
  },
  ...errorHandling,
  ...transitions,
});

export const credentialsFields = defineFields('credentials', {
  RoleArn: {
    languages: BOTH,
    required: { oneOf: 'role' },
    shape: { kind: 'string', format: 'text' },
    jsonata: true,
    excludes: ['RoleArn.$'],
    summary: 'The ARN of the IAM role to assume; its trust policy has to name the execution role.',
    example: '"arn:aws:iam::111122223333:role/OrdersReader"',
    source: PAGES.credentials,
  },
  'RoleArn.$': {
    languages: JSONPATH,
    required: { oneOf: 'role' },
    shape: { kind: 'string', format: 'pathOrIntrinsic' },
    excludes: ['RoleArn'],
    summary: 'A path or intrinsic function that gives the ARN of the IAM role to assume.',
    example: '"$.roleArn"',
    source: PAGES.credentials,
  },
});
