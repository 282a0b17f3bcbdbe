import assert from 'node:assert/strict';
import { codeLenses } from '../../src/language/codeLenses';
import { LanguageDocument } from '../../src/language/document';
import { formatting } from '../../src/language/formatting';
import { onTypeFormatting } from '../../src/language/onTypeFormatting';
import { inlayHints } from '../../src/language/inlayHints';
import { selectionRanges } from '../../src/language/selectionRanges';
import { semanticTokens } from '../../src/language/semanticTokens';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { applyEdits } from '../../src/syntax/edit';
import { documentAt, documentWith } from '../support/documents';
import { readyHcl } from '../support/hcl';
import { writeMarks } from '../support/marks';

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

describe('semantic tokens', () => {
  it('name what only the meaning tells', () => {
    const marked =
      '{"StartAt": "«A»", "States": {"«A»": {"Type": "Task", "Resource": "«Fn»", "Assign": {"«n»": 1}, "Parameters": {"x.$": "«States.Format»(\'{}\', «$n»)"}, "Retry": [{"ErrorEquals": ["«States.Timeout»", "«Mine»"]}], "Next": "«B»"}, "«B»": {"Type": "Succeed"}}}';
    const { document, spans } = documentWith(marked.replace('"«Fn»"', '"${«Fn»}"'));
    const tokens = semanticTokens(document);
    assert.equal(
      writeMarks(
        document.text,
        tokens.map(({ span }) => span),
      ),
      writeMarks(document.text, spans),
    );
    assert.deepEqual(
      tokens.map(({ type, modifier = '' }) => `${type} ${modifier}`.trim()),
      [
        'function',
        'function declaration',
        'parameter',
        'variable declaration',
        'method defaultLibrary',
        'variable',
        'enumMember defaultLibrary',
        'enumMember',
        'function',
        'function declaration',
      ],
    );
  });
});

describe('code lenses', () => {
  it('count the transitions that lead to a state', () => {
    const text =
      '{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Next": "B"}, {"Next": "B"}]}, "B": {"Type": "Succeed"}, "C": {"Type": "Succeed"}}}';
    const lenses = codeLenses(new LanguageDocument({ path: 'a.asl.json', text }));
    assert.deepEqual(
      lenses.map(({ title }) => title),
      ['1 transition leads here', '2 transitions lead here'],
    );
  });
});

describe('selection', () => {
  it('grows from the word to the definition', () => {
    const { document, offset } = documentAt('{"StartAt": "A", "States": {"A": {"Type": "Su|cceed"}}}');
    const found = selectionRanges(document, offset).map(({ start, end }) => document.text.slice(start, end));
    assert.deepEqual(found.slice(0, 5), [
      'Succeed',
      '"Succeed"',
      '"Type": "Succeed"',
      '{"Type": "Succeed"}',
      '"A": {"Type": "Succeed"}',
    ]);
    assert.equal(found[found.length - 1], document.text);
  });
});

describe('formatting', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const formatted = (text: string, path: string): string =>
    applyEdits(text, formatting(new LanguageDocument({ path, text }), options));

  for (const [path, text] of [
    ['a.asl.json', '{"StartAt":"A",\r\n"States":{"A":{"Type":"Succeed"}}}'],
    ['a.eventpattern.json', '{"source":["aws.s3"],"detail":{"object":{"size":[1]}}}'],
    [
      'a.asl.yaml',
      '# top\nStartAt:   A # behind\nStates:\n    A:\n        Type: Pass\n        Comment: >-\n          folded\n          text\n        Result: {a: 1}\n        End: true\n',
    ],
  ]) {
    it(`changes nothing a second time in ${path}`, () => {
      const once = formatted(text, path);
      assert.notEqual(once, text);
      assert.equal(formatted(once, path), once);
    });
  }

  it('keeps comments', () => {
    assert.match(
      formatted('# top\nStartAt:   A # behind\nStates: {}\n', 'a.asl.yaml'),
      /# top\nStartAt: A # behind/,
    );
  });

  it('takes a placeholder for one value', () => {
    const text = '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Delay},"End":true}}}';
    const once = formatted(text, 'a.asl.json');
    assert.match(once, /^ {6}"Seconds": \$\{Delay\},$/m);
    assert.equal(formatted(once, 'a.asl.json'), once);
  });

  it('leaves text alone that cannot be read', () => {
    assert.equal(formatted('{"StartAt":', 'a.asl.json'), '{"StartAt":');
  });
});

