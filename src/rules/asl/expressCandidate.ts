import type { Scope, StateMachine } from '../../model/stateMachine';
import { addsEachTime, repeatedEffect } from '../../model/sideEffects';
import { taskCalls } from '../../model/taskCalls';
import { TreeEditor } from '../../syntax/edit';
import { getNumber, getObject, getString, property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/express-candidate',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'Short, repeatable work on many items runs in Express executions.',
  why: 'A Distributed Map starts one execution an item or batch. Standard ones are billed by transition and share a rate limit; Express ones are billed by duration, cost a small part of it, and may run a step twice.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  note: 'step-functions#standard-and-express',
  bad: [
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": «"STANDARD"» }, "StartAt": "Read", "States": { "Read": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": {} }, "Next": "Copy" }, "Copy": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:copyObject", "Parameters": { "Bucket": "b", "Key": "k", "CopySource": "s" }, "End": true } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "Read", "States": { "Read": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": {} }, "Next": "Copy" }, "Copy": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:copyObject", "Parameters": { "Bucket": "b", "Key": "k", "CopySource": "s" }, "End": true } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "End": true } } }, "End": true } } }',
    // How long a function takes, and whether it may run twice, is not to be seen.
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }, "End": true } } }',
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "m" }, "End": true } } }, "End": true } } }',
  ],

  *check(machine) {
    const editor = new TreeEditor(machine.tree);
    for (const scope of machine.scopes) {
      const config = getObject(scope.node, 'ProcessorConfig');
      const type = getString(config, 'ExecutionType');
      if (getString(config, 'Mode')?.value !== 'DISTRIBUTED' || type?.value !== 'STANDARD') continue;
      if (!isShortAndRepeatable(machine, scope)) continue;
      yield {
        span: type.span,
        message: `Each item of "${scope.owner?.name ?? ''}" is a Standard execution, although short calls that may be repeated are all that it makes.`,
        fixes: [{ title: 'Change to "EXPRESS"', edits: [editor.replace(type, 'EXPRESS')] }],
      };
    }
  },
});

/** True where every state, nested ones too, is visibly done at once and does no harm when it runs twice. */
function isShortAndRepeatable(machine: StateMachine, scope: Scope): boolean {
  const calls = taskCalls(machine);
  let tasks = 0;
  const fits = (level: Scope): boolean =>
    level.states.every((state) => {
      if (state.type === 'Wait') return (getNumber(state.node, 'Seconds') ?? Infinity) < 10;
      if (state.type === 'Map' && (property(state.node, 'ItemReader') || isDistributed(state.scopes)))
        return false;
      if (state.type !== 'Task') return state.scopes.every(fits);
      const call = calls.get(state);
      tasks++;
      return (
        call?.arn.pattern === 'requestResponse' &&
        SHORT.test(call.name) &&
        !repeatedEffect(call) &&
        !addsEachTime(call)
      );
    });
  return fits(scope) && tasks > 0;
}

function isDistributed(scopes: readonly Scope[]): boolean {
  return scopes.some(
    ({ node }) => getString(getObject(node, 'ProcessorConfig'), 'Mode')?.value === 'DISTRIBUTED',
  );
}

/** Calls that are answered in well under a second and leave the same behind when they are made twice. */
const SHORT =
  /^(?:dynamodb:(?:get|put|update|delete|query|batchGet|batchWrite)\w*|s3:(?:get|put|head|copy|delete|list)\w*|sqs:(?:sendMessage|deleteMessage)|events:putEvents|ssm:(?:get|put)Parameter|kinesis:put\w*|firehose:put\w*)$/;
