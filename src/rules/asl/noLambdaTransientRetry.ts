import { isRetriedFor } from '../../model/handlers';
import { lambdaTasks } from '../../model/lambdaTasks';
import type { State } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { get, property } from '../../syntax/navigate';
import type { Tree } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'asl/no-lambda-transient-retry',
  subject: 'state',
  only: (layout) => layout?.kind === 'Task',
  severity: 'warning',
  summary: 'A Task that runs a Lambda function retries the errors of Lambda that pass by themselves.',
  why: 'Lambda fails a call now and then on its own side or throttles it. Without a "Retry" on the state, or on a Map or Parallel around it, one such moment fails the whole execution.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  note: 'errors#retry-and-catch',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{"ErrorEquals":["Lambda.ClientExecutionTimeoutException","Lambda.ServiceException","Lambda.AWSLambdaException","Lambda.SdkClientException","Lambda.TooManyRequestsException"],"IntervalSeconds":2,"MaxAttempts":6,"BackoffRate":2,"JitterStrategy":"FULL"}], "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { «"A"»: { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["States.Timeout"] }], "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["States.Timeout"] }, {"ErrorEquals":["Lambda.ClientExecutionTimeoutException","Lambda.ServiceException","Lambda.AWSLambdaException","Lambda.SdkClientException","Lambda.TooManyRequestsException"],"IntervalSeconds":2,"MaxAttempts":6,"BackoffRate":2,"JitterStrategy":"FULL"}], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Lambda.ServiceException"] }], "End": true } } }',
    // Whoever says how often is none at all has thought of it.
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 0 }], "End": true } } }',
    '{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "End": true } } }], "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }], "End": true } } }',
    // The caller of an Express machine can start it again.
    '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }',
  ],

  check(state, { machine }) {
    if (isRetriedFor(state, HELPFUL) || machine.type === 'EXPRESS') return undefined;
    if (!lambdaTasks(machine).has(state)) return undefined;
    return [
      {
        span: state.key.span,
        message: `One passing failure of Lambda fails "${state.name}", which retries none of its transient errors.`,
        fixes: addRetrier(machine.tree, state),
      },
    ];
  },
});

/** What "Best practices for Step Functions" lists, with the throttling that it also tells to handle. */
const TRANSIENT = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

const RETRIER = {
  ErrorEquals: TRANSIENT,
  IntervalSeconds: 2,
  MaxAttempts: 6,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
};

const HELPFUL: ReadonlySet<string> = new Set([...TRANSIENT, 'States.TaskFailed', 'States.ALL']);

function addRetrier(tree: Tree, { node }: State): Fix[] {
  const editor = new TreeEditor(tree);
  const retry = get(node, 'Retry');
  const before = property(node, 'Parameters') ?? property(node, 'Arguments') ?? property(node, 'Resource');
  const edit =
    retry?.kind === 'array' ? editor.insert(retry, RETRIER) : editor.add(node, 'Retry', RETRY, before);
  return [{ title: 'Add a "Retry" for the transient errors of Lambda', edits: [edit] }];
}

const RETRY = [RETRIER];
