import { nestedTooDeeply } from './depth';
import { jsonMembers, readJsonMembers } from './jsonMembers';
import { WholeText } from './mapped';
import { replaceMembers, type MemberRange, type ReadMembers } from './memberRange';
import { ReadObject } from './nodes';
import { changeBetween, type TextChange } from './textChange';
import type { Comment, Span, SyntaxProblem, Tree } from './tree';
import { readYamlMembers, yamlMembers } from './yamlMembers';

/**
 * The tree of a text that differs in one place from the one that `tree` was read from: only the members around
 * that place are read. It is what reading all of the text gives; `undefined` where only that can tell. The
 * nodes of `tree` become those of the new one: nobody may use `tree` any more.
 */
export function changedTree(tree: Tree, text: string): Tree | undefined {
  const { source, root, format } = tree;
  if (!(source instanceof WholeText) || !(root instanceof ReadObject) || tree.entangled) return undefined;
  const change = changeBetween(source.text, text);
  if (change.start === change.end && change.by === 0) return tree;
  const isJson = format === 'json';
  if (!isJson && mayNest(source.text, text, change) && nestedTooDeeply(text) !== undefined) return undefined;
  // More than this is read as fast as a whole.
  let patience = text.length / 2;
  for (const range of isJson ? jsonMembers(tree, root, change) : yamlMembers(tree, root, change)) {
    const now = { ...range, end: range.end + change.by };
    patience -= now.end - now.start;
    if (patience < 0) return undefined;
    const read = isJson ? readJsonMembers(now, text, tree) : readYamlMembers(now, text, tree, change.by);
    if (!read) continue;
    replaceMembers(range, read, { by: change.by, source, isTight: !isJson });
    source.text = text;
    return {
      ...tree,
      problems: spliced(tree.problems, read.tree.problems, range, read, change),
      comments: spliced(tree.comments, read.tree.comments, range, read, change),
    };
  }
  return undefined;
}

/** True where a change has to do with brackets, or with what is between quotes. */
function mayNest(before: string, after: string, { start, end, by }: TextChange): boolean {
  return /["\\\n[\]{}]/.test(before.slice(start, end) + after.slice(start, end + by));
}

/** What lies before the range and, moved, behind it, with what was read in between. */
function spliced<Item extends SyntaxProblem | Comment>(
  all: readonly Item[],
  read: readonly Item[],
  { start, end }: MemberRange,
  { base }: ReadMembers,
  { by }: TextChange,
): Item[] {
  const moved = (item: Item, to: number): Item => ({ ...item, span: movedSpan(item.span, to) });
  return [
    ...all.filter(({ span }) => span.start < start),
    ...read.map((item) => moved(item, base)),
    ...all.filter(({ span }) => span.start >= end).map((item) => moved(item, by)),
  ];
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
