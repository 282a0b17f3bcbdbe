import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LanguageDocument } from '../../../src/language/document';
import { refactor, refactorings } from '../../../src/language/refactor';
import { judge } from '../../../src/rules/run';
import { applyEdits } from '../../../src/syntax/edit';

const project = fileURLToPath(new URL('../../../', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : /\.(json|ya?ml)$/.test(name) ? [path] : [];
  });
}

function errorsOf(path: string, text: string): string[] {
  return judge(text, new LanguageDocument({ path, text }).located)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
}

/** A refactoring is the author's own sentence said in another way: it may not bring a mistake along. */
describe('a refactoring of a sample', () => {
  for (const path of [...filesIn(join(project, 'samples')), ...filesIn(join(project, 'test', 'fixtures'))]) {
    const text = readFileSync(path, 'utf8');
    const document = new LanguageDocument({ path, text });
    const states = document.located.stateMachines.flatMap((machine) => machine.states);
    if (states.length === 0) continue;
    it(`of ${path.slice(project.length)} leaves no new error`, () => {
      const before = errorsOf(path, text);
      const done = new Set<string>();
      for (const { key } of states) {
        const span = { start: key.span.start, end: key.span.start };
        for (const { id, title, argument, disabled } of refactorings(document, span)) {
          if (disabled || done.has(title)) continue;
          done.add(title);
          const result = refactor(document, span, id, argument);
          assert.ok(result, title);
          const after = applyEdits(text, result.edits);
          assert.notEqual(after, text, title);
          const left = [...before];
          const fresh = errorsOf(path, after).filter((rule) => {
            const known = left.indexOf(rule);
            if (known >= 0) left.splice(known, 1);
            return known < 0;
          });
          assert.deepEqual(fresh, [], `${title}:\n${after}`);
        }
      }
      assert.ok(done.size > 0, 'something is offered');
    });
  }
});
