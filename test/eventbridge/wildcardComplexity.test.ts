import assert from 'node:assert/strict';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { wildcardComplexity } from '../../src/model/eventPattern/wildcardComplexity';
import { parseJson } from '../../src/syntax/json';

function complexity(pattern: string, cap = 100): number {
  const { alternatives } = readEventPattern(parseJson(pattern), 'ruler');
  return Math.max(0, ...wildcardComplexity(alternatives, cap).map(({ value }) => value));
}

function ofWildcards(...texts: string[]): number {
  return complexity(JSON.stringify({ k: texts.map((wildcard) => ({ wildcard })) }));
}

/** Values of `MachineComplexityEvaluator` for wildcards of the same shape. */
const KNOWN: [string[], number][] = [
  [['text'], 1],
  [[''], 1],
  [['*'], 2],
  [['x*'], 2],
  [['*x'], 2],
  [['*\\**'], 3],
  [['a*b*c*d*e*f*g'], 7],
  [['*:*:*:*:*:stream/*'], 11],
  [['*b*b*b*b*b*b*b*b*b*b*b'], 22],
  [['*.csv', '*.json', '*.orc', '*.avro'], 8],
  [['*/raw/*.csv', '*/raw/*.json'], 8],
  [['*/raw/*.csv', '*/raw/*.json', '*/raw/*.orc', '*/raw/*.avro'], 16],
  [['*:stack/Orders/*', '*:stack/Billing/*', '*:stack/Users/*'], 9],
  [['*:stack/Orders/*', '*:stack/Billing/*', '*:stack/Users/*', '*:stack/Mail/*'], 12],
  [['a*', 'b*', 'c*'], 3],
  [['x*', 'x*'], 2],
];

describe('wildcard complexity', () => {
  for (const [texts, expected] of KNOWN) {
    it(`${texts.join(' and ')} is ${expected}`, () => assert.equal(ofWildcards(...texts), expected));
  }
  it('counts fields apart, and branches of one field together', () => {
    assert.equal(complexity('{"a":[{"wildcard":"*x"}],"b":[{"wildcard":"*x"}]}'), 2);
    assert.equal(complexity('{"$or":[{"a":[{"wildcard":"*x"}]},{"a":[{"wildcard":"*y"}]}]}'), 4);
    assert.equal(complexity('{"a":[{"anything-but":{"wildcard":["*x","*y"]}}]}'), 4);
    assert.equal(complexity('{"a":["x",{"prefix":"y"}]}'), 0);
  });
  it('stops at the cap, and on wildcards that are made to be hard', () => {
    assert.equal(complexity('{"a":[{"wildcard":"*b*b*b*b*b*b"}]}', 10), 10);
    const hard = Array.from({ length: 60 }, (_, index) => ({
      wildcard: `${'ab'.repeat(index)}*${'ba'.repeat(30)}`,
    }));
    assert.ok(complexity(JSON.stringify({ k: hard }), 11) <= 11);
  });
});
