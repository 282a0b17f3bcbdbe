import assert from 'node:assert/strict';
import { lint } from '../../../src/rules/run';
import { applyEdits } from '../../../src/syntax/edit';

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

describe('the line break at the end of a block of YAML is taken out by the head of the block', () => {
  const BLOCKS: Readonly<Record<string, string>> = { '|': '|-', '>': '>-', '|+': '|-', '|2': '|2-' };
  for (const [head, mended] of Object.entries(BLOCKS)) {
    it(head, () => {
      const text = (written: string): string =>
        `QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Output: ${written}\n      {% $states.input\n        .a %}\n    End: true\n`;
      const [found] = lint({ path: 'x.asl.yaml', text: text(head) });
      const [fix] = found.fixes;
      assert.equal(fix.title, 'Remove the line break');
      assert.equal(
        applyEdits(
          text(head),
          fix.edits.flatMap((edit) => edit ?? []),
        ),
        text(mended),
      );
      assert.deepEqual(lint({ path: 'x.asl.yaml', text: text(mended) }), []);
    });
  }

  it('with blanks before it the text is written anew', () => {
    const machine = (output: string): string =>
      `QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Output: ${output}\n    End: true\n`;
    const text = machine('|\n      {% $states.input %}  ');
    const [{ fixes }] = lint({ path: 'x.asl.yaml', text });
    const edits = fixes[0].edits.flatMap((edit) => edit ?? []);
    assert.equal(applyEdits(text, edits), machine('"{% $states.input %}"'));
  });
});
