import { errorMatch, mayRetry } from '../../model/handlers';
import type { State } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { get, getNumber, property } from '../../syntax/navigate';
import type { ObjectNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/retry-no-backoff',
  subject: 'state',
  only: mayRetry,
  severity: 'info',
  summary: 'A retrier for throttling or for any error waits longer from one attempt to the next.',
  why: 'With a "BackoffRate" of 1 the attempts come at the same pace as before, and add to what overloads the service.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#retry-and-catch',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "MaxAttempts": 5, "BackoffRate": «1.0» }], "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "MaxAttempts": 5, "BackoffRate": 2 }], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 1, "BackoffRate": 1 }], "End": true } } }',
    // This waits for something to end.
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:startCrawler", "Parameters": { "Name": "n" }, "Retry": [{ "ErrorEquals": ["Glue.CrawlerRunningException"], "IntervalSeconds": 10, "MaxAttempts": 60, "BackoffRate": 1 }], "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 60, "MaxAttempts": 10, "BackoffRate": 1 }], "End": true } } }',
  ],

  check(state, { machine: { tree } }) {
    return state.retriers.some(isEven) ? judge(tree, state) : undefined;
  },
});

function isEven(retrier: ObjectNode): boolean {
  const rate = get(retrier, 'BackoffRate');
  return rate?.kind === 'number' && rate.value === 1;
}

function* judge(tree: Tree, { name, retriers }: State): Iterable<Finding> {
  const editor = new TreeEditor(tree);
  for (const retrier of retriers) {
    const rate = property(retrier, 'BackoffRate')?.value;
    if (rate?.kind !== 'number' || rate.value !== 1) continue;
    if (getNumber(retrier, 'MaxAttempts') === 1 || isPolling(retrier)) continue;
    const error = errorMatch(retrier).names.find((each) => OVERLOAD.test(each));
    if (!error) continue;
    yield {
      span: rate.span,
      message: `"${name}" tries again at an even pace after "${error}", which adds to an overload.`,
      fixes: [{ title: 'Change to 2', edits: [editor.replace(rate, 2)] }],
    };
  }
}

const OVERLOAD =
  /^States\.(?:ALL|TaskFailed)$|Throttl|TooManyRequests|SlowDown|RateExceeded|ThroughputExceeded/i;

/** Attempts that are far apart or many wait for a state to change rather than for an overload to pass. */
function isPolling(retrier: ObjectNode): boolean {
  const attempts = getNumber(retrier, 'MaxAttempts') ?? 3;
  return attempts === 0 || attempts > 20 || (getNumber(retrier, 'IntervalSeconds') ?? 1) >= 30;
}
