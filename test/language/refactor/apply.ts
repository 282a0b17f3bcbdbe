import assert from 'node:assert/strict';
import { LanguageDocument } from '../../../src/language/document';
import {
  refactor,
  refactorings,
  type OfferedRefactoring,
  type RefactoringResult,
} from '../../../src/language/refactor';
import { judge } from '../../../src/rules/run';
import { applyEdits } from '../../../src/syntax/edit';
import { documentWith } from '../../support/documents';

/** Applies the offer with a title at the marked place; what comes out has no error. */
export function apply(
  marked: string,
  title: string | RegExp,
  path = 'a.asl.json',
): { text: string; result: RefactoringResult } {
  const { document, spans } = documentWith(marked, path);
  const found = refactorings(document, spans[0]);
  const offer = found.find((each) =>
    typeof title === 'string' ? each.title === title : title.test(each.title),
  );
  assert.ok(offer, `"${title}" is offered among ${JSON.stringify(found.map((each) => each.title))}`);
  assert.equal(offer.disabled, undefined);
  const result = refactor(document, spans[0], offer.id, offer.argument);
  assert.ok(result, 'there is a result');
  const text = applyEdits(document.text, result.edits);
  const errors = judge(text, new LanguageDocument({ path, text }).located).filter(
    ({ severity }) => severity === 'error',
  );
  assert.deepEqual(errors, [], text);
  return { text, result };
}

/** What is offered at the marked place. */
export function offers(marked: string, path?: string): OfferedRefactoring[] {
  const { document, spans } = documentWith(marked, path);
  return refactorings(document, spans[0]);
}
