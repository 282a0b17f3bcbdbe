import { isRetriedFor, mayRetry, namesOneOf } from '../../model/handlers';
import { lambdaTasks } from '../../model/lambdaTasks';
import { TreeEditor } from '../../syntax/edit';
import type { State } from '../../model/stateMachine';
import { get, getNumber, property } from '../../syntax/navigate';
import type { ArrayNode, ObjectNode, Tree } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

const THROTTLED = 'Lambda.TooManyRequestsException';

export default defineRule({
  id: 'asl/lambda-throttle-not-retried',
  subject: 'state',
  only: (layout) => layout?.kind === 'Task' && mayRetry(layout),
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
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ «"ErrorEquals"»: ["Lambda.ServiceException"], "BackoffRate": 1 }], "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Lambda.ServiceException"], "BackoffRate": 1 }, {"ErrorEquals":["Lambda.TooManyRequestsException"],"IntervalSeconds":2,"MaxAttempts":6,"BackoffRate":2,"JitterStrategy":"FULL"}], "End": true } } }',
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
    return [
      {
        span: errors.key.span,
        message: `"${state.name}" retries other transient errors of Lambda, but fails at once when the function is throttled.`,
        fixes: retryThrottled(state, retrier, errors.value, machine.tree),
      },
    ];
  },
});

/** Throttling joins the other errors, unless they are tried again at an even pace, which throttling is not for. */
function retryThrottled({ node }: State, retrier: ObjectNode, errors: ArrayNode, tree: Tree): Fix[] {
  const editor = new TreeEditor(tree);
  if (getNumber(retrier, 'BackoffRate') !== 1)
    return [{ title: `Add "${THROTTLED}"`, edits: [editor.insert(errors, THROTTLED)] }];
  const retry = get(node, 'Retry');
  return retry?.kind === 'array'
    ? [{ title: `Add a retrier for "${THROTTLED}"`, edits: [editor.insert(retry, RETRIER)] }]
    : [];
}

const RETRIER = {
  ErrorEquals: [THROTTLED],
  IntervalSeconds: 2,
  MaxAttempts: 6,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
};

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
