import { executionType } from '../../model/executionType';
import { addsEachTime, repeatedEffect } from '../../model/sideEffects';
import { taskCalls, type TaskCall } from '../../model/taskCalls';
import { defineRule } from '../rule';

export default defineRule({
  id: 'orchestration/standard-express-misfit',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'What must not happen twice runs in a Standard execution.',
  why: 'An Express execution that was started asynchronously, or as the child of a Distributed Map, runs at least once: now and then a step runs twice. Standard executions run each step once, and a token of the request makes a second call harmless.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  note: 'step-functions#standard-and-express',
  bad: [
    {
      text: '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:states:::aws-sdk:sesv2:sendEmail"», "Parameters": { "Content": {} }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"arn:aws:states:::dynamodb:updateItem"», "Parameters": { "TableName": "t", "Key": {}, "UpdateExpression": "ADD balance :n" }, "End": true } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sesv2:sendEmail", "Parameters": { "Content": {} }, "End": true } } }',
    '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "Parameters": { "TableName": "t", "Key": {}, "UpdateExpression": "ADD balance :n", "ConditionExpression": "attribute_not_exists(paid)" }, "End": true } } }',
    '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "m", "MessageDeduplicationId.$": "$.id" }, "End": true } } }',
  ],

  *check(machine) {
    if (machine.type !== 'EXPRESS' && !machine.scopes.some(({ distributed }) => distributed)) return;
    for (const [state, call] of taskCalls(machine)) {
      if (executionType(machine, state.scope) !== 'EXPRESS') continue;
      const twice = effectOf(call);
      if (!twice) continue;
      yield {
        span: call.node.span,
        message: `An Express execution may run "${state.name}" twice, and there is then a second ${twice}.`,
        // Whether somebody waits for the answer, so that it runs once, is not to be seen here.
        severity: machine.type === 'EXPRESS' && twice !== ADDITION ? 'info' : undefined,
      };
    }
  },
});

const ADDITION = 'addition';

function effectOf(call: TaskCall): string | undefined {
  return addsEachTime(call) ? ADDITION : repeatedEffect(call)?.twice;
}
