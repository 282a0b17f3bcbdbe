import { apiService } from '../../catalog/api';
import { INTEGRATION_PATTERNS, INTEGRATIONS } from '../../catalog/integrations';
import { AWS_SDK_PATTERNS, AWS_SDK_SERVICES } from '../../catalog/integrationsAwsSdk';
import { nearest } from '../../expressions/nearest';
import type { IntegrationPattern, ArnPart, ResourceArn } from '../../expressions/resourceArn';
import { TreeEditor } from '../../syntax/edit';
import type { StringNode } from '../../syntax/tree';
import { defineRule, type Finding, side } from '../rule';

export default defineRule({
  id: 'asl/unknown-integration',
  subject: 'task',
  only: (arn) => arn.problems.length === 0 && !isKnown(arn),
  severity: 'error',
  summary: 'A "Resource" names a service, an action and a pattern that Step Functions offers together.',
  why: 'AWS refuses an unknown action, ".sync" on a service that has no jobs, ".waitForTaskToken" on one that cannot pass on a token, and anything but S3 in an "ItemReader" or "ResultWriter".',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke«.sync»", "Parameters": { "FunctionName": "f" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:«pubish»", "Parameters": { "TopicArn": "t", "Message": "m" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "m" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::«s3»:copyObject", "Parameters": { "Bucket": "b", "CopySource": "c", "Key": "k" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:copyObject", "Parameters": { "Bucket": "b", "CopySource": "c", "Key": "k" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:startJobRun«.sync»", "Parameters": { "JobName": "j" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemReader": { "Resource": «"arn:aws:states:::s3:getobject"», "Parameters": { "Bucket": "b", "Key": "k" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": { "StateMachineArn": "m" }, "Next": "B" }, "B": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:somethingnew:doIt.waitForTaskToken", "Parameters": {}, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::${Service}:invoke.sync", "Parameters": {}, "End": true } } }',
  ],

  check({ node, arn }, { machine: { tree } }) {
    return judge(new TreeEditor(tree), node, arn);
  },
  sides: [
    side(
      'field',
      ({ field: { name, shape }, property: { value } }, { machine: { tree } }) =>
        shape.kind === 'string' && shape.resources && value?.kind === 'string' && !value.dynamic
          ? judgeMapResource(new TreeEditor(tree), name, value, shape.resources)
          : undefined,
      ({ field: { shape } }) => shape.kind === 'string' && shape.resources !== undefined,
    ),
  ],
});

/** The usual case, decided without building anything. */
function isKnown({ kind, parts: { service, action, suffix } }: ResourceArn): boolean {
  const known =
    kind === 'optimized' && service && INTEGRATIONS.get(service.text)?.actions.get(action?.text ?? '');
  if (!known) return false;
  const pattern = patternOf(suffix);
  return !suffix || (pattern !== undefined && known.patterns.includes(pattern));
}

function* judge(editor: TreeEditor, node: StringNode, arn: ResourceArn): Iterable<Finding> {
  const { service, action, suffix } = arn.parts;
  if (!service || !action || isOpen(service) || isOpen(action) || (suffix && isOpen(suffix))) return;
  if (arn.kind === 'sdk') {
    yield* judgeSdk(editor, node, arn, action);
    return;
  }
  if (arn.kind !== 'optimized') return;
  const facts = INTEGRATIONS.get(service.text);
  if (!facts) {
    const near = nearest(service.text, INTEGRATIONS.keys());
    const suggestion =
      AWS_SDK_SERVICES.has(service.text) || apiService(service.text) ? `aws-sdk:${service.text}` : near;
    const message = `"${service.text}" is not a service with an optimized integration.`;
    yield finding(editor, node, service, message, suggestion);
    return;
  }
  const known = facts.actions.get(action.text);
  if (!known) {
    const message = `The integration of ${facts.title} has no action "${action.text}".`;
    yield finding(editor, node, action, message, nearest(action.text, facts.actions.keys()));
    return;
  }
  const pattern = patternOf(suffix);
  if (!suffix || pattern === undefined || known.patterns.includes(pattern)) return;
  const fallback = pattern === 'sync:2' && known.patterns.includes('sync') ? '.sync' : '';
  const message = `"${service.text}:${action.text}" does not take "${suffix.text}".`;
  yield finding(editor, node, suffix, message, fallback);
}

function* judgeSdk(
  editor: TreeEditor,
  node: StringNode,
  { parts: { service, suffix } }: ResourceArn,
  action: ArnPart,
): Iterable<Finding> {
  const camel = action.text[0]?.toLowerCase() + action.text.slice(1);
  if (action.text !== '' && action.text !== camel) {
    const message = `"${action.text}" starts with a capital letter, and actions of the AWS SDK do not.`;
    yield finding(editor, node, action, message, camel);
  }
  const pattern = patternOf(suffix);
  if (!service || !suffix || pattern === undefined || AWS_SDK_PATTERNS.includes(pattern)) return;
  const message = `A call of the AWS SDK does not take "${suffix.text}".`;
  const optimized = INTEGRATIONS.get(service.text)?.actions.get(action.text);
  if (!optimized?.patterns.includes(pattern)) {
    yield finding(editor, node, suffix, message, '');
    return;
  }
  const resource = `${service.text}:${action.text}${suffix.text}`;
  const prefix = node.value.slice(0, service.start).replace(/aws-sdk:$/, '');
  yield {
    ...finding(editor, node, suffix, message),
    fixes: [{ title: `Change to "${resource}"`, edits: [editor.replace(node, prefix + resource)] }],
  };
}

function* judgeMapResource(
  editor: TreeEditor,
  name: string,
  node: StringNode,
  resources: readonly string[],
): Iterable<Finding> {
  const match = /^(arn:[^:]+:states:::)(.*)$/s.exec(node.value);
  if (match && resources.includes(match[2])) return;
  const list = resources.map((resource) => `"arn:aws:states:::${resource}"`).join(' or ');
  const near = nearest(match?.[2] ?? node.value, resources);
  const mended = `${match?.[1] ?? 'arn:aws:states:::'}${near}`;
  yield {
    span: node.span,
    message: `"${name}" takes ${list} here, and not "${node.value}".`,
    fixes: near ? [{ title: `Change to "${mended}"`, edits: [editor.replace(node, mended)] }] : undefined,
  };
}

function finding(
  editor: TreeEditor,
  node: StringNode,
  { start, end }: ArnPart,
  message: string,
  suggestion?: string,
): Finding {
  const span = { start: node.mapped.toHost(start), end: node.mapped.toHost(end) };
  if (suggestion === undefined) return { span, message };
  const mended = node.value.slice(0, start) + suggestion + node.value.slice(end);
  const title = suggestion === '' ? `Remove "${node.value.slice(start, end)}"` : `Change to "${suggestion}"`;
  return { span, message, fixes: [{ title, edits: [editor.replace(node, mended)] }] };
}

function patternOf(suffix: ArnPart | undefined): IntegrationPattern | undefined {
  return INTEGRATION_PATTERNS.find((facts) => facts.suffix === (suffix?.text ?? ''))?.pattern;
}

/** A part that is filled in from outside. */
function isOpen({ text }: ArnPart): boolean {
  return text.includes('${');
}
