import { mayCatch, mayRetry } from '../../model/handlers';
import { ERROR_NAMES, errorName } from '../../catalog/errorNames';
import { nearest } from '../../expressions/nearest';
import { oncePer } from '../../model/oncePer';
import type { State, StateMachine } from '../../model/stateMachine';
import { isErrorOfService, thrownErrors } from '../../model/thrownErrors';
import { TreeEditor } from '../../syntax/edit';
import { get, getItems, getString } from '../../syntax/navigate';
import type { ObjectNode, StringNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

export default defineRule({
  id: 'asl/unknown-error-name',
  subject: 'state',
  only: (layout) => mayRetry(layout) || mayCatch(layout),
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
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": [«"States.All"», "NotFound"], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": ["States.Timeout", «"States.Timeot"»], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": ["States.Timeout"], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Catch": [{ "ErrorEquals": [«"States.All"»], "Next": "B" }, { "ErrorEquals": ["NotFound"], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "Catch": [{ "ErrorEquals": [«"S3.InvalidObjectState"»], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "Catch": [{ "ErrorEquals": ["S3.InvalidObjectStateException"], "Next": "B" }], "End": true }, "B": { "Type": "Fail" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["OrderNotFound", "Lambda.TooManyRequestsException", "States.Http.StatusCode.503"] }], "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "Retry": [{ "ErrorEquals": ["S3.NoSuchUploadException"] }], "End": true } } }',
    '{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "States.Mine" } } }], "Catch": [{ "ErrorEquals": ["States.Mine"], "Next": "B" }], "End": true }, "B": { "Type": "Succeed" } } }',
  ],

  check(state, { machine }) {
    if (!state.retriers.some(namesUnusual) && !state.catchers.some(namesUnusual)) return undefined;
    return judge(machine, state);
  },
});

/** The usual case, decided without looking at the rest of the machine. */
function namesUnusual(handler: ObjectNode): boolean {
  return getItems(handler, 'ErrorEquals').some((item) => item.kind === 'string' && !errorName(item.value));
}

function* judge(machine: StateMachine, { retriers, catchers }: State): Iterable<Finding> {
  const editor = new TreeEditor(machine.tree);
  const raised = raisedHere(machine);
  const thrown = thrownBySdk(machine);
  for (const handler of [...retriers, ...catchers]) {
    const isLast = handler === retriers[retriers.length - 1] || handler === catchers[catchers.length - 1];
    for (const item of getItems(handler, 'ErrorEquals')) {
      if (item.kind !== 'string' || item.dynamic) continue;
      const name = item.value;
      if (errorName(name) || raised.has(name) || thrown.includes(name)) continue;
      if (machine.taskResources.some(({ arn }) => isErrorOfService(name, arn))) continue;
      // The AWS SDK ends every name alike, whatever the API calls the error.
      const ended = `${name}Exception`;
      const near = thrown.includes(ended) ? ended : nearest(name, namesLike(name, thrown));
      if (!near && !RESERVED.test(name)) continue;
      yield {
        span: item.span,
        message: `No error is called "${name}".`,
        fixes: near ? change(editor, handler, item, near, isLast) : undefined,
      };
    }
  }
}

/** The errors of all calls by the AWS SDK. */
const thrownBySdk = oncePer(({ taskResources }: StateMachine): readonly string[] => [
  ...new Set(taskResources.flatMap(({ arn }) => (arn.kind === 'sdk' ? thrownErrors(arn) : []))),
]);

/** The name as it is meant, where the list may hold it: "States.ALL" stands alone in the last one. */
function change(
  editor: TreeEditor,
  handler: ObjectNode,
  item: StringNode,
  near: string,
  isLast: boolean,
): Fix[] | undefined {
  const list = get(handler, 'ErrorEquals');
  const others = getItems(handler, 'ErrorEquals').filter((other) => other !== item);
  const title = `Change to "${near}"`;
  if (near === 'States.ALL') {
    if (!isLast || !list) return undefined;
    return [
      { title, edits: [others.length > 0 ? editor.replace(list, [near]) : editor.replace(item, near)] },
    ];
  }
  const rest = others.flatMap((other) => (other.kind === 'string' && !other.dynamic ? other.value : []));
  if (!rest.includes(near)) return [{ title, edits: [editor.replace(item, near)] }];
  if (!list || rest.length < others.length) return undefined;
  return [{ title: `Remove "${item.value}"`, edits: [editor.replace(list, rest)] }];
}

/** What starts like this can only be an error of Step Functions itself. */
const RESERVED = /^states?\./i;

/** Errors of one's own may resemble those of a service; only names with its prefix are compared. */
function namesLike(name: string, thrown: readonly string[]): string[] {
  if (RESERVED.test(name)) return [...ERROR_NAMES.keys()].filter((known) => known.startsWith('States.'));
  const prefix = name.slice(0, name.indexOf('.') + 1);
  if (prefix === '') return [];
  return [...ERROR_NAMES.keys(), ...thrown].filter((known) => known.startsWith(prefix));
}

const raisedHere = oncePer(
  ({ states }: StateMachine): ReadonlySet<string> =>
    new Set(
      states.flatMap(({ type, node }) => (type === 'Fail' ? (getString(node, 'Error')?.value ?? []) : [])),
    ),
);
