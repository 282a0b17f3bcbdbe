import { nearest } from '../../expressions/nearest';
import { lostReads, overwriting, shapeLine, type LostRead, type Shape } from '../../model/dataFlow';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { findingIn } from './expressionFinding';

export default defineRule({
  id: 'asl/unproduced-path',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A path leads to something that the states before it leave behind.',
  why: 'A path that leads to nothing ends the execution with States.Runtime, which no Catch can answer to; a JSONata expression that comes to nothing fails as well.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "ResultSelector": { "total.$": "$.«payload».total" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "ResultSelector": { "total.$": "$.Payload.total" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "Load", "States": { "Load": { "Type": "Pass", "Result": { "orderId": 7 }, "Next": "Ship" }, "Ship": { "Type": "Pass", "Parameters": { "id.$": "$.«orderID»" }, "End": true } } }',
      fixed:
        '{ "StartAt": "Load", "States": { "Load": { "Type": "Pass", "Result": { "orderId": 7 }, "Next": "Ship" }, "Ship": { "Type": "Pass", "Parameters": { "id.$": "$.orderId" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "Load", "States": { "Load": { "Type": "Pass", "Output": { "day": "2030-01-01" }, "Next": "Ship" }, "Ship": { "Type": "Pass", "Output": "{% $states.input.«order».id %}", "End": true } } }',
    },
    // The output of a nested execution is text, unless the ARN ends in ".sync:2".
    {
      text: '{ "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:x" }, "OutputPath": "$.Output.«total»", "End": true } } }',
    },
    {
      text: '{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }, { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } }], "Next": "C" }, "C": { "Type": "Pass", "InputPath": "$«[2]»", "End": true } } }',
    },
    // What a Parallel gives back is an array, behind which a name leads nowhere in JSONPath.
    {
      text: '{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "n": 1 }, "End": true } } }], "OutputPath": "$.«n»", "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "Each", "States": { "Each": { "Type": "Map", "Items": "{% [1, 2] %}", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "total": 1 }, "End": true } } }, "Output": "{% $states.result.«totals» %}", "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "Each", "States": { "Each": { "Type": "Map", "Items": "{% [1, 2] %}", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "total": 1 }, "End": true } } }, "Output": "{% $states.result.total %}", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "list": [{ "id": 1 }] }, "Next": "Each" }, "Each": { "Type": "Map", "ItemsPath": "$.list", "ItemSelector": { "id.$": "$$.Map.Item.Value.«ID»" }, "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "list": [{ "id": 1 }] }, "Next": "Each" }, "Each": { "Type": "Map", "ItemsPath": "$.list", "ItemSelector": { "id.$": "$$.Map.Item.Value.id" }, "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "Read", "States": { "Read": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "x" } } }, "ResultPath": "$.found", "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.found.«Items»", "End": true } } }',
      fixed:
        '{ "StartAt": "Read", "States": { "Read": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "x" } } }, "ResultPath": "$.found", "Next": "Ship" }, "Ship": { "Type": "Pass", "InputPath": "$.found.Item", "End": true } } }',
    },
    // The API itself calls it "DBInstances".
    {
      text: '{ "StartAt": "List", "States": { "List": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "Parameters": {}, "OutputPath": "$.«DBInstances»", "End": true } } }',
      fixed:
        '{ "StartAt": "List", "States": { "List": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "Parameters": {}, "OutputPath": "$.DbInstances", "End": true } } }',
    },
    {
      text: '{ "StartAt": "Try", "States": { "Try": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody": "m" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Tell" }], "End": true }, "Tell": { "Type": "Pass", "InputPath": "$.error.«cause»", "End": true } } }',
      fixed:
        '{ "StartAt": "Try", "States": { "Try": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody": "m" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Tell" }], "End": true }, "Tell": { "Type": "Pass", "InputPath": "$.error.Cause", "End": true } } }',
    },
  ],
  good: [
    // A service may answer with more than we know of.
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "OutputPath": "$.DurationInSeconds", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "x" } } }, "OutputPath": "$.Item.open.Bool", "End": true } } }',
    // What the machine is started with is not known.
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id.$": "$.order.id" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Variable": "$.retry", "BooleanEquals": true, "Next": "B" }], "Default": "C" }, "B": { "Type": "Pass", "Result": { "n": 1 }, "Next": "D" }, "C": { "Type": "Pass", "Result": { "id": 1 }, "Next": "D" }, "D": { "Type": "Pass", "InputPath": "$.id", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "list": [] }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "ids.$": "$.list[*].id" }, "End": true } } }',
  ],

  *check(machine) {
    for (const lost of lostReads(machine)) {
      const { node, steps, index, within } = lost;
      const step = steps.at(-1);
      if (!step || overwriting(machine, lost)) continue;
      const names = namesIn(within);
      const near = step.kind === 'name' ? nearest(step.name, names) : undefined;
      const suggestion = near && /^[A-Za-z_]\w*$/.test(near) ? near : undefined;
      const { start, end } = step;
      yield findingIn(machine.tree, node, { start, end, message: messageOf(lost, index, names), suggestion });
    }
  },
});

function namesIn({ object }: Shape): string[] {
  return [...(object?.fields ?? [])].filter(([, { shape }]) => shape.kinds !== 0).map(([name]) => name);
}

function messageOf(
  { node, start, within, steps }: LostRead,
  index: number,
  names: readonly string[],
): string {
  const step = steps.at(-1);
  const path = node.value.slice(start, step?.end) + closing(node.value, step?.end);
  // Between two steps stand dots, brackets and quotes.
  const around = node.value
    .slice(start, index === 0 ? step?.start : steps.at(-2)?.end)
    .replace(/[.['"`\s]+$/, '');
  if (within.array && step?.kind === 'index')
    return `"${path}" leads to nothing: there are ${within.array.tuple?.length ?? 0} items.`;
  if (!within.object || step?.kind === 'index')
    return `"${path}" leads to nothing: "${around}" is ${shapeLine(within)}.`;
  if (names.length === 0) return `"${path}" leads to nothing: there are no fields.`;
  return `"${path}" leads to nothing: there ${names.length === 1 ? 'is' : 'are'} ${listed(names, 5)}.`;
}

/** What closes a name in brackets. */
function closing(text: string, end = text.length): string {
  return /^['"]\]/.exec(text.slice(end, end + 2))?.[0] ?? '';
}
