import { TreeFragment, type Parser, type Tree } from '@lezer/common';

/** Texts that are edited at one time; the last is the most recent. */
const MOST_TEXTS = 4;
/** A shorter text is read as fast as it is compared. */
const SHORTEST = 4000;

interface Read {
  readonly text: string;
  readonly tree: Tree;
}

/** Reads a text anew only where it differs from one that was read before: between two keystrokes that is a word. */
export class RememberingParser {
  readonly #parser: Parser;
  #recent: Read[] = [];

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  parse(text: string): Tree {
    if (text.length < SHORTEST) return this.#parser.parse(text);
    const before = this.#recent.map((read) => ({ read, ...difference(read.text, text) })).find(isClose);
    const tree = before
      ? this.#parser.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(before.read.tree), [before]))
      : this.#parser.parse(text);
    this.#recent = [
      ...this.#recent.filter((read) => read !== before?.read).slice(1 - MOST_TEXTS),
      { text, tree },
    ];
    return tree;
  }
}

/** What stands at `[fromA, toA)` of one text stands at `[fromB, toB)` of another, all else is the same. */
interface Difference {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

function difference(a: string, b: string): Difference {
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let behind = 0;
  while (
    behind < shorter - from &&
    a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)
  )
    behind++;
  return { fromA: from, toA: a.length - behind, fromB: from, toB: b.length - behind };
}

/** True where most of the text is the same: another file begins with the same imports at the most. */
function isClose({ read, fromA, toA }: Difference & { readonly read: Read }): boolean {
  return toA - fromA < read.text.length / 2;
}
