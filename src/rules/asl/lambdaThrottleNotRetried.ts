import { isRetriedFor, namesOneOf } from '../../model/handlers';
import { lambdaTasks } from '../../model/lambdaTasks';
import { TreeEditor } from '../../syntax/edit';
import { getNumber, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule } from '../rule';

const THROTTLED = 'Lambda.TooManyRequestsException';

export default defineRule({
  id: 'asl/lambda-throttle-not-retried',
  subject: 'state',
  only: (type) => type === 'Task',
  severity: 'info',
  summary: 'A Task that retries transient errors of Lambda retries throttling as well.',
  why: 'Throttling is the transient error of Lambda that is met most often. Snippets of earlier years leave it out.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  note: 'errors#retry-and-catch',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ «"ErrorEquals"»: ["Lambda.ServiceException", "Lambda.SdkClientException"] }], "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Lambda.ServiceException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"] }], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Lambda.ServiceException"] }, { "ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 10 }], "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Lambda.ServiceException"] }, { "ErrorEquals": ["States.ALL"] }], "End": true } } }',
  ],

  check(state, { machine }) {
    const retrier = state.retriers.find(isForLambda);
    if (!retrier || !lambdaTasks(machine).has(state)) return undefined;
    const errors = property(retrier, 'ErrorEquals');
    if (errors?.value?.kind !== 'array' || isRetriedFor(state, COVERING)) return undefined;
    const edits = [new TreeEditor(machine.tree).insert(errors.value, THROTTLED)];
    return [
      {
        span: errors.key.span,
        message: `"${state.name}" retries other transient errors of Lambda, but fails at once when the function is throttled.`,
        fixes: [{ title: `Add "${THROTTLED}"`, edits }],
      },
    ];
  },
});

const OTHERS: ReadonlySet<string> = new Set([
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
]);

function isForLambda(retrier: ObjectNode): boolean {
  return namesOneOf(retrier, OTHERS) && getNumber(retrier, 'MaxAttempts') !== 0;
}

const COVERING: ReadonlySet<string> = new Set([THROTTLED, 'States.TaskFailed', 'States.ALL']);
