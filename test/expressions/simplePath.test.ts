import assert from 'node:assert/strict';
import { parseJsonPath } from '../../src/expressions/jsonPath';
import { simplePath } from '../../src/expressions/simplePath';

/** A segment that only the full grammar reads, put behind a path to see what that makes of the rest. */
const TAIL = "['x']";

describe('a plain path is read as the full grammar reads it', () => {
  for (const text of [
    '$',
    '$$',
    '$a',
    '$.a',
    '$.a.b-c[0].d_1',
    '$$.Map.Item.Value',
    '$var1[12]',
    '$[0][1]',
    '$.1a',
  ]) {
    it(text, () => {
      const simple = simplePath(text, 0, text.length);
      const full = parseJsonPath(text + TAIL).path;
      assert.ok(simple && full);
      const segments = full.segments.slice(0, -1);
      assert.deepEqual(simple, { ...full, segments, end: text.length });
    });
  }

  for (const text of [
    '',
    'a',
    '$.',
    '$..a',
    '$.a b',
    '$[*]',
    "$['a']",
    '$[-1]',
    '$[0',
    '$.a()',
    '$.${a}',
    '$é',
    '$a-b',
    '$.a.',
  ]) {
    it(`${text} is left to it`, () => {
      assert.equal(simplePath(text, 0, text.length), undefined);
    });
  }
});
