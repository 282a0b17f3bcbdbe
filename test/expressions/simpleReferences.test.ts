import assert from 'node:assert/strict';
import jsonata from 'jsonata';
import { readJsonataTree } from '../../src/expressions/jsonataReading';
import { simpleReferences } from '../../src/expressions/jsonataReferences';
import type { JsonataNode } from '../../src/expressions/jsonataTree';

const OPERANDS = ['$a', '$states.input.a_b', '$count', "'s'", '"t"', '0', '12.5', '$x.y.z'];
const OPERATORS = ['&', '+', ' - ', '*', '/', '%', '=', '!=', '<', '<=', '>', '>=', ' and ', ' or ', ' in '];
const OTHERS = [
  '.',
  '$',
  '$$',
  '(',
  ')',
  '[',
  'true',
  'and',
  '$a.true',
  '.5',
  '01',
  '?',
  ':',
  '~>',
  '"\\n"',
  '$é',
  '`',
  '!',
  '|',
  '..',
  '\u00a0',
  '1e3',
  ' ',
];

/** The same texts on every run. */
function* texts(count: number): Generator<string> {
  let seed = 42;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  for (let i = 0; i < count; i++) {
    let text = '';
    for (let terms = random(4) + 1; terms > 0; terms--) {
      text += random(6) === 0 ? OTHERS[random(OTHERS.length)] : OPERANDS[random(OPERANDS.length)];
      if (terms > 1 || random(10) === 0) text += OPERATORS[random(OPERATORS.length)];
      if (random(3) === 0) text += ' ';
    }
    yield text;
  }
}

describe('References found without the jsonata package', () => {
  it('are those of its tree', () => {
    let simple = 0;
    for (const text of texts(4000)) {
      const whole = `{%${text}%}`;
      const found = simpleReferences(whole, 2, whole.length - 2);
      if (found === undefined) continue;
      simple++;
      const tree = jsonata(text).ast() as unknown as JsonataNode;
      const { references, builtinReads, topLevel, calls } = readJsonataTree(tree, whole, 2);
      const expected = [...references, ...builtinReads].sort((a, b) => a.start - b.start);
      assert.deepEqual({ text, found }, { text, found: expected });
      assert.deepEqual([...topLevel, ...calls], [], text);
    }
    assert.ok(simple > 1000, `${simple} of the texts were simple`);
  });
});
