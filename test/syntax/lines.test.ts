import assert from 'node:assert/strict';
import { lineEnd, lineStart } from '../../src/syntax/lines';

describe('the line of an offset', () => {
  for (const [text, offset, start, end] of [
    ['ab\ncd', 0, 0, 2],
    ['ab\ncd', 2, 0, 2],
    ['ab\ncd', 3, 3, 5],
    ['ab\ncd', 5, 3, 5],
    ['\nab', 0, 0, 0],
    ['\nab', 1, 1, 3],
    ['ab\r\ncd\r\n', 1, 0, 2],
    ['ab\r\ncd\r\n', 4, 4, 6],
    ['ab\r\n', 4, 4, 4],
    ['', 0, 0, 0],
  ] as const) {
    it(`${offset} in ${JSON.stringify(text)} is [${start}, ${end})`, () => {
      assert.deepEqual([lineStart(text, offset), lineEnd(text, offset)], [start, end]);
    });
  }
});
