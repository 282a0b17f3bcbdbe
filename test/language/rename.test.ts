import assert from 'node:assert/strict';
import { references } from '../../src/language/references';
import { rename, renameTarget } from '../../src/language/rename';
import { variablesOf } from '../../src/model/variables';
import { applyEdits } from '../../src/syntax/edit';
import { LanguageDocument } from '../../src/language/document';
import { readyHcl } from '../support/hcl';
import { readCursor } from '../support/marks';

function renamed(marked: string, name: string, path = 'a.asl.json'): string {
  const { text, offset } = readCursor(marked);
  const result = rename(new LanguageDocument({ path, text }), offset, name);
  assert.ok(result, 'nothing to rename');
  return 'refusal' in result ? result.refusal : applyEdits(text, result.edits);
}

describe('rename', () => {
  const states = (start: string, next: string, key: string): string =>
    `{"StartAt": "${start}", "States": {"A": {"Type": "Choice", "Choices": [{"Next": "${next}"}], "Default": "A"}, "${key}": {"Type": "Pass", "Result": "B", "Next": "A"}}}`;

  it('changes a state wherever it is named, and nothing else', () => {
    assert.equal(renamed(states('A', 'B|', 'B'), 'Load "it"'), states('A', 'Load \\"it\\"', 'Load \\"it\\"'));
    assert.equal(renamed(states('B', 'B', '|B'), 'C'), states('C', 'C', 'C'));
  });

  it('keeps states of other levels that have the same name', () => {
    const text = (outer: string): string =>
      `{"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": true}}}, "Next": "${outer}"}, "${outer}": {"Type": "Succeed"}}}`;
    assert.equal(renamed(text('X').replace('"Next": "X"', '"Next": "X|"'), 'Y'), text('Y'));
  });

  it('keeps the style of YAML, comments and aliases', () => {
    const text = (name: string): string =>
      `StartAt: A # ${'B'}\nStates:\n  A:\n    Type: Task\n    Resource: x\n    Catch: &c\n      - ErrorEquals: [States.ALL]\n        Next: ${name} # B\n    Next: C\n  C:\n    Type: Task\n    Resource: x\n    Catch: *c\n    End: true\n  ${name}:\n    Type: Succeed\n`;
    assert.equal(renamed(text('B').replace('Next: B #', 'Next: |B #'), 'Bee', 'a.asl.yaml'), text('Bee'));
    assert.equal(renamed(text('B').replace('Next: B #', 'Next: |B #'), 'yes', 'a.asl.yaml'), text('"yes"'));
  });

  it('changes a variable in paths, intrinsic functions and JSONata, in every form of string', () => {
    const text = (name: string): string =>
      `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"${name}.$": "$.a"}, "Next": "B"}, "B": {"Type": "Pass", "Parameters": {"x.$": "States.Format('{}', $${name}.b)", "y.$": "$${name}", "z": "$${name}"}, "Next": "C"}, "C": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% \\"$n\\" & $${name} & $string($${name}.n) %}", "End": true}}}`;
    assert.equal(
      renamed(text('n').replace('"n.$"', '"|n.$"'), 'count'),
      text('count').replace('"z": "$count"', '"z": "$n"'),
    );
    const yaml = (name: string): string =>
      `QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Assign:\n      ${name}: 1\n    Next: B\n  B:\n    Type: Pass\n    Output: |-\n      {% $${name} +\n         $${name} %}\n    End: true\n`;
    assert.equal(
      renamed(yaml('a').replace('|-', '||-').replace('      a: 1', '      |a: 1'), 'total', 'a.asl.yaml'),
      yaml('total'),
    );
  });

  it('keeps variables of branches that do not see each other apart', () => {
    const text = (left: string): string =>
      `{"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [{"StartAt": "L", "States": {"L": {"Type": "Pass", "Assign": {"${left}": 1}, "Next": "L2"}, "L2": {"Type": "Pass", "Output": "{% $${left} %}", "End": true}}}, {"StartAt": "R", "States": {"R": {"Type": "Pass", "Assign": {"v": 1}, "Next": "R2"}, "R2": {"Type": "Pass", "Output": "{% $v %}", "End": true}}}], "End": true}}}`;
    assert.equal(renamed(text('v').replace('{% $v', '{% $|v'), 'w'), text('w'));
  });

  it('says why a name is refused', () => {
    assert.equal(renamed(states('A', 'B|', 'B'), 'A'), 'There is a state "A" already.');
    assert.match(renamed(states('A', 'B|', 'B'), 'x'.repeat(81)), /at most 80/);
    const text =
      '{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"|a": 1, "b": 2}, "End": true}}}';
    assert.equal(renamed(text, 'b'), 'There is a variable "$b" already.');
    assert.match(renamed(text, 'states'), /keeps for itself/);
  });

  /** Definitions with a variable "day", at whose first place the cursor is. */
  const WITH_DAY: readonly (readonly [title: string, path: string, text: string])[] = [
    [
      'lines of YAML',
      'a.asl.yaml',
      `StartAt: A\nStates:\n  A:\n    Type: Pass\n    Assign:\n      day: 1\n    Next: B\n  B:\n    Type: Pass\n    Assign:\n      day.$: $day\n    InputPath: $day\n    Parameters:\n      on.$: States.Format('{}{}', $day, $day)\n    End: true\n`,
    ],
    [
      'braces in YAML',
      'a.asl.yaml',
      `QueryLanguage: JSONata\nStartAt: A\nStates:\n  A: { Type: Pass, Assign: { day: 1, "other": 2 }, Next: B }\n  B: { Type: Pass, Assign: { 'day': "{% $day + $day %}" }, Output: '{% $day %}', End: true }\n`,
    ],
    [
      'JSON',
      'a.asl.json',
      `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "day.$": "$.day" }, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$day", "End": true } } }`,
    ],
    [
      'Terraform',
      'main.tf',
      `resource "aws_sfn_state_machine" "f" {\n  definition = jsonencode({\n    StartAt = "A"\n    States = {\n      A = { Type = "Pass", Assign = { day = 1 }, Next = "B" }\n      B = { Type = "Pass", InputPath = "$day", End = true }\n    }\n  })\n}\n`,
    ],
  ];
  for (const [title, path, text] of WITH_DAY) {
    for (const name of ['n', 'Y', 'yes', 'on', 'null', 'true', 'for', 'hours']) {
      it(`gives a variable in ${title} the name "${name}", with the quotes that it needs`, async () => {
        await readyHcl();
        const before = new LanguageDocument({ path, text });
        const result = rename(before, text.indexOf('day') + 1, name);
        assert.ok(result && 'edits' in result, JSON.stringify(result));
        const after = new LanguageDocument({ path, text: applyEdits(text, result.edits) });
        assert.deepEqual(after.located.tree?.problems, [], after.text);
        const isWord = name === 'for' || name === 'hours';
        if (title === 'lines of YAML') assert.ok(after.text.includes(`${isWord ? name : `"${name}"`}: 1`));
        const names = ({ located }: LanguageDocument): string[] => {
          const { assignments, reads } = variablesOf(located.stateMachines[0]);
          return [...assignments, ...reads].map((one) => one.name);
        };
        assert.deepEqual(
          names(after),
          names(before).map((one) => (one === 'day' ? name : one)),
          after.text,
        );
      });
    }
  }

  it('is offered at the sign of a variable and at the quotes of its key', () => {
    for (const cursor of ['{% |$total', '{ |"total"', '"total"|:', '$total| ']) {
      const marked =
        '{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": { "total": "{% $total %}" }, "End": true}}}';
      const text = marked.replace(cursor.replace('|', ''), cursor);
      const { offset } = readCursor(text);
      const target = renameTarget(new LanguageDocument({ path: 'a.asl.json', text: marked }), offset);
      assert.equal(target && marked.slice(target.span.start, target.span.end), 'total', cursor);
    }
  });

  it('offers the name without quotes', () => {
    const { text, offset } = readCursor(states('A', '|B', 'B'));
    const target = renameTarget(new LanguageDocument({ path: 'a.asl.json', text }), offset);
    assert.equal(target && text.slice(target.span.start, target.span.end), 'B');
  });
});

describe('references', () => {
  it('tells the definition from what names it', () => {
    const { text, offset } = readCursor(
      '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B|"}, "B": {"Type": "Succeed"}}}',
    );
    const found = references(new LanguageDocument({ path: 'a.asl.json', text }), offset);
    assert.deepEqual(
      found.map(({ role, span }) => [role, text.slice(span.start, span.end)]),
      [
        ['reference', 'B'],
        ['definition', 'B'],
      ],
    );
  });
});
