import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { formatting } from '../../src/language/formatting';
import { onTypeFormatting } from '../../src/language/onTypeFormatting';
import { applyEdits } from '../../src/syntax/edit';
import { documentAt, documentWith } from '../support/documents';

const options = { tabSize: 2, insertSpaces: true };

describe('formatting', () => {
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
