import assert from 'node:assert/strict';
import { codeLenses } from '../../src/language/codeLenses';
import { LanguageDocument } from '../../src/language/document';

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
