import assert from 'node:assert/strict';
import { definition } from '../../src/language/definition';
import { LanguageDocument } from '../../src/language/document';
import { documentKind } from '../../src/language/documentKind';
import { folding } from '../../src/language/folding';
import { symbols, type OutlineSymbol } from '../../src/language/symbols';
import { documentAt, documentWith } from '../support/documents';
import { readyHcl } from '../support/hcl';

const NESTED = `StartAt: Fan
States:
  Fan:
    Type: Parallel
    Branches:
      - StartAt: Left
        States:
          Left: { Type: Succeed }
      - StartAt: Each
        States:
          Each:
            Type: Map
            ItemProcessor:
              StartAt: One
              States:
                One: { Type: Pass, End: true }
            End: true
    Next: Done
  Done:
    Type: Succeed
`;

const draw = (list: readonly OutlineSymbol[], depth = 0): string =>
  list
    .map(
      ({ name, detail, children }) => `${' '.repeat(depth)}${name} (${detail})\n${draw(children, depth + 1)}`,
    )
    .join('');

describe('outline', () => {
  it('shows states nested as they are', () => {
    const { document } = documentWith(NESTED, 'a.asl.yaml');
    const expected =
      'Fan (Parallel)\n Branch 1 (Left)\n  Left (Succeed)\n Branch 2 (Each)\n  Each (Map)\n   One (Pass)\nDone (Succeed)\n';
    assert.equal(draw(symbols(document)), expected);
  });

  it('holds names inside of their symbols', () => {
    const { document } = documentWith(NESTED, 'a.asl.yaml');
    const check = (list: readonly OutlineSymbol[]): void => {
      for (const { span, nameSpan, children } of list) {
        assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
        check(children);
      }
    };
    check(symbols(document));
  });

  it('stands half-typed text', () => {
    const { document } = documentWith('{"StartAt": "A", "States": {"A": {"Type": "Task", "Res');
    assert.equal(draw(symbols(document)), 'A (Task)\n');
  });

  for (const [path, text, folds] of [
    [
      'a.asl.json',
      '{\n "StartAt": "A",\n "States": {\n  "A": {\n   "Type": "Succeed"\n  }, "B": {\n   "Type": "Succeed"\n  }\n }\n}\n',
      ['0-8 {', '2-7 "States": {', '3-4 "A": {', '5-6 "B": {'],
    ],
    [
      'a.asl.yaml',
      'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Comment: |\n      a\n      b\n',
      ['1-6 States:', '2-6 A:', '4-6 Comment: |'],
    ],
    ['a.asl.json', '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}', []],
  ] as const) {
    it(`folds states, and lets closing brackets be seen, in ${JSON.stringify(text)}`, () => {
      const line = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
      const found = (folding(new LanguageDocument({ path, text })) ?? []).map(({ start, end }) => {
        const last = text[end - 1] === '\n' ? line(end) - 1 : line(end);
        return `${line(start)}-${last} ${text.slice(start).split('\n')[0]}`;
      });
      assert.deepEqual(found, folds);
    });
  }

  it('folds the states inside a template, and what is around them', () => {
    const { document } = documentWith(
      'Resources:\n  F:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: |\n        {\n          "StartAt": "A",\n          "States": {\n            "A": {\n              "Type": "Succeed"\n            }\n          }\n        }\n',
      'template.yaml',
    );
    const heads = (folding(document) ?? []).map(({ start }) => document.text.slice(start).split(/[\s:]/)[0]);
    assert.deepEqual(
      heads.filter((head, index) => head !== '{' && heads.indexOf(head) === index),
      ['Resources', 'F', 'Properties', 'DefinitionString', '"States"', '"A"'],
    );
  });

  it('folds the states that jsonencode of Terraform is given', async () => {
    await readyHcl();
    const { document } = documentWith(
      'resource "aws_sfn_state_machine" "f" {\n  definition = jsonencode({\n    StartAt = "A"\n    States = {\n      A = {\n        Type = "Succeed"\n      }\n    }\n  })\n}\n',
      'main.tf',
    );
    const heads = (folding(document) ?? []).map(({ start }) => document.text.slice(start).split(/\s/)[0]);
    assert.deepEqual(heads.slice(-2), ['States', 'A']);
  });

  it('leaves other files to the editor', () => {
    assert.equal(folding(documentWith('a:\n  - b\n', 'other.yaml').document), undefined);
    assert.equal(folding(documentWith('def f():\n    pass\n', 'f.py').document), undefined);
  });

  it('names what a document is', () => {
    const { document } = documentWith(NESTED, 'a.asl.yaml');
    assert.deepEqual(documentKind(document), {
      label: 'ASL · JSONPath',
      detail: '5 states',
      note: 'step-functions',
    });
    const named: readonly (readonly [string, string, string | undefined])[] = [
      ['b.json', '{"a": 1}', undefined],
      ['b.asl.json', '', 'ASL'],
      ['failed.eventpattern.json', '{"source": ["aws.glue"]}', 'Event pattern'],
      ['dags/a.py', 'from airflow import DAG\nwith DAG("a", schedule=None):\n    pass\n', 'Airflow DAG'],
      ['load.py', 'from awsglue.context import GlueContext\n', 'Glue script'],
      ['app.py', 'def lambda_handler(event, context):\n    return event["a"]\n', 'Lambda handler'],
      ['tools.py', 'import sys\n', undefined],
    ];
    for (const [path, text, label] of named)
      assert.equal(documentKind(documentWith(text, path).document)?.label, label, path);
  });
});

describe('definition', () => {
  const cases: [string, string, string | undefined][] = [
    ['StartAt', '{"StartAt": "|A", "States": {"A": {"Type": "Succeed"}}}', 'A'],
    [
      'Next',
      '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B|"}, "B": {"Type": "Succeed"}}}',
      'B',
    ],
    [
      'Default',
      '{"StartAt": "A", "States": {"A": {"Type": "Choice", "Default": "|B"}, "B": {"Type": "Succeed"}}}',
      'B',
    ],
    [
      'a choice rule',
      '{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Next": "|B"}]}, "B": {"Type": "Succeed"}}}',
      'B',
    ],
    [
      'a catcher',
      '{"StartAt": "A", "States": {"A": {"Type": "Task", "Catch": [{"Next": "|B"}]}, "B": {"Type": "Succeed"}}}',
      'B',
    ],
    ['an unknown name', '{"StartAt": "|X", "States": {"A": {"Type": "Succeed"}}}', undefined],
    [
      'a name of another level',
      '{"StartAt": "A", "States": {"A": {"Type": "Map", "Next": "|In", "ItemProcessor": {"StartAt": "In", "States": {"In": {"Type": "Succeed"}}}}}}',
      undefined,
    ],
  ];
  for (const [name, marked, target] of cases) {
    it(name, () => {
      const { document, offset } = documentAt(marked);
      const link = definition(document, offset);
      assert.equal(
        link && document.text.slice(link.targetName.start, link.targetName.end),
        target && `"${target}"`,
      );
    });
  }
});
