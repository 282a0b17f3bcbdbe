import { defineRule } from '../rule';
import { findingsIn } from './expressionFinding';

export default defineRule({
  id: 'asl/jsonpath-syntax',
  subject: 'path',
  severity: 'error',
  summary: 'What stands where a path belongs is a JSONPath.',
  why: 'A path that cannot be read, or that does not start with "$", is refused when the definition is deployed.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "«order»", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id.$": "$.orders«[»0" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "OutputPath": "$.a[«b»].c", "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "OutputPath": "$.a[\'b\'].c", "End": true } } }',
    },
    {
      text: '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "«States.ArrayLength($.a)»", "NumericEquals": 0, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$.a[?(@.b > 1)].c", "OutputPath": null, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "${Path}", "OutputPath": "$$.Execution.Input", "End": true } } }',
  ],

  check({ kind, node, parsed }, { machine: { tree } }) {
    // What is no path but might have been a function, other rules say more about.
    if (kind === 'pathOrIntrinsic' && !node.value.startsWith('$')) return undefined;
    return findingsIn(tree, node, parsed.problems, true);
  },
});
