import assert from 'node:assert/strict';
import { PATTERN_OPERATORS } from '../../src/catalog/events/operators';
import { OPERATORS } from '../../src/model/eventPattern/fieldValue';
import { compileEventPattern } from '../../src/model/eventPattern/matcher';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { parseJson } from '../../src/syntax/json';

describe('operators of the catalogue', () => {
  it('are those that are read, but for the one that no service documents', () => {
    const known = PATTERN_OPERATORS.map(({ name }) => name);
    assert.deepEqual(known.sort(), OPERATORS.filter((name) => name !== 'exactly').sort());
  });

  for (const { name, example, passes, fails } of PATTERN_OPERATORS) {
    it(`${name} does what its example says`, () => {
      const pattern = readEventPattern(parseJson(`{"k": [${example}]}`));
      assert.deepEqual(pattern.problems, []);
      const matcher = compileEventPattern(pattern);
      for (const value of passes) assert.equal(matcher.matches(`{"k": ${value}}`), true, value);
      for (const value of fails) assert.equal(matcher.matches(`{"k": ${value}}`), false, value);
    });
  }
});