describe('formatting of a range', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const formatted = (marked: string, path: string): string => {
    const { document, spans } = documentWith(marked, path);
    return applyEdits(document.text, formatting(document, options, spans[0]));
  };

  it('changes nothing outside of it', () => {
    assert.equal(
      formatted('{"StartAt":"A",\n«"States":{"A":{"Type":"Succeed"}}»\n,"Comment":1}', 'a.asl.json'),
      '{"StartAt":"A",\n"States": {\n  "A": {\n    "Type": "Succeed"\n  }\n}\n,"Comment":1}',
    );
  });

  it('leaves the indentation of YAML, which belongs to all lines', () => {
    const marked =
      'StartAt:   A\nStates:\n    A:\n«        Type:   Pass # why\n        Result: {a:   1}\n»        End:   true\n';
    const once = formatted(marked, 'a.asl.yaml');
    assert.equal(
      once,
      'StartAt:   A\nStates:\n    A:\n        Type: Pass # why\n        Result: { a: 1 }\n        End:   true\n',
    );
  });
});

describe('formatting on type', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const typed = (marked: string, sign: string, path: string): string => {
    const { document, offset } = documentAt(marked, path);
    return applyEdits(document.text, onTypeFormatting(document, offset, sign, options));
  };

  const cases: readonly [path: string, sign: string, marked: string, after: string][] = [
    ['a.asl.json', '\n', '{\n  "StartAt":"A" ,\n|\n}', '{\n  "StartAt": "A",\n\n}'],
    [
      'a.asl.json',
      '\n',
      '{\n  "States":{ "A":{"Type":"Succeed"} },\n|',
      '{\n  "States": { "A": { "Type": "Succeed" } },\n',
    ],
    [
      'a.asl.json',
      '}',
      '{\n  "States": {\n"A": {\n"Type": "Pass"\n}|\n',
      '{\n  "States": {\n"A": {\n  "Type": "Pass"\n}\n',
    ],
    // Indentation is the editor's, whatever the settings say.
    ['a.asl.json', '\n', '{\n   "StartAt":"A",\n   |\n}', '{\n   "StartAt": "A",\n   \n}'],
    ['a.asl.json', '}', '{ "States": { "A": {}|, "B":{} } }', '{ "States": { "A": {}, "B":{} } }'],
    [
      'a.asl.json',
      ']',
      '{ "States": {"A": {"Retry": [{"ErrorEquals": ["a","b"]}]| } } }',
      '{ "States": { "A": { "Retry": [{ "ErrorEquals": ["a", "b"] }] } } }',
    ],
    [
      'a.asl.json',
      '}',
      '{\n "States": {\n "A": {\n "Type":"Pass"\n }\n }|\n}',
      '{\n "States": {\n "A": {\n "Type": "Pass"\n }\n }\n}',
    ],
    ['a.asl.yaml', '\n', 'StartAt:    A   \n|', 'StartAt: A\n'],
    [
      'a.asl.yaml',
      '\n',
      'Comment: |-\n  a:    b\n  |\nStartAt: A\n',
      'Comment: |-\n  a:    b\n  \nStartAt: A\n',
    ],
  ];
  for (const [path, sign, marked, after] of cases) {
    it(`lays out ${JSON.stringify(marked)}`, () => {
      const once = typed(marked.replaceAll('|-', '||-'), sign, path);
      assert.equal(once, after);
    });
  }
});
