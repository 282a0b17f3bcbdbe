import { dataFlow, lostReads, overwriting, type Overwriting } from '../../model/dataFlow';
import { inputReads } from '../../model/inputReads';
import type { State, StateMachine } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule, type Fix } from '../rule';
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
      fixed:
        '{ "StartAt": "Note", "States": { "Note": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "note", "Payload.$": "$" }, "ResultPath": "$.noteResult", "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
    },
    {
      text: '{ "StartAt": "Note", "States": { "Note": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.text" }, "ResultSelector": { "sent.$": "$.MessageId" }, «"ResultPath": "$.order"», "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
      fixed:
        '{ "StartAt": "Note", "States": { "Note": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.text" }, "ResultSelector": { "sent.$": "$.MessageId" }, "ResultPath": "$.noteResult", "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
    },
    {
      text: '{ "StartAt": "Both", "States": { «"Both"»: { "Type": "Parallel", "ResultSelector": { "all.$": "$" }, "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }], "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
      fixed:
        '{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "ResultSelector": { "all.$": "$" }, "ResultPath": "$.bothResult", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }], "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.order.id", "End": true } } }',
    },
    // The result is read at the top too, so that it cannot simply move.
    {
      text: '{ "StartAt": "Note", "States": { «"Note"»: { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "note" }, "Next": "Ship" }, "Ship": { "Type": "Pass", "Parameters": { "a.$": "$.order.id", "b.$": "$.Payload" }, "End": true } } }',
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
        fixes: besideInput(machine, found),
      };
    }
  },
});

/** The result under a name of its own, unless somebody reads it where it is. */
function besideInput(machine: StateMachine, { state, resultPath }: Overwriting): Fix[] {
  const data = dataFlow(machine).at(state);
  const isRead = (name: string): boolean =>
    [...inputReads(machine)].some(
      ([reader, reads]) => reader !== state && reads.some(({ names }) => names[0] === name),
    );
  const result = data?.selected ?? data?.result;
  const names = [...(result?.object?.fields.keys() ?? [])];
  const name = nameFor(state);
  if (!name || isRead(name) || data?.input.object?.fields.has(name)) return [];
  if (!resultPath && names.some(isRead)) return [];
  const path = `$.${name}`;
  const editor = new TreeEditor(machine.tree);
  const before = ['ResultSelector', 'Parameters', 'Resource', 'Type'].map((key) => property(state.node, key));
  const edit = resultPath?.value
    ? editor.replace(resultPath.value, path)
    : editor.add(state.node, 'ResultPath', path, before.find(Boolean));
  return [{ title: `Put the result at "${path}", beside the input`, edits: [edit] }];
}

/** `Check stock` becomes `checkStockResult`. */
function nameFor({ name }: State): string | undefined {
  const [first, ...others] = name.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  if (!first) return undefined;
  const words = others.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${first.charAt(0).toLowerCase()}${first.slice(1)}${words.join('')}Result`;
}
