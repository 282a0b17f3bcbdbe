import { apiService, apiServices } from '../../catalog/api';
import { nearest } from '../../expressions/nearest';
import type { ArnPart } from '../../expressions/resourceArn';
import { TreeEditor } from '../../syntax/edit';
import type { StringNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/unknown-api-action',
  subject: 'task',
  only: ({ kind }) => kind === 'sdk',
  severity: 'warning',
  summary: 'An "aws-sdk" resource names a service and an action of the AWS APIs.',
  why: 'AWS refuses a definition that calls an action that does not exist. It is a warning, because a new action may be younger than the catalogue; an action in other letters, and a service under the name that it has elsewhere, such as "stepfunctions" or "S3", are errors.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«cloudwatchlog»:createLogGroup", "Parameters": { "LogGroupName": "g" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudwatchlogs:createLogGroup", "Parameters": { "LogGroupName": "g" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:«startCrawlr».waitForTaskToken", "Parameters": { "Name": "c" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:startCrawler.waitForTaskToken", "Parameters": { "Name": "c" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:«stepfunctions»:startExecution", "Parameters": { "StateMachineArn": "m" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution", "Parameters": { "StateMachineArn": "m" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:kinesis:«subscribeToShard»", "Parameters": { "ConsumerARN": "c" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:createDBSnapshot", "Parameters": { "DbInstanceIdentifier": "d", "DbSnapshotIdentifier": "s" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:${Service}:run", "Parameters": {}, "End": true } } }',
  ],

  *check({ node, arn }, { machine: { tree } }) {
    const { service, action } = arn.parts;
    if (!service || !action || node.value.includes('${')) return;
    const known = apiService(service.text);
    if (!known) {
      // Without a catalogue there is no service at all.
      if (apiService('sfn') && service.text !== '') {
        const other = serviceElsewhere(service.text);
        const message = `"${service.text}" is not a service that AWS SDK integrations reach.`;
        const found = finding(
          new TreeEditor(tree),
          node,
          service,
          message,
          other ?? nearService(service.text),
        );
        yield other === undefined ? found : { ...found, severity: 'error' };
      }
    } else if (
      known.actions.length > 0 &&
      isSpelledAsAction(action) &&
      !known.actions.includes(action.text)
    ) {
      const message = `"${service.text}" has no action "${action.text}" that Step Functions can call.`;
      const inOtherCase = known.actions.find((name) => name.toLowerCase() === action.text.toLowerCase());
      const near = inOtherCase ?? nearest(action.text, known.actions);
      const found = finding(new TreeEditor(tree), node, action, message, near);
      yield inOtherCase === undefined ? found : { ...found, severity: 'error' };
    }
  },
});

/** What other names of services are in ARNs of the AWS SDK. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ce: 'costexplorer',
  cognitoidp: 'cognitoidentityprovider',
  dms: 'databasemigration',
  elasticmapreduce: 'emr',
  elb: 'elasticloadbalancing',
  elbv2: 'elasticloadbalancingv2',
  events: 'eventbridge',
  logs: 'cloudwatchlogs',
  monitoring: 'cloudwatch',
  statemachine: 'sfn',
  states: 'sfn',
  stepfunctions: 'sfn',
};

/** The service that has this name in ARNs, in the CLI or with other letters, which no new service can get. */
function serviceElsewhere(name: string): string | undefined {
  const plain = plainName(name);
  return OTHER_NAMES[plain] ?? apiService(plain)?.service;
}

function nearService(name: string): string | undefined {
  return nearest(
    plainName(name),
    Array.from(apiServices(), ({ service }) => service),
  );
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A capital at the start is an error of its own. */
function isSpelledAsAction({ text }: ArnPart): boolean {
  return /^[a-z]/.test(text);
}

function finding(
  editor: TreeEditor,
  node: StringNode,
  part: ArnPart,
  message: string,
  near: string | undefined,
): Finding {
  const span = { start: node.mapped.toHost(part.start), end: node.mapped.toHost(part.end) };
  if (near === undefined) return { span, message };
  const value = node.value.slice(0, part.start) + near + node.value.slice(part.end);
  return { span, message, fixes: [{ title: `Change to "${near}"`, edits: [editor.replace(node, value)] }] };
}
