import type { State } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { get } from '../../syntax/navigate';
import type { Span, StringNode, Tree, TreeNode } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'asl/task-token-not-passed',
  subject: 'task',
  only: ({ kind, pattern }) => pattern === 'waitForTaskToken' && kind !== 'activity',
  severity: 'warning',
  summary: 'A Task that waits for a callback hands its task token on.',
  why: 'Only who has the token of the task can call "SendTaskSuccess" or "SendTaskFailure". Without it in the request the state waits until its timeout, or for a year.',
  reference:
    'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token',
  note: 'step-functions#waiting',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke«.waitForTaskToken»", "TimeoutSeconds": 60, "Parameters": { "FunctionName": "f", "Payload": { "order.$": "$.order" } }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "FunctionName": "f", "Payload": { "order.$": "$.order", "TaskToken.$": "$$.Task.Token" } }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage«.waitForTaskToken»", "TimeoutSeconds": 60, "Arguments": { "QueueUrl": "q", "MessageBody": "{% $states.input %}" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "FunctionName": "f", "Payload": { "token.$": "$$.Task.Token" } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "q", "MessageBody.$": "States.Format(\'{}\', $$.Task.Token)" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "TopicArn": "t", "Message": { "all.$": "$$" } }, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Arguments": { "QueueUrl": "q", "MessageBody": "{% { \'t\': $states.context.Task.Token } %}" }, "End": true } } }',
  ],

  check({ state, node }, { machine }) {
    const request = get(state.node, 'Parameters') ?? get(state.node, 'Arguments');
    if (!request || request.kind === 'dynamic' || mayHoldToken(request)) return undefined;
    return [
      {
        span: suffixOf(node),
        message: `"${state.name}" waits for its task token to come back, and its request does not hand the token on.`,
        fixes: passToken(request, state, machine.tree),
      },
    ];
  },
});

function suffixOf({ value, mapped }: StringNode): Span {
  const start = value.lastIndexOf('.');
  return { start: mapped.toHost(start), end: mapped.toHost(value.length) };
}

/** The token itself, or more of the context object, or of `$states`, that it is in. */
const TOKEN =
  /\bTask\s*(?:\.|\[['"])\s*Token|\$\$(?![.\w])|\$\$\.Task(?![.\w])|\bcontext(?![.\w]|\s*\.)|\bcontext\.Task(?![.\w])|\$states(?![.\w])/;

/** True where a value has the token in it, or may have it: by a path that is filled in later. */
function mayHoldToken(node: TreeNode, isPath = false): boolean {
  switch (node.kind) {
    case 'string':
      return TOKEN.test(node.value) || (isPath && node.value.includes('${'));
    case 'object':
      return node.properties.some(
        ({ name, value }) => value !== undefined && mayHoldToken(value, name.endsWith('.$')),
      );
    case 'array':
      return node.items.some((item) => mayHoldToken(item));
    case 'dynamic':
      return isPath;
    default:
      return false;
  }
}

/** Where the callee of a service gets its data, for the services that take objects there. */
const CONTENTS = ['Payload', 'MessageBody', 'Message', 'Input', 'RequestBody'];

function passToken(request: TreeNode, { queryLanguage }: State, tree: Tree): Fix[] {
  const contents = CONTENTS.map((name) => get(request, name)).find((node) => node?.kind === 'object');
  if (contents?.kind !== 'object') return [];
  const editor = new TreeEditor(tree);
  const edit =
    queryLanguage === 'JSONata'
      ? editor.add(contents, 'TaskToken', '{% $states.context.Task.Token %}')
      : editor.add(contents, 'TaskToken.$', '$$.Task.Token');
  return [{ title: 'Hand the task token on', edits: [edit] }];
}
