import assert from 'node:assert/strict';
import { codesOf } from '../../src/syntax/codes';

describe('codes of a text', () => {
  const texts = {
    nothing: '',
    ASCII: '{"a": 1}\n',
    'other signs': '{"ä€😀": "\ud800"}',
    'one at the end': 'abc–',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`are those of its UTF-16, and a zero behind them: ${name}`, () => {
      const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
      assert.deepEqual([...codesOf(text)], [...units, 0]);
    });
  }

  it('take a byte each in ASCII', () => {
    assert.equal(codesOf('States').BYTES_PER_ELEMENT, 1);
    assert.equal(codesOf('Stätes').BYTES_PER_ELEMENT, 2);
  });
});
