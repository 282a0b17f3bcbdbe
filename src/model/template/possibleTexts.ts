import type { TreeNode } from '../../syntax/tree';

/** More values than this of one text are not worth following. */
const MOST_VALUES = 32;

/** A text that is longer was put together by texts that name each other over and over. */
const LONGEST = 4096;

/** The texts of values, each worked out once; a text that leads back to itself is not known. */
export class PossibleTexts {
  readonly #known = new Map<TreeNode, readonly string[]>();

  of(node: TreeNode, work: () => readonly string[]): readonly string[] {
    const known = this.#known.get(node);
    if (known) return known;
    this.#known.set(node, []);
    const texts = [...new Set(work())].slice(0, MOST_VALUES);
    this.#known.set(node, texts);
    return texts;
  }
}

/** Every text of the one followed by every text of the other. */
export function combine(left: readonly string[], right: readonly string[]): string[] {
  return left
    .flatMap((start) => right.map((end) => start + end))
    .filter(({ length }) => length <= LONGEST)
    .slice(0, MOST_VALUES);
}
