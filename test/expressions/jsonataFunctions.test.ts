import assert from 'node:assert/strict';
import jsonata from 'jsonata';
import { JSONATA_FUNCTIONS, UNAVAILABLE_FUNCTIONS } from '../../src/catalog/jsonataFunctions';
import { parseJsonata } from '../../src/expressions/jsonata';

/** Their results differ from run to run, or are no value. */
const UNSTABLE = new Set(['shuffle', 'now', 'millis', 'error', 'assert']);

describe('JSONata functions', () => {
  for (const { name, example, result, added } of JSONATA_FUNCTIONS) {
    it(`the example of $${name} is right`, async () => {
      const { problems, topLevel, warnings, arity, calls } = parseJsonata(`{%${example}%}`);
      assert.deepEqual([...problems, ...topLevel, ...warnings, ...arity], []);
      assert.ok(calls.some((call) => call.name === name));
      if (added || UNSTABLE.has(name)) return;
      const value: unknown = await jsonata(example).evaluate({}, { states: { input: { id: 1 } } });
      assert.deepEqual(JSON.parse(JSON.stringify(value)), JSON.parse(result));
    });
  }

  it('are those of the package', async () => {
    const missing: string[] = [];
    for (const { name, added } of JSONATA_FUNCTIONS) {
      if (added && name !== 'random') continue;
      const type: unknown = await jsonata(`$type($${name})`).evaluate({});
      if (type !== 'function') missing.push(name);
    }
    assert.deepEqual(missing, []);
    for (const name of Object.keys(UNAVAILABLE_FUNCTIONS)) {
      assert.equal(await jsonata(`$type($${name})`).evaluate({}), 'function');
    }
  });
});
