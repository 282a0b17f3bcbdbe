import { lostReads, overwriting } from '../../model/dataFlow';
import type { State } from '../../model/stateMachine';
import { defineRule } from '../rule';
import { spanIn } from './expressionFinding';

export default defineRule({
  id: 'asl/overwritten-input',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A result does not take the place of what a later state reads.',
  why: 'Without "ResultPath" the result of a task is all that the next state gets, and with it the result replaces what stood there. A path into what is gone ends the execution.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html',
  bad: [
    // "lambda:invoke" gives back what the function returns under "Payload", and nothing of the input.
    {
      text: '{ "StartAt": "Note", "States": { «"Note"»: { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "note", "Payload.$": "$" }, "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
    },
    {
      text: '{ "StartAt": "Note", "States": { "Note": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.text" }, "ResultSelector": { "sent.$": "$.MessageId" }, «"ResultPath": "$.order"», "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
    },
    {
      text: '{ "StartAt": "Both", "States": { «"Both"»: { "Type": "Parallel", "ResultSelector": { "all.$": "$" }, "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }], "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "Note", "States": { "Note": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.text" }, "ResultSelector": { "sent.$": "$.MessageId" }, "ResultPath": "$.sent", "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
    // A function may well give back what it was given.
    '{ "StartAt": "Note", "States": { "Note": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:note", "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
  ],

  *check(machine) {
    const told = new Set<State>();
    for (const lost of lostReads(machine)) {
      const found = overwriting(machine, lost);
      if (!found || told.has(found.state)) continue;
      told.add(found.state);
      const { state, resultPath } = found;
      const path = lost.node.value.slice(lost.start, lost.end);
      const what =
        resultPath?.value?.kind === 'string' && resultPath.value.value !== '$'
          ? `"${resultPath.value.value}"`
          : 'the whole input';
      yield {
        span: resultPath ? resultPath.span : state.key.span,
        message: `The result of "${state.name}" takes the place of ${what}, and "${lost.state.name}" reads "${path}".`,
        related: [
          { span: spanIn(lost.node, lost.start, lost.end), message: 'This leads to nothing any more.' },
        ],
      };
    }
  },
});
