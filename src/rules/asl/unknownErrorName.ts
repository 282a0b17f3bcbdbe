import { ERROR_NAMES, errorName } from '../../catalog/errorNames';
import { nearest } from '../../expressions/nearest';
import type { StateMachine } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { getItems, getString } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/unknown-error-name',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A name in "ErrorEquals" that looks like an error of AWS is one.',
  why: 'Names are compared letter by letter. A misspelt one deploys, and its retrier or catcher never answers to anything.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": [«"States.TaskFailedId"»] }], "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }], "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": [«"State.ALL"»], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["OrderNotFound", "Lambda.TooManyRequestsException", "States.Http.StatusCode.503"] }], "End": true } } }',
    '{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "States.Mine" } } }], "Catch": [{ "ErrorEquals": ["States.Mine"], "Next": "B" }], "End": true }, "B": { "Type": "Succeed" } } }',
  ],

  *check(machine) {
    const editor = new TreeEditor(machine.tree);
    const raised = raisedHere(machine);
    for (const { retriers, catchers } of machine.states) {
      for (const handler of [...retriers, ...catchers]) {
        for (const item of getItems(handler, 'ErrorEquals')) {
          if (item.kind !== 'string' || item.dynamic) continue;
          const name = item.value;
          if (errorName(name) || raised.has(name)) continue;
          const near = nearest(name, namesLike(name));
          if (!near && !RESERVED.test(name)) continue;
          yield {
            span: item.span,
            message: `No error is called "${name}".`,
            fixes: near ? [{ title: `Change to "${near}"`, edits: [editor.replace(item, near)] }] : undefined,
          };
        }
      }
    }
  },
});

/** What starts like this can only be an error of Step Functions itself. */
const RESERVED = /^states?\./i;

/** Errors of one's own may resemble those of a service; only names with its prefix are compared. */
function namesLike(name: string): string[] {
  if (RESERVED.test(name)) return [...ERROR_NAMES.keys()].filter((known) => known.startsWith('States.'));
  const prefix = name.slice(0, name.indexOf('.') + 1);
  return prefix === '' ? [] : [...ERROR_NAMES.keys()].filter((known) => known.startsWith(prefix));
}

function raisedHere({ states }: StateMachine): Set<string> {
  return new Set(
    states.flatMap(({ type, node }) => (type === 'Fail' ? (getString(node, 'Error')?.value ?? []) : [])),
  );
}
