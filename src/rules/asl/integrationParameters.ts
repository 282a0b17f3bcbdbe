import { integrationAction } from '../../catalog/integrations';
import { nearest } from '../../expressions/nearest';
import type { State } from '../../model/stateMachine';
import type { TaskResource } from '../../model/taskResources';
import { TreeEditor } from '../../syntax/edit';
import { get, getString, property } from '../../syntax/navigate';
import type { ObjectNode, StringNode, Tree, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/integration-parameters',
  subject: 'task',
  only: ({ kind }) => kind === 'optimized' || kind === 'sdk',
  severity: 'error',
  summary:
    'A Task that calls a service has "Parameters" or "Arguments", with the parameters that AWS asks for.',
  why: 'AWS refuses an integration without a request, and for some actions a request without what the service needs, such as "FunctionName" for a Lambda function.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:states:::lambda:invoke"», "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:states:::aws-sdk:s3:listBuckets"», "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", «"Parameters"»: { "MessageBody.$": "$" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { «"jobName.$"»: "$.job" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName.$": "$.job" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": «["f"]», "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Arguments": «null», "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://pay.example.com", "Method": "GET", "Authentication": { "ConnectionArn": «"payments"» } }, "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Arguments": { "ApiEndpoint": "https://pay.example.com", "Method": "GET", "Authentication": { "ConnectionArn": "{% $connection %}" } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://pay.example.com", "Method": "GET", "Authentication": { "ConnectionArn": "${Connection}" } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": "${Request}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://pay.example.com", "Method": "GET", "Authentication": { "ConnectionArn": "{{resolve:ssm:/pay/connection}}" } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$" }, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": "{% $states.input %}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Paramters": { "FunctionName": "f" }, "End": true } } }',
  ],

  check(task, { machine: { tree } }) {
    return mayLack(task) && !hasAll(task) ? judge(tree, task) : undefined;
  },
});

const REQUESTS = ['Parameters', 'Arguments'];

/** True for a call whose request has to be looked at. */
function mayLack({ arn: { kind, parts, problems }, state }: TaskResource): boolean {
  if (problems.length > 0 || (kind !== 'optimized' && kind !== 'sdk')) return false;
  if (parts.region?.text !== '' || parts.account?.text !== '') return false;
  return kind === 'optimized' || !hasRequest(state);
}

/** The usual case, decided without building anything. */
function hasAll({ arn, state }: TaskResource): boolean {
  const request = get(state.node, 'Parameters') ?? get(state.node, 'Arguments');
  if (request?.kind !== 'object') return false;
  const required = integrationAction(arn.service ?? '', arn.action ?? '')?.required ?? [];
  for (const name of required) if (!gives(request, name)) return false;
  if (arn.service === 'http' && foreignConnection(request)) return false;
  return !(property(state.node, 'Parameters') && property(state.node, 'Arguments'));
}

/** True for a parameter by its name, or by a path. */
function gives({ properties }: ObjectNode, name: string): boolean {
  return properties.some((entry) => entry.name === name || isPathOf(entry.name, name));
}

/** True for the name with the sign of a path behind it. */
function isPathOf(written: string, name: string): boolean {
  return written.length === name.length + 2 && written.startsWith(name) && written.endsWith('.$');
}

function hasRequest({ node }: State): boolean {
  return node.properties.some(({ name }) => REQUESTS.includes(name));
}

function* judge(tree: Tree, { state, node, arn }: TaskResource): Iterable<Finding> {
  const requests = REQUESTS.map((name) => property(state.node, name)).filter((request) => request);
  if (requests.length === 0) {
    const name = state.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
    const message = `"${state.name}" calls a service and has no "${name}".`;
    const misspelt = state.node.properties.some(({ name }) => nearest(name, REQUESTS));
    if (!misspelt) yield { span: node.span, message };
    return;
  }
  const required = integrationAction(arn.service ?? '', arn.action ?? '')?.required ?? [];
  for (const request of requests) {
    if (arn.kind !== 'optimized' || !request?.value || isOpen(request.value)) continue;
    if (request.value.kind !== 'object') {
      if (required.length === 0) continue;
      const message = `"${arn.service}:${arn.action}" needs "${required.join('" and "')}", and "${request.name}" is no object that holds it.`;
      yield { span: request.value.span, message };
      continue;
    }
    const connection = arn.service === 'http' ? foreignConnection(request.value) : undefined;
    if (connection) {
      const message = `"${connection.value}" is not the ARN of a connection of EventBridge.`;
      yield { span: connection.span, message };
    }
    for (const name of required) {
      if (gives(request.value, name)) continue;
      const message = `"${arn.service}:${arn.action}" needs "${name}", which is not among its parameters.`;
      yield { span: request.key.span, message, ...meant(tree, request.value, name, required) };
    }
  }
}

/** What is filled in, or computed when the state runs. */
function isOpen(value: TreeNode): boolean {
  return (
    value.kind === 'dynamic' || (value.kind === 'string' && (value.dynamic || value.value.startsWith('{%')))
  );
}

/** AWS looks at the form of a connection that is written down. */
function foreignConnection(request: ObjectNode): StringNode | undefined {
  const connection = getString(get(request, 'Authentication'), 'ConnectionArn');
  return connection && !isOpen(connection) && !connection.value.startsWith('arn:') ? connection : undefined;
}

/** The parameter that was plainly meant as the missing one. */
function meant(
  tree: Tree,
  request: ObjectNode,
  name: string,
  required: readonly string[],
): Pick<Finding, 'span' | 'fixes'> | undefined {
  for (const parameter of request.properties) {
    const { value } = parameter.key;
    const suffix = value.endsWith('.$') ? '.$' : '';
    const bare = value.slice(0, value.length - suffix.length);
    if (required.includes(bare) || nearest(bare, [name]) === undefined) continue;
    const edits = [new TreeEditor(tree).rename(parameter, name + suffix)];
    return { span: parameter.key.span, fixes: [{ title: `Rename to "${name + suffix}"`, edits }] };
  }
  return undefined;
}
