import { mayCatch } from '../../model/handlers';
import { inputReads, type InputRead } from '../../model/inputReads';
import { lambdaTasks } from '../../model/lambdaTasks';
import type { State, StateMachine } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { get, getString, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/catch-overwrites-input',
  subject: 'state',
  only: mayCatch,
  severity: 'warning',
  summary: 'A Catch whose handler reads the input puts the error beside it.',
  why: 'Without "ResultPath" the error takes the place of the whole input. The handler then finds nothing of what it needs to undo or report, and fails itself.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#retry-and-catch',
  bad: [
    {
      text: '{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": «"Refund"» }], "Next": "Done" }, "Refund": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.order.id" }, "End": true }, "Done": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refund" }], "Next": "Done" }, "Refund": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.order.id" }, "End": true }, "Done": { "Type": "Succeed" } } }',
    },
    // The same function does the work in the good case.
    {
      text: '{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:pay", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": «"Cancel order"» }], "Next": "Done" }, "Cancel order": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:cancel", "End": true }, "Done": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:pay", "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Cancel order" }], "Next": "Done" }, "Cancel order": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:cancel", "End": true }, "Done": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refund" }], "Next": "Done" }, "Refund": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.order.id" }, "End": true }, "Done": { "Type": "Succeed" } } }',
    // The error is all that the handler reads.
    '{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Tell" }], "Next": "Done" }, "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.Cause" }, "End": true }, "Done": { "Type": "Succeed" } } }',
    '{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Tell" }], "Next": "Done" }, "Tell": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f", "Payload.$": "$" }, "End": true }, "Done": { "Type": "Succeed" } } }',
  ],

  check(state, { machine }) {
    return state.queryLanguage === 'JSONPath' && state.catchers.some(mayOverwrite)
      ? judge(machine, state)
      : undefined;
  },
});

function mayOverwrite(catcher: ObjectNode): boolean {
  return !property(catcher, 'ResultPath');
}

function* judge(machine: StateMachine, state: State): Iterable<Finding> {
  for (const catcher of state.catchers) {
    const next = property(catcher, 'Next');
    const handler = state.scope.byName.get(getString(catcher, 'Next')?.value ?? '');
    if (!next?.value || !handler || property(catcher, 'ResultPath')) continue;
    const lost = lostRead(machine, handler, new Set([state]));
    if (!lost) continue;
    const edit = new TreeEditor(machine.tree).add(
      catcher,
      'ResultPath',
      '$.error',
      property(catcher, 'ErrorEquals'),
    );
    yield {
      span: next.value.span,
      message: `The error takes the place of the input, and "${lost.state.name}" reads ${lost.what} of it.`,
      related: lost.node && [{ span: lost.node.span, message: 'This is not there any more.' }],
      fixes: lost.readsError ? [] : [{ title: 'Add "ResultPath": "$.error"', edits: [edit] }],
    };
  }
}

interface LostRead {
  readonly state: State;
  readonly what: string;
  readonly node?: InputRead['node'];
  /** True where the handler also reads the error at the top, so that it must not move. */
  readonly readsError: boolean;
}

/** What a handler, or the first state behind it that looks at its input, misses. */
function lostRead(machine: StateMachine, handler: State, seen: Set<State>): LostRead | undefined {
  if (seen.has(handler) || handler.type === 'Fail' || handler.queryLanguage !== 'JSONPath') return undefined;
  seen.add(handler);
  const inputPath = getString(handler.node, 'InputPath');
  const all = inputReads(machine).get(handler) ?? [];
  // Behind "InputPath" the other paths lead into something else.
  const reads = inputPath && inputPath.value !== '$' ? all.filter(({ field }) => field === 'InputPath') : all;
  const lost = reads.find(({ names }) => names.length > 0 && !OF_ERROR.has(names[0]));
  const readsError = reads.some(({ names }) => OF_ERROR.has(names[0]));
  if (lost) return { state: handler, what: `"${lost.node.value}"`, node: lost.node, readsError };
  if (passesOn(handler)) {
    for (const { target } of handler.transitions) {
      const next = target && handler.scope.byName.get(target.value);
      const further = next && lostRead(machine, next, seen);
      if (further) return { ...further, readsError: further.readsError || readsError };
    }
  }
  return undoesWithAll(machine, handler) ? { state: handler, what: 'all', readsError } : undefined;
}

/** What an error output holds. */
const OF_ERROR: ReadonlySet<string> = new Set(['Error', 'Cause']);

/** True where what comes in goes out as it is. */
function passesOn({ type, node }: State): boolean {
  if (type !== 'Wait' && type !== 'Choice' && type !== 'Pass') return false;
  return !['InputPath', 'OutputPath', 'Parameters', 'Result'].some((name) => property(node, name));
}

/**
 * True for a function that is given the whole input and, by its name, reverses what has been done. Other
 * functions that are given all of it may well be there to look at the error.
 */
function undoesWithAll(machine: StateMachine, handler: State): boolean {
  if (!UNDOES.test(handler.name)) return false;
  const task = lambdaTasks(machine).get(handler);
  if (!task || property(handler.node, 'InputPath')) return false;
  const parameters = get(handler.node, 'Parameters');
  if (task.form === 'arn') return parameters === undefined;
  return getString(parameters, 'Payload.$')?.value === '$';
}

const UNDOES = /\b(?:cancel|refund|revert|roll.?back|compensat\w*|undo|release|restore|reverse)/i;
