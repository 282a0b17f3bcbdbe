import assert from 'node:assert/strict';
import { selectionRanges } from '../../src/language/selectionRanges';
import { documentAt } from '../support/documents';

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
