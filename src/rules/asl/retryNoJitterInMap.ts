import { mayRetry } from '../../model/handlers';
import type { State } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { get, getNumber, property } from '../../syntax/navigate';
import type { Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

/** From so many at a time on, retries in step are a burst. */
const MANY = 5;

export default defineRule({
  id: 'asl/retry-no-jitter-in-map',
  subject: 'state',
  only: mayRetry,
  severity: 'hint',
  summary: 'Retries of states that run many times at once are spread out.',
  why: 'Iterations that were throttled together try again together, and are throttled again. "JitterStrategy": "FULL" draws each pause at random.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#retry-and-catch',
  bad: [
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ «"ErrorEquals"»: ["States.ALL"] }], "End": true } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL" }], "End": true } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "MaxConcurrency": 5, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
  ],

  check(state, { machine: { tree } }) {
    const many = state.retriers.length > 0 ? manyAround(state) : undefined;
    return many && judge(tree, state, many);
  },
});

function* judge(tree: Tree, state: State, many: State): Iterable<Finding> {
  const editor = new TreeEditor(tree);
  for (const retrier of state.retriers) {
    const errors = property(retrier, 'ErrorEquals');
    if (!errors || property(retrier, 'JitterStrategy') || getNumber(retrier, 'MaxAttempts') === 0) continue;
    const edits = [editor.add(retrier, 'JitterStrategy', 'FULL')];
    yield {
      span: errors.key.span,
      message: `Iterations of "${many.name}" that fail together retry "${state.name}" together.`,
      fixes: [{ title: 'Add "JitterStrategy": "FULL"', edits }],
    };
  }
}

/** The Map or Parallel around a state that runs it many times, or much beside it, at once. */
function manyAround(state: State): State | undefined {
  for (let around = state.scope.owner; around; around = around.scope.owner) {
    if (around.type === 'Parallel' && around.scopes.length > MANY) return around;
    if (around.type !== 'Map' || property(around.node, 'MaxConcurrencyPath')) continue;
    const limit = get(around.node, 'MaxConcurrency');
    if (!limit) return around;
    if (limit.kind === 'number' && (limit.value === 0 || Number(limit.value) > MANY)) return around;
  }
  return undefined;
}
