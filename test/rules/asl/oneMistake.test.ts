import assert from 'node:assert/strict';
import { lint } from '../../../src/rules/run';

/** One mistake in a definition, and the one rule that tells it. */
const mistakes: [rule: string, definition: string][] = [
  [
    'asl/unknown-target',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Lod" }, "Load": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }',
  ],
  [
    'asl/unknown-target',
    '{ "StartAt": "Lod", "States": { "Load": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }',
  ],
  [
    'asl/missing-transition',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass" }, "B": { "Type": "Pass", "End": true } } }',
  ],
  ['asl/missing-transition', '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": false } } }'],
  [
    'asl/unknown-state-type',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Suceed" } } }',
  ],
  [
    'asl/no-end-state',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Next": "A" }, "Unused": { "Type": "Pass", "Next": "A" } } }',
  ],
  [
    'asl/unknown-field',
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Varable": "$.a", "IsNull": true, "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
  ],
  [
    'asl/unknown-field',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Nxt": "B" }, "B": { "Type": "Succeed" } } }',
  ],
  ['asl/unknown-field', '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Ende": true } } }'],
  [
    'asl/choice-condition',
    '{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
  ],
  [
    'asl/choice-condition',
    '{ "QueryLanguage": "JSONata", "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a[*]", "IsNull": "x", "Next": "A" }], "Default": "A" }, "A": { "Type": "Succeed" } } }',
  ],
  [
    'asl/jsonpath-syntax',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "ResultPath": "a[*]", "End": true } } }',
  ],
  [
    'asl/reference-path',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "ResultPath": "$.a[*]..b[0:1]", "End": true } } }',
  ],
  [
    'asl/payload-key-suffix',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": { "b.$": "$.c" } }, "End": true } } }',
  ],
  [
    'asl/intrinsic-function',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "States.Nope(States.Array(1)" }, "End": true } } }',
  ],
  [
    'asl/jsonata-syntax',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% order + $nope( %}", "End": true } } }',
  ],
  [
    'asl/variable-name',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "a-b": 1 }, "End": true } } }',
  ],
];

describe('one mistake is told once', () => {
  for (const [rule, text] of mistakes) {
    it(`${rule}: ${text.slice(text.indexOf('"States"') + 10, -2)}`, () => {
      const errors = lint({ path: 'x.asl.json', text }).filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map((error) => error.rule),
        [rule],
        errors.map(({ message }) => message).join('\n'),
      );
    });
  }
});
