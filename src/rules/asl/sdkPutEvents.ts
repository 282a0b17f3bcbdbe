import type { StateMachine } from '../../model/stateMachine';
import { taskCalls, type TaskCall } from '../../model/taskCalls';
import { TreeEditor } from '../../syntax/edit';
import { get, getObject, property } from '../../syntax/navigate';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/sdk-put-events',
  subject: 'task',
  only: ({ kind, pattern }) => kind === 'sdk' && pattern === 'requestResponse',
  severity: 'warning',
  summary: 'Events are put by the optimized integration, which notices events that were refused.',
  why: 'The call of the AWS SDK succeeds although EventBridge refused some or all of the events. "arn:aws:states:::events:putEvents" fails the task then, so that Retry and Catch can act.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html',
  note: 'eventbridge#delivery',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:states:::aws-sdk:eventbridge:putEvents"», "Parameters": { "Entries": [{ "Source": "orders", "DetailType": "placed", "Detail": "{}" }] }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries": [{ "Source": "orders", "DetailType": "placed", "Detail": "{}" }] }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:states:::aws-sdk:lambda:invoke"», "Parameters": { "FunctionName": "f" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:states:::aws-sdk:sns:publish"», "Arguments": { "TopicArn": "t", "Message": "m" }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Arguments": { "TopicArn": "t", "Message": "m" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries": [{ "Source": "orders", "DetailType": "placed", "Detail": {} }] }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:eventbridge:putEvents", "Parameters": { "Entries": [{ "Source": "orders", "DetailType": "placed", "Detail": "{}" }] }, "Next": "C" }, "C": { "Type": "Choice", "Choices": [{ "Variable": "$.FailedEntryCount", "NumericEquals": 0, "Next": "S" }], "Default": "F" }, "S": { "Type": "Succeed" }, "F": { "Type": "Fail" } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "C" }, "C": { "Type": "Choice", "Choices": [{ "Variable": "$.FunctionError", "IsPresent": true, "Next": "F" }], "Default": "S" }, "S": { "Type": "Succeed" }, "F": { "Type": "Fail" } } }',
  ],

  check({ state }, { machine }) {
    const call = taskCalls(machine).get(state);
    return call && judge(machine, call);
  },
});

function* judge(machine: StateMachine, call: TaskCall): Iterable<Finding> {
  const { span } = call.node;
  switch (call.name) {
    case 'events:putEvents':
      if (mentions(machine, 'FailedEntryCount')) return;
      yield {
        span,
        message: `"${call.state.name}" succeeds even when EventBridge refuses its events.`,
        fixes: optimized(machine, call, 'Entries'),
      };
      return;
    case 'lambda:invoke':
      if (mentions(machine, 'FunctionError')) return;
      yield {
        span,
        message: `"${call.state.name}" succeeds even when the function fails: the AWS SDK call only notes it as "FunctionError".`,
        severity: 'info',
      };
      return;
    case 'sns:publish':
    case 'sqs:sendMessage': {
      const message = call.service === 'sns' ? 'Message' : 'MessageBody';
      yield {
        span,
        message: `Step Functions has an integration of its own for "${call.name}", which also takes objects as "${message}".`,
        severity: 'hint',
        fixes: optimized(machine, call, message),
      };
    }
  }
}

/** The optimized integration, where the request has what it demands. */
function optimized(
  { tree }: StateMachine,
  { node, arn, name, state }: TaskCall,
  needed: string,
): Finding['fixes'] {
  const request = getObject(state.node, 'Parameters') ?? getObject(state.node, 'Arguments');
  const complete = property(request, needed) ?? property(request, `${needed}.$`);
  const expression = get(state.node, 'Arguments')?.kind === 'string';
  if (arn.dynamic || (!complete && !expression)) return [];
  const resource = `arn:${arn.parts.partition?.text ?? 'aws'}:states:::${name}`;
  return [{ title: `Change to "${resource}"`, edits: [new TreeEditor(tree).replace(node, resource)] }];
}

function mentions(machine: StateMachine, name: string): boolean {
  const { paths, jsonata } = machine.expressions;
  return [...paths, ...jsonata].some((expression) => expression.node.value.includes(name));
}
