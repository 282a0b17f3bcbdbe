import { LanguageDocument } from '../../../src/language/document';
import { formatting } from '../../../src/language/formatting';
import { onTypeFormatting } from '../../../src/language/onTypeFormatting';
import type { SourceFile } from '../../../src/model/locate';
import { applyEdits, type TextEdit } from '../../../src/syntax/edit';
import { lineEnd, lineStart } from '../../../src/syntax/lines';
import { SeededRandom } from '../seededRandom';
import { meaning } from './format';

const RANGES = 2;
const KEYS = 2;

/** Lays parts of a file out, and types in it, at places that a seed chooses; what must not happen, in words. */
export function formatPlacesFaults(file: SourceFile): string[] {
  if (file.text.trim() === '') return [];
  const random = new SeededRandom(file.text.length);
  const options = { tabSize: random.pick([2, 4]), insertSpaces: true };
  const before = meaning(new LanguageDocument(file));
  const place = (): number => betweenLines(file.text, random.below(file.text.length));
  const faults: string[] = [];
  for (let count = 0; count < RANGES; count++) {
    const [start, end] = [place(), place()].sort((a, b) => a - b);
    const edits = formatting(new LanguageDocument(file), options, { start, end });
    const [first, last] = [lineStart(file.text, start), lineEnd(file.text, end)];
    if (edits.some(({ span }) => span.start < first || span.end > last))
      faults.push(`Lines outside of ${start} to ${end} change`);
    const after = new LanguageDocument({ ...file, text: applyEdits(file.text, edits) });
    if (meaning(after) !== before) faults.push(`The meaning changes with ${start} to ${end}`);
    const again = { start: moved(start, edits), end: moved(end, edits) };
    if (applyEdits(after.text, formatting(after, options, again)) !== after.text)
      faults.push(`${start} to ${end} changes a second time`);
  }
  for (let count = 0; count < KEYS; count++) {
    const at = place();
    const indentation = /^[ \t]*/.exec(file.text.slice(lineStart(file.text, at), at))?.[0] ?? '';
    const lineBreak = (file.text.includes('\r\n') ? '\r\n' : '\n') + indentation;
    const text = file.text.slice(0, at) + lineBreak + file.text.slice(at);
    const broken = new LanguageDocument({ ...file, text });
    const edits = onTypeFormatting(broken, at + lineBreak.length, '\n', options);
    if (edits.some(({ span }) => span.end > at || span.start < lineStart(text, at)))
      faults.push(`A line break at ${at} changes another line`);
    const after = new LanguageDocument({ ...file, text: applyEdits(text, edits) });
    if (meaning(after) !== meaning(broken)) faults.push(`A line break at ${at} changes the meaning`);
  }
  for (const sign of ['}', ']']) {
    const offset = file.text.indexOf(sign, place()) + 1;
    if (offset === 0) continue;
    const edits = onTypeFormatting(new LanguageDocument(file), offset, sign, options);
    if (edits.some(({ span }) => span.end > offset)) faults.push(`The "${sign}" before ${offset} reaches on`);
    const after = new LanguageDocument({ ...file, text: applyEdits(file.text, edits) });
    if (meaning(after) !== before) faults.push(`The "${sign}" before ${offset} changes the meaning`);
    const again = onTypeFormatting(after, moved(offset, edits), sign, options);
    if (applyEdits(after.text, again) !== after.text)
      faults.push(`The "${sign}" before ${offset} changes a second time`);
  }
  return faults;
}

/** No editor has a place between the two characters of a line break. */
function betweenLines(text: string, offset: number): number {
  return text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset;
}

/** Where an offset is after changes. */
function moved(offset: number, edits: readonly TextEdit[]): number {
  const before = edits.filter(({ span }) => span.end <= offset);
  return before.reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);
}
