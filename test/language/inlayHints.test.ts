import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { inlayHints } from '../../src/language/inlayHints';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { readyHcl } from '../support/hcl';

const retrier = (fields: string): string =>
  `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "x", "Retry": [{"ErrorEquals": ["States.ALL"]${fields}}], "End": true}}}`;

function hints(text: string, path = 'a.asl.json'): string[] {
  return inlayHints(new LanguageDocument({ path, text }), { start: 0, end: text.length }).map(
    ({ label }) => label,
  );
}

describe('inlay hints', () => {
  const cases: [fields: string, label: string][] = [
    ['', '3 × · waits 7 s'],
    [', "IntervalSeconds": 60, "MaxAttempts": 5, "BackoffRate": 2', '5 × · waits 31 min'],
    [
      ', "IntervalSeconds": 10, "MaxAttempts": 4, "BackoffRate": 10, "MaxDelaySeconds": 30',
      '4 × · waits 100 s',
    ],
    [', "MaxAttempts": 0', 'no retry'],
    [', "MaxAttempts": 5000, "BackoffRate": 1', '5000 × · waits 83.3 min'],
    [', "MaxAttempts": 100', '100 × · waits over a year'],
    [', "JitterStrategy": "FULL"', '3 × · waits up to 7 s'],
  ];
  for (const [fields, label] of cases)
    it(`says "${label}"`, () => assert.deepEqual(hints(retrier(fields)), [label]));

  it('stands behind the comma that ends a line', () => {
    const machine =
      '{\n  "StartAt": "A",\n  "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}\n}';
    for (const [text, before] of [
      [machine, '"A",'],
      [machine.replaceAll('\n', '\r\n'), '"A",'],
      [machine.replaceAll('\n', ' '), '"A"'],
    ]) {
      const [{ offset }] = inlayHints(new LanguageDocument({ path: 'a.asl.json', text }), {
        start: 0,
        end: text.length,
      });
      assert.equal(text.slice(0, offset).slice(-before.length), before);
    }
  });

  it('guesses nothing of what is filled in from outside, and nothing behind a mistake', () => {
    for (const fields of [
      '"MaxAttempts": -1',
      '"MaxAttempts": 2.5',
      '"BackoffRate": 0.5',
      '"IntervalSeconds": 0',
    ])
      assert.deepEqual(hints(retrier(`, ${fields}`)), []);
    assert.deepEqual(hints(retrier(', "MaxAttempts": ${Attempts}')), []);
  });

  it('says what a schedule of a template means', () => {
    const text =
      'Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: cron(0 8 ? * MON *)\n';
    const [label] = hints(text, 'template.yaml');
    assert.match(label, /08:00.*Monday/);
  });
});

describe('inlay hints of transitions', () => {
  const of = (states: string): string[] => hints(`{"StartAt": "A", "States": {${states}}}`);
  const cases: readonly (readonly [states: string, labels: readonly string[]])[] = [
    ['"A": {"Type": "Succeed"}', []],
    ['"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}', ['2 transitions']],
    [
      '"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Succeed"}',
      ['2–3 transitions'],
    ],
    [
      '"A": {"Type": "Wait", "Seconds": 5, "Next": "B"}, "B": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "A"}], "Default": "C"}, "C": {"Type": "Succeed"}',
      ['3 transitions or more'],
    ],
    [
      '"A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}, {"StartAt": "C", "States": {"C": {"Type": "Pass", "Next": "D"}, "D": {"Type": "Succeed"}}}]}',
      ['4 transitions'],
    ],
    [
      '"A": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Succeed"}}}}',
      ['1 transition, and those of items', '2 transitions an item'],
    ],
    ['"A": {"Type": "Pass", "Next": "Nowhere"}, "B": {"Type": "Succeed"}', []],
  ];
  for (const [states, labels] of cases)
    it(`are ${labels.join(' and ') || 'none'} for ${states}`, () => assert.deepEqual(of(states), labels));
});

describe('inlay hints of substitutions', () => {
  before(readyHcl);

  it('show what the template says', () => {
    const text =
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  Load: { Type: AWS::Serverless::Function }\n  F:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionSubstitutions: { Stage: test, LoadArn: !GetAtt Load.Arn }\n      Definition:\n        StartAt: A\n        States:\n          A: { Type: Task, Resource: "${LoadArn}", Comment: "${Stage}", End: true }\n';
    assert.deepEqual(hints(text, 'template.yaml'), ['= Load.Arn', '= test']);
  });

  it('show what a template of the workspace says', () => {
    const index = new WorkspaceIndex();
    const text = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Comment": "${Stage}", "End": true}}}';
    const document = new LanguageDocument({ path: 'flow.asl.json', text });
    index.update(document);
    index.update({
      path: 'main.tf',
      text: 'resource "aws_sfn_state_machine" "f" {\n  definition = templatefile("flow.asl.json", { Stage = "prod" })\n}\n',
    });
    const found = inlayHints(document, { start: 0, end: text.length }, undefined, new Date(), index.graph);
    assert.deepEqual(
      found.map(({ label, offset }) => [label, text.slice(0, offset).slice(-8)]),
      [['= prod', '${Stage}']],
    );
  });
});
