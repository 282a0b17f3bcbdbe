import assert from 'node:assert/strict';
import { rules } from '../../src/rules/registry.generated';
import { lint } from '../../src/rules/run';
import { applyFirstFixes, findingsOf } from '../support/ruleTester';
import { readMarks } from '../support/marks';

const PATH = 'example.asl.json';

describe('a fix makes no mistake of its own', () => {
  for (const rule of rules) {
    rule.bad.forEach(({ text: marked, fixed }, index) => {
      if (fixed === undefined || rule.subject !== 'stateMachine' || !marked.trimStart().startsWith('{'))
        return;
      it(`${rule.id}, example ${index + 1}`, () => {
        const { text } = readMarks(marked);
        const after = applyFirstFixes(text, findingsOf(rule, text));
        const before = new Set(errors(text));
        assert.deepEqual(
          errors(after).filter((error) => !before.has(error)),
          [],
          after,
        );
      });
    });
  }
});

function errors(text: string): string[] {
  return lint({ path: PATH, text })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);
}
