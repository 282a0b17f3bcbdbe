import { notification } from '../../catalog/notifications';
import { matchesAnyTaskError, mayCatch } from '../../model/handlers';
import type { State, StateMachine } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { get, getString, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule, type Finding, type Severity } from '../rule';

export default defineRule({
  id: 'asl/catch-all-swallows',
  subject: 'state',
  only: mayCatch,
  severity: 'warning',
  summary: 'A Catch for every error does not end the execution as a success.',
  why: 'An execution that failed is then reported as SUCCEEDED. Alarms on failed executions, callers and whoever looks at the list see nothing of it.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#who-handles-what',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": «"Over"» }], "Next": "B" }, "B": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "End": true }, "Over": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "ResultPath": "$.error", "Next": «"Over"» }], "Next": "B" }, "B": { "Type": "Succeed" }, "Over": { "Type": "Pass", "Result": "failed", "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Over" }], "Next": "B" }, "B": { "Type": "Succeed" }, "Over": { "Type": "Fail" } } }',
    // One error that is expected is no failure.
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:headObject", "Parameters": { "Bucket": "b", "Key": "k" }, "Catch": [{ "ErrorEquals": ["S3.NoSuchKeyException"], "Next": "B" }], "Next": "B" }, "B": { "Type": "Succeed" } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Tell" }], "Next": "B" }, "B": { "Type": "Succeed" }, "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message.$": "$.Cause" }, "Next": "Over" }, "Over": { "Type": "Fail" } } }',
  ],

  check(state, { machine }) {
    return state.catchers.some(matchesAnyTaskError) ? judge(machine, state) : undefined;
  },
});

function* judge(machine: StateMachine, state: State): Iterable<Finding> {
  for (const catcher of state.catchers) {
    const next = property(catcher, 'Next');
    if (!next?.value || !matchesAnyTaskError(catcher)) continue;
    const end = endOf(machine, state.scope.byName.get(getString(catcher, 'Next')?.value ?? ''));
    if (!end) continue;
    const what = state.scope.owner ? `this part of "${state.scope.owner.name}"` : 'the execution';
    yield {
      span: next.value.span,
      message: end.notifies
        ? `Any error of "${state.name}" is told of by "${end.first.name}", and then ${what} counts as succeeded.`
        : `Any error of "${state.name}" leads to "${end.first.name}", and ${what} counts as succeeded.`,
      severity: severityOf(machine, state, catcher, end),
    };
  }
}

interface HappyEnd {
  readonly first: State;
  /** True where somebody is told on the way. */
  readonly notifies: boolean;
  /** True where the data says on the way that something went wrong. */
  readonly marks: boolean;
}

/** How a handler ends the level as a success without doing anything but shape data and tell. */
function endOf(machine: StateMachine, first: State | undefined): HappyEnd | undefined {
  // The usual handler ends in a failure.
  if (first?.type === 'Fail') return undefined;
  const seen = new Set<State>();
  let notifies = false;
  let marks = false;
  for (let state = first; first && state && !seen.has(state);) {
    seen.add(state);
    const { type, node, scope } = state;
    if (type === 'Succeed') return { first, notifies, marks: marks || outputs(node) };
    if (type === 'Task' && notification(taskCalls(machine).get(state)?.name ?? '')) notifies = true;
    else if (type === 'Pass') marks ||= outputs(node);
    else return undefined;
    if (get(node, 'End')) return { first, notifies, marks };
    state = scope.byName.get(getString(node, 'Next')?.value ?? '');
  }
  return undefined;
}

function outputs(node: ObjectNode): boolean {
  return ['Result', 'Parameters', 'Output', 'OutputPath'].some((name) => property(node, name));
}

function severityOf(
  machine: StateMachine,
  state: State,
  catcher: ObjectNode,
  { notifies, marks }: HappyEnd,
): Severity {
  // What fails for one item is meant to leave the others alone, and its result can say so.
  if (state.scope.owner) return marks ? 'hint' : 'info';
  // A step that the flow goes on after in either case is one that may fail, and an Express machine answers.
  const mayFail = getString(state.node, 'Next')?.value === getString(catcher, 'Next')?.value;
  return notifies || mayFail || machine.type === 'EXPRESS' ? 'info' : 'warning';
}
