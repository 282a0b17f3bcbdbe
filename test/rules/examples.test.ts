import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { exampleFile } from '../../src/rules/example';
import { rules } from '../../src/rules/registry.generated';
import { applyFirstFixes, assertFound, findingsOf } from '../support/ruleTester';
import { readyApi } from '../support/assets';
import { readyHcl } from '../support/hcl';
import { readMarks } from '../support/marks';

describe('every rule keeps what its page says', () => {
  before(readyHcl);
  before(readyApi);

  const ids = new Set<string>();
  for (const rule of rules) {
    describe(rule.id, () => {
      it('has an id of its own, a summary, a reason, a reference and examples', () => {
        assert.match(rule.id, /^[a-z-]+\/[a-z0-9-]+$/);
        assert.ok(!ids.has(rule.id), 'two rules have this id');
        ids.add(rule.id);
        for (const text of [rule.summary, rule.why]) assert.match(text, /^[A-Z"].*[.]$/s);
        assert.match(rule.reference, /^https:\/\//);
        assert.ok(rule.bad.length > 0 && rule.good.length > 0);
      });

      rule.bad.forEach(({ text: marked, fixed, beside }, index) => {
        it(`finds bad example ${index + 1}`, () => {
          const found = assertFound(rule, marked, undefined, beside);
          for (const { message } of found) {
            assert.match(message, /^[A-Z"$].*[.]$/s, message);
            assert.doesNotMatch(message, /\binvalid\b|^error|please/i, message);
          }
          const { text } = readMarks(marked);
          const after = applyFirstFixes(text, found);
          if (fixed === undefined) {
            assert.equal(after, text, 'the example has a fix but does not say what it leads to');
          } else {
            assert.equal(after, fixed);
            assert.deepEqual(findingsOf(rule, fixed), [], 'the fix leaves a finding');
          }
        });

        const { text } = readMarks(marked);
        if (isDefinition(text)) {
          it(`finds as much of bad example ${index + 1} in YAML`, () => {
            const yaml = stringify(JSON.parse(text));
            const file = exampleFile(text).replace(/json$/, 'yaml');
            const found = findingsOf(rule, yaml, file);
            assert.equal(found.length, findingsOf(rule, text).length, yaml);
            for (const { span } of found)
              assert.ok(span.start >= 0 && span.end <= yaml.length && span.start <= span.end);
            if (fixed !== undefined) {
              const after = applyFirstFixes(yaml, found);
              assert.deepEqual(findingsOf(rule, after, file), [], after);
            }
          });
        }
      });

      rule.good.forEach((text, index) => {
        it(`is silent on good example ${index + 1}`, () => {
          assert.deepEqual(findingsOf(rule, text), []);
        });
      });
    });
  }

  it('knows every rule file', async () => {
    const script = new URL('../../scripts/registry.mjs', import.meta.url);
    const { registry } = (await import(script.href)) as { registry: () => string };
    assert.equal(
      readFileSync(new URL('../../src/rules/registry.generated.ts', import.meta.url), 'utf8'),
      registry(),
      'run `npm run generate`',
    );
  });
});

function isDefinition(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
