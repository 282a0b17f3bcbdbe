import assert from 'node:assert/strict';
import { parser as python } from '@lezer/python';
import { parser as javascript } from '@lezer/javascript';
import type { Parser } from '@lezer/common';
import { RememberingParser } from '../../src/syntax/code/rememberingParser';
import { SeededRandom } from '../support/seededRandom';

const PYTHON = Array.from(
  { length: 60 },
  (_, index) =>
    `def step_${index}(event):\n    try:\n        run(event["day"], ${index})\n    except ValueError as error:\n        raise Failed(f"{error}") from error\n    return {"index": ${index}}\n`,
).join('\n');

const TYPESCRIPT = Array.from(
  { length: 60 },
  (_, index) =>
    `export async function step${index}(event: Event): Promise<number> {\n  for (const row of event.rows) {\n    await client.send(new Put({ row, at: \`\${row.id}-${index}\` }));\n  }\n  return ${index};\n}\n`,
).join('\n');

/** Edits as a person makes them, each leaving a text without mistakes. */
const EDITS: readonly (readonly [string, string])[] = [
  ['step', 'stage'],
  ['event', 'detail'],
  ['\n', '\n\n'],
  ['index', 'i'],
  ['row', 'line'],
];

describe('parser that remembers', () => {
  const cases: readonly (readonly [string, Parser, string])[] = [
    ['Python', python, PYTHON],
    ['TypeScript', javascript.configure({ dialect: 'ts' }), TYPESCRIPT],
  ];
  for (const [name, parser, original] of cases) {
    it(`reads ${name} after an edit as if for the first time`, () => {
      const random = new SeededRandom(7);
      const remembering = new RememberingParser(parser);
      remembering.parse(original);
      let text = original;
      for (let round = 0; round < 60; round++) {
        const [from, to] = EDITS[random.below(EDITS.length)];
        const at = text.indexOf(from, random.below(text.length));
        if (at < 0) continue;
        text = text.slice(0, at) + to + text.slice(at + from.length);
        assert.equal(remembering.parse(text).toString(), parser.parse(text).toString(), text);
      }
    });

    it(`keeps ${name} files apart`, () => {
      const remembering = new RememberingParser(parser);
      const other = original.replaceAll('step', 'other').split('\n').reverse().join('\n');
      for (const text of [original, other, original, `${other}\n`, original.slice(100), '']) {
        assert.equal(remembering.parse(text).toString(), parser.parse(text).toString());
      }
    });
  }
});
