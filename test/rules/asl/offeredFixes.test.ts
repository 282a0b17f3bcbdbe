import assert from 'node:assert/strict';
import { lint } from '../../../src/rules/run';

const TASK = '"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "End": true';
const machine = (state: string): string =>
  `{ "StartAt": "A", "States": { "A": { ${state} }, "B": { "Type": "Succeed" } } }`;

/** What is offered for the first finding of a rule: nothing where a change would leave another mistake. */
const offers: readonly [rule: string, state: string, titles: readonly string[]][] = [
  ['asl/field-type', '"Type": "Pass", "InputPath": 1, "Next": "B"', []],
  ['asl/field-type', '"Type": "Wait", "Timestamp": 1704067200, "Next": "B"', []],
  ['asl/field-type', '"Type": "Fail", "Cause": 1', ['Change to "1"']],
  [
    'asl/states-all-position',
    `${TASK}, "Retry": [{ "ErrorEquals": ["States.ALL"] }, { "ErrorEquals": ["E"] }]`,
    ['Move it to the end'],
  ],
  [
    'asl/states-all-position',
    `${TASK}, "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 }, { "ErrorEquals": ["States.ALL"] }]`,
    [],
  ],
  [
    'asl/mixed-query-language',
    '"Type": "Choice", "Choices": [{ "Variable": "$.a", "IsNull": true, "Next": "B" }], "Output": 1, "Default": "B"',
    [],
  ],
  ['asl/mixed-query-language', '"Type": "Pass", "Assign": { "a.$": "$.b" }, "Output": 1, "Next": "B"', []],
  [
    'asl/mixed-query-language',
    '"Type": "Pass", "Assign": { "a": 1 }, "Output": 1, "Next": "B"',
    ['Write "A" in JSONata'],
  ],
  [
    'asl/mixed-query-language',
    `${TASK}, "Output": 1, "Catch": [{ "ErrorEquals": ["E"], "ResultPath": "$.error", "Next": "B" }]`,
    [],
  ],
];

describe('a fix is offered where it mends', () => {
  for (const [rule, state, titles] of offers) {
    it(`${rule}: ${state}`, () => {
      const found = lint({ path: 'x.asl.json', text: machine(state) }).find((one) => one.rule === rule);
      assert.deepEqual(
        found?.fixes.map(({ title }) => title),
        titles,
      );
    });
  }
});
