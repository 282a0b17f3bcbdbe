import { LanguageDocument } from '../../src/language/document';
import type { SourceFile } from '../../src/model/locate';
import { judge, type Diagnostic } from '../../src/rules/run';
import { applyEdits, type TextEdit } from '../../src/syntax/edit';
import type { Span } from '../../src/syntax/tree';
import type { SeededRandom } from '../support/seededRandom';
import { FEATURES, type Question } from './features';
import { rangeOutside } from './rangeOutside';

/** Nobody waits longer for an editor. In milliseconds of processor time, so that a busy machine is no fault. */
const PATIENCE = 1000;

/** Asks everything about a file at some places; what must not happen, in words. */
export function examine(
  file: SourceFile,
  random: SeededRandom,
  asking?: (feature: string) => void,
): string[] {
  const faults: string[] = [];
  const document = new LanguageDocument(file);
  const ask = <T>(feature: string, question: () => T): T | undefined => {
    asking?.(feature);
    const begin = process.cpuUsage().user;
    try {
      const answer = question();
      const bad = rangeOutside(answer, file.text.length);
      if (bad) faults.push(`${feature} answers ${bad} in a text of ${file.text.length} characters`);
      return answer;
    } catch (error) {
      faults.push(`${feature} throws ${error instanceof Error ? error.stack : String(error)}`);
      return undefined;
    } finally {
      const took = (process.cpuUsage().user - begin) / 1000;
      if (took > PATIENCE) faults.push(`${feature} takes ${Math.round(took)} ms`);
    }
  };

  ask('locate', () => void document.located);
  const diagnostics =
    ask('judge', () =>
      judge(file.text, document.located, {
        path: file.path,
        onRuleError: (rule, error) =>
          faults.push(`${rule} throws ${error instanceof Error ? error.stack : String(error)}`),
      }),
    ) ?? [];
  for (let place = 0; place < 3; place++) {
    const offset = random.below(file.text.length + 1);
    const end = random.below(file.text.length + 1);
    const selection: Span = { start: Math.min(offset, end), end: Math.max(offset, end) };
    const question: Question = { document, diagnostics, offset, selection };
    for (const [feature, answer] of Object.entries(FEATURES)) ask(feature, () => answer(question));
  }
  faults.push(...badFixes(file, diagnostics));
  return faults;
}

/** A fix changes no place twice, and a text that can be read stays one. */
function badFixes(file: SourceFile, diagnostics: readonly Diagnostic[]): string[] {
  const isReadable = (found: readonly Diagnostic[]): boolean =>
    !found.some(({ rule }) => rule === 'asl/syntax');
  return diagnostics.flatMap(({ rule, fixes }) =>
    fixes.flatMap(({ title, edits }) => {
      const known = edits.filter((edit) => edit !== undefined);
      if (overlap(known)) return [`the fix "${title}" of ${rule} changes one place twice`];
      if (!isReadable(diagnostics)) return [];
      const text = applyEdits(file.text, known);
      const after = judge(text, new LanguageDocument({ ...file, text }).located);
      return isReadable(after) ? [] : [`the fix "${title}" of ${rule} leaves text that cannot be read`];
    }),
  );
}

function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((span, index) => index > 0 && span.start < sorted[index - 1].end);
}
