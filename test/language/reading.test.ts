import assert from 'node:assert/strict';
import { codeLenses } from '../../src/language/codeLenses';
import { LanguageDocument } from '../../src/language/document';
import { formatting } from '../../src/language/formatting';
import { inlayHints } from '../../src/language/inlayHints';
import { selectionRanges } from '../../src/language/selectionRanges';
import { applyEdits } from '../../src/syntax/edit';
import { documentAt } from '../support/documents';

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
  ];
  for (const [fields, label] of cases)
    it(`says "${label}"`, () => assert.deepEqual(hints(retrier(fields)), [label]));

  it('guesses nothing of what is filled in from outside', () => {
    assert.deepEqual(hints(retrier(', "MaxAttempts": ${Attempts}')), []);
  });

  it('says what a schedule of a template means', () => {
    const text =
      'Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: cron(0 8 ? * MON *)\n';
    const [label] = hints(text, 'template.yaml');
    assert.match(label, /08:00.*Monday/);
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
