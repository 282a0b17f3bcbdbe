import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCases } from './marks';
import { tokenize } from './tokenize';

const files = {
  'json.txt': 'source.asl',
  'yaml.txt': 'source.asl.yaml',
  'jsonata.txt': 'source.asl.expressions',
};

for (const [file, scopeName] of Object.entries(files)) {
  describe(`colours of ${file}`, () => {
    for (const { title, lines, marks } of readCases(readFileSync(`test/grammar/${file}`, 'utf8'))) {
      it(title, async () => {
        assert.ok(marks.size > 0, 'the case marks nothing');
        const tokens = await tokenize(scopeName, lines);
        for (const [line, expected] of marks) {
          for (const { start, end, has, lacks } of expected) {
            for (const token of tokens[line].filter((each) => each.start < end && each.end > start)) {
              const all = token.scopes.join(' ').split(' ');
              const where = `"${token.text}" in line ${line + 1} is ${all.join(' ')}`;
              for (const scope of has) assert.ok(all.includes(scope), `${where}, not ${scope}`);
              for (const scope of lacks) assert.ok(!all.includes(scope), where);
            }
          }
        }
      });
    }
  });
}
