import { LanguageDocument } from '../../../src/language/document';
import type { SourceFile } from '../../../src/model/locate';
import { judge } from '../../../src/rules/run';
import type { Span } from '../../../src/syntax/tree';
import { nodesOf } from '../nodes';
import { FEATURES_AT_A_PLACE, FEATURES_OF_A_TEXT } from '../../fuzz/features';
import { rangeOutside } from '../../fuzz/rangeOutside';

/** Asks every feature about every token of a file; a sentence for each answer that must not be. */
export function requestFaults(file: SourceFile): string[] {
  const document = new LanguageDocument(file);
  const diagnostics = judge(file.text, document.located, { path: file.path });
  const faults: string[] = [];
  const ask = (features: typeof FEATURES_OF_A_TEXT, selection: Span): void => {
    const offset = selection.start;
    for (const [feature, answer] of Object.entries(features)) {
      try {
        const bad = rangeOutside(answer({ document, diagnostics, offset, selection }), file.text.length);
        if (bad) faults.push(`${feature} at ${offset} answers ${bad}`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        faults.push(`${feature} at ${offset} throws ${reason}`);
      }
    }
  };
  ask(FEATURES_OF_A_TEXT, { start: 0, end: file.text.length });
  for (const offset of tokenOffsets(document)) ask(FEATURES_AT_A_PLACE, { start: offset, end: offset });
  return faults;
}

/** The start, the middle and the end of every key and value. */
function tokenOffsets({ located, text }: LanguageDocument): number[] {
  const offsets = new Set([0, text.length]);
  for (const node of located.tree ? nodesOf(located.tree) : []) {
    const { start, end } = node.span;
    offsets.add(start).add(end);
    if (node.kind === 'string') offsets.add((start + end) >> 1);
  }
  return [...offsets].sort((a, b) => a - b);
}
