import assert from 'node:assert/strict';
import { variableDefinitions } from '../../src/language/variableDefinition';
import { writeMarks } from '../support/marks';
import { documentAt } from '../support/documents';

/** The text with every place marked that a cursor `|` leads to. */
function lead(marked: string, path?: string): string {
  const { document, offset } = documentAt(marked, path);
  const found = variableDefinitions(document, offset);
  return writeMarks(
    document.text,
    found.map(({ target }) => target),
  );
}

const JSON_TEXT = `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
  "A": { "Type": "Pass", "Assign": { "«total»": 1, "other": 2 }, "Next": "B" },
  "B": { "Type": "Pass", "Assign": { "«total»": "{% $total * 2 %}" }, "Next": "C" },
  "C": { "Type": "Pass", "Output": "{% [$total, function($total){ $total }] %}", "End": true } } }`;
const YAML_TEXT = `StartAt: A
States:
  A: { Type: Pass, Assign: { «day».$: $.day }, Next: B }
  B: { Type: Pass, Parameters: { on.$: $day }, End: true }
`;

const plain = (text: string): string => text.replace(/[«»]/g, '');

describe('definition of a variable', () => {
  for (const [before, text, path] of [
    ['{% $to', JSON_TEXT],
    ['[$total', JSON_TEXT],
    ['$: $d', YAML_TEXT, 'a.asl.yaml'],
  ] as const) {
    it(`leads from after ${before} to every assignment`, () => {
      const source = plain(text);
      const at = source.indexOf(before) + before.length;
      assert.equal(lead(`${source.slice(0, at)}|${source.slice(at)}`, path), text);
    });
  }

  for (const [place, text, path] of [
    ['‸$total * 2', JSON_TEXT],
    ['$total‸, func', JSON_TEXT],
    ['‸$day, B', YAML_TEXT.replace('$day }', '$day, B: 1 }'), 'a.asl.yaml'],
    ['{ ‸"total": 1', JSON_TEXT],
    ['{ "tot‸al": "', JSON_TEXT],
    ['"total"‸: "', JSON_TEXT],
    ['day‸.$:', YAML_TEXT, 'a.asl.yaml'],
    ['day.$‸:', YAML_TEXT, 'a.asl.yaml'],
  ] as const) {
    it(`leads from ${place} to every assignment`, () => {
      const source = plain(text);
      const at = source.indexOf(place.replace('‸', '')) + place.indexOf('‸');
      assert.equal(lead(`${source.slice(0, at)}|${source.slice(at)}`, path), text);
    });
  }

  it('leads nowhere from what a function or a state is given', () => {
    assert.ok(!lead(plain(JSON_TEXT).replace('{ $total }', '{ $to|tal }')).includes('«'));
    assert.ok(!lead(plain(JSON_TEXT).replace('"Next": "B"', '"Next": "|B"')).includes('«'));
  });
});
