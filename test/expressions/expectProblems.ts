import assert from 'node:assert/strict';
import type { ExpressionProblem } from '../../src/expressions/problem';
import { readMarks, writeMarks } from '../support/marks';

/** One input a line, with « » around what is wrong, and a part of the message. */
export type Cases = Readonly<Record<string, string>>;

/** Every marked text gives one problem, there and with such a message. */
export function expectProblems(
  cases: Cases,
  problemsOf: (text: string) => readonly ExpressionProblem[],
): void {
  for (const [marked, message] of Object.entries(cases)) {
    const { text } = readMarks(marked);
    it(marked, () => {
      const problems = problemsOf(text);
      assert.equal(writeMarks(text, problems), marked);
      assert.ok(problems[0].message.includes(message), problems[0].message);
    });
  }
}

/** No problem in any of the texts. */
export function expectNone(
  texts: readonly string[],
  problemsOf: (text: string) => readonly ExpressionProblem[],
): void {
  for (const text of texts) it(text || '(empty)', () => assert.deepEqual(problemsOf(text), []));
}
