import type { EmbeddedPattern } from '../locate';
import { readEventPattern } from '../eventPattern/readPattern';
import type { EventPattern, PatternField } from '../eventPattern/eventPattern';
import { fieldsOf } from '../eventPattern/limits';
import type { Tree } from '../../syntax/tree';
import { oncePer } from '../oncePer';

/** What a pattern says, read once for all who ask. */
export const patternOf = oncePer(({ node, text, dialect }: EmbeddedPattern): EventPattern =>
  readEventPattern(text ?? node, dialect),
);

/** All fields of a pattern, those of `$or` included. */
export function patternFields({ root }: EventPattern): readonly PatternField[] {
  return root ? fieldsOf(root) : [];
}

/** The values that a field names in full; `undefined` where it lets others through, or is not known here. */
export function exactTexts({ tests }: PatternField): string[] | undefined {
  const texts = tests.flatMap((test) => (test.kind === 'text' ? [test.text] : []));
  return texts.length === tests.length ? texts : undefined;
}

/** The tree that a pattern's nodes are in, for changes of its text. */
export function treeOfPattern(
  { text }: Pick<EmbeddedPattern, 'text'>,
  template: { readonly tree: Tree } | undefined,
): Tree | undefined {
  return text ?? template?.tree;
}
