import { strict as assert } from 'node:assert';
import { jsonLength } from '../../src/syntax/jsonLength';
import { toValue } from '../../src/syntax/navigate';
import { parseJson } from '../../src/syntax/json';
import { parseYaml } from '../../src/syntax/yaml';
import { samples } from '../fuzz/samples';

describe('the length of a value as JSON', () => {
  const texts = [
    'a: 1e3\nb: 0x1F\nc: -0.50\n',
    'a: "x\\ty\\u0001"\nb: \'q"r\\s\'\nc: |\n  two\n  lines\n',
    'a: "\\ud83d\\ude00 \\u2028"\nb: "\\ud83d"\n',
    'a: {}\nb: []\nc: [1, [2, {d: ~}], true]\n"e\\"f": g\n',
    '- &x {a: 1}\n- <<: *x\n  b: !Ref C\n',
  ];
  for (const text of texts) {
    it(`is that of what JSON.stringify writes: ${JSON.stringify(text)}`, () => {
      const { root } = parseYaml(text);
      assert.equal(jsonLength(root), JSON.stringify(toValue(root)).length);
    });
  }

  it('is the same for every sample', () => {
    for (const { path, text } of samples()) {
      const { root } = /\.ya?ml$/.test(path) ? parseYaml(text) : parseJson(text);
      assert.equal(jsonLength(root), JSON.stringify(toValue(root)).length, path);
    }
  });
});
