import { JsonReader } from './jsonReader';
import { lineEnd } from './lines';
import { WholeText } from './mapped';
import { wayTo, type MemberRange, type ReadMembers } from './memberRange';
import { ReadObject } from './nodes';
import type { TextChange } from './textChange';
import type { Tree } from './tree';

/** The members around a change of JSON that can be read by themselves, first those of the innermost object. */
export function* jsonMembers(tree: Tree, root: ReadObject, change: TextChange): Iterable<MemberRange> {
  const isAround = ({ start, end }: { start: number; end: number }): boolean =>
    start < change.start && change.end < end;
  if (!isAround(root)) return;
  const way = wayTo(root, change.start, isAround);
  for (let at = way.length - 1; at >= 0; at--) {
    const { node, index } = way[at];
    const range = node instanceof ReadObject && rangeIn(tree, node, index, change);
    if (range) yield { ...range, way: way.slice(0, at) };
  }
}

function rangeIn(
  tree: Tree,
  holder: ReadObject,
  index: number,
  change: TextChange,
): Omit<MemberRange, 'way'> | undefined {
  const { properties } = holder;
  if (!isClosed(tree, holder)) return undefined;
  let first = index;
  while (first > 0 && commaBefore(tree, holder, first) === undefined) first--;
  const start = first > 0 ? properties[first].start : holder.start + 1;
  for (let behind = index + 1; behind < properties.length; behind++) {
    const comma = commaBefore(tree, holder, behind);
    // What is wrong with a comma depends on what stands before it.
    if (comma === undefined || comma < change.end || isComplainedOf(tree, comma)) continue;
    return { holder, first: Math.max(0, first), behind, start, end: comma };
  }
  return { holder, first: Math.max(0, first), behind: properties.length, start, end: holder.end - 1 };
}

/** Where the comma stands that a member follows; `undefined` where anything else does. */
function commaBefore(
  { source, comments }: Tree,
  { properties }: ReadObject,
  index: number,
): number | undefined {
  const { text } = source;
  let at = properties[index].start - 1;
  while (isSpace(text.charCodeAt(at))) at--;
  if (text[at] !== ',' || (index > 0 && at < properties[index - 1].end)) return undefined;
  return comments.some(({ span }) => span.start <= at && at < span.end) ? undefined : at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** True for an object that its own brace closes. */
function isClosed(tree: Tree, { properties, end }: ReadObject): boolean {
  const last = properties.at(-1);
  return tree.source.text[end - 1] === '}' && last?.end !== end && !isComplainedOf(tree, end);
}

function isComplainedOf({ problems }: Tree, offset: number): boolean {
  return problems.some(({ span }) => span.start <= offset && offset <= span.end);
}

/** Reads the members of a range in the text as it is now; `undefined` where what follows them would be read otherwise. */
export function readJsonMembers(
  { way, start, end, holder, first, behind }: MemberRange,
  text: string,
  before: Tree,
): ReadMembers | undefined {
  const members = text.slice(start, end);
  const isLast = behind === holder.properties.length;
  // A comma follows, and belongs to a member.
  if (!isLast && /(?:^|,)\s*$/.test(members)) return undefined;
  const arrays = way.filter(({ node }) => node.kind === 'array').length;
  const source = new WholeText(`{${members}}`);
  const tree = new JsonReader(source).readInner(way.length - arrays, arrays);
  if (!(tree?.root instanceof ReadObject)) return undefined;
  // The comma before them would be one too many.
  if (tree.root.properties.length === 0 && (first > 0 || !isLast)) return undefined;
  // The brace stands for a comma, which closes nothing.
  if (!isLast && isComplainedOf(tree, source.text.length)) return undefined;
  // What is a placeholder depends on all quotes before it on its line, those in comments included.
  const isSure = tree.problems.length + before.problems.length + before.comments.length === 0;
  if (!isSure && text.slice(start, lineEnd(text, end)).includes('${')) return undefined;
  return { tree, root: tree.root, base: start - 1 };
}
