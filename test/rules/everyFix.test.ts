import assert from 'node:assert/strict';
import { parse, type ScalarTag, type CollectionTag } from 'yaml';
import { locate } from '../../src/model/locate';
import { exampleFile } from '../../src/rules/example';
import { rules } from '../../src/rules/registry.generated';
import { lint, type Diagnostic } from '../../src/rules/run';
import { applyEdits } from '../../src/syntax/edit';
import { readyApi } from '../support/assets';
import { readyHcl } from '../support/hcl';
import { readMarks } from '../support/marks';

/** The short forms of CloudFormation's functions as JSON has them. */
const FUNCTIONS = ['Ref', 'GetAtt', 'Sub', 'Join', 'If', 'ImportValue', 'Select', 'Split', 'FindInMap'];
const longForm = (name: string, value: unknown): unknown => ({
  [name === 'Ref' ? name : `Fn::${name}`]:
    name === 'GetAtt' && typeof value === 'string' ? value.split('.') : value,
});
const customTags = FUNCTIONS.flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: `!${name}`, resolve: (text: string) => longForm(name, text) },
  {
    tag: `!${name}`,
    collection: 'seq',
    resolve: (seq) => longForm(name, 'toJSON' in seq ? (seq.toJSON() as unknown) : seq),
  },
]);

/** An example as it is written, and of a template in YAML the same in JSON. */
function versions(text: string): { path: string; text: string }[] {
  const path = exampleFile(text);
  if (!/\.ya?ml$/.test(path) || path.startsWith('serverless')) return [{ path, text }];
  const json = JSON.stringify(parse(text, { customTags, logLevel: 'error' }), undefined, 2);
  return [
    { path, text },
    { path: path.replace(/ya?ml$/, 'json'), text: json },
  ];
}

function lintOf(file: { path: string; text: string }): readonly Diagnostic[] {
  return lint(file, {
    onRuleError: (_, error) => {
      throw error;
    },
  });
}

/** How many findings of each rule and severity there are. */
function counts(found: readonly Diagnostic[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const { rule, severity } of found) {
    const key = `${severity} ${rule}`;
    result.set(key, (result.get(key) ?? 0) + 1);
  }
  return result;
}

const hasProblems = (file: { path: string; text: string }): boolean =>
  locate(file).tree?.problems.some(({ harmless }) => !harmless) ?? false;

describe('every fix of every example leaves a file that is read and has no new error or warning', () => {
  before(readyHcl);
  before(readyApi);

  for (const rule of rules) {
    rule.bad.forEach(({ text: marked, fixed }, index) => {
      if (fixed === undefined) return;
      for (const file of versions(readMarks(marked).text)) {
        it(`${rule.id}, example ${index + 1} as ${file.path}`, () => {
          const before = lintOf(file);
          const known = counts(before);
          for (const { fixes, message, severity: grade } of before.filter(({ rule: id }) => id === rule.id)) {
            // What AWS refuses hides what would have been said of it; notes are no mistakes.
            const grave = grade === 'error' ? ['error'] : ['error', 'warning'];
            for (const [choice, { title, edits }] of fixes.entries()) {
              const after = {
                ...file,
                text: applyEdits(
                  file.text,
                  edits.filter((edit) => edit !== undefined),
                ),
              };
              assert.ok(!hasProblems(after) || hasProblems(file), `${title}\n${after.text}`);
              // A second choice may ask for a decision that the rest of the file does not yet go with.
              if (choice > 0) continue;
              const found = lintOf(after);
              const left = counts(found);
              const news = found.filter(({ rule: id, severity }) => {
                const key = `${severity} ${id}`;
                return grave.includes(severity) && (left.get(key) ?? 0) > (known.get(key) ?? 0);
              });
              assert.deepEqual(
                news.map((each) => `${each.severity} ${each.rule}: ${each.message}`),
                [],
                `${title} for: ${message}\n${after.text}`,
              );
            }
          }
        });
      }
    });
  }
});
