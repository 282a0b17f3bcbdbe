import { lineEnd, lineStart } from './lines';
import { WholeText } from './mapped';
import { wayTo, type MemberRange, type ReadMembers } from './memberRange';
import { ReadObject, type ReadProperty } from './nodes';
import { readPlainYaml } from './plainYaml';
import type { TextChange } from './textChange';
import type { Span, Tree } from './tree';
import { readYaml } from './yamlReader';

type Members = Omit<MemberRange, 'way'>;

/** The members around a change of YAML that can be read by themselves, whole lines each, first the innermost ones. */
export function* yamlMembers(tree: Tree, root: ReadObject, change: TextChange): Iterable<MemberRange> {
  const { text } = tree.source;
  const isBlock = ({ start }: { start: number }): boolean =>
    start <= change.start && text[start] !== '{' && text[start] !== '[';
  if (!isBlock(root)) return;
  const wrong = wrongPart(tree);
  const way = wayTo(root, change.start, isBlock);
  for (let at = way.length - 1; at >= 0; at--) {
    const { node, index } = way[at];
    if (!(node instanceof ReadObject) || index < 0) continue;
    const members = wrong ? undefined : membersAround(text, node, change);
    if (members) yield { ...members, way: way.slice(0, at) };
    const guarded = guardedMembers(text, node, {
      start: Math.min(change.start, wrong?.start ?? change.start),
      end: Math.max(change.end, wrong?.end ?? 0),
    });
    if (guarded) yield { ...guarded, way: way.slice(0, at) };
  }
}

/** Where the problems of a tree are, from the first one to the last. */
function wrongPart({ problems }: Tree): Span | undefined {
  if (problems.length === 0) return undefined;
  return { start: problems[0].span.start, end: Math.max(...problems.map(({ span }) => span.end)) };
}

/** The members that a part of the text touches. */
function membersAround(text: string, holder: ReadObject, { start, end }: Span): Members | undefined {
  const { properties } = holder;
  const column = columnOf(text, holder.start);
  let first = properties.length - 1;
  while (first >= 0 && properties[first].start > start) first--;
  const from = first < 0 ? undefined : ownLine(text, properties[first], column);
  if (from === undefined) return undefined;
  for (let behind = first + 1; behind < properties.length; behind++) {
    const line = ownLine(text, properties[behind], column);
    if (line !== undefined && end < line) return { holder, first, behind, start: from, end: line };
  }
  const line = nextLine(text, holder.end);
  if (end >= line && line < text.length) return undefined;
  return { holder, first, behind: properties.length, start: from, end: line };
}

/**
 * The same with a member before them and one behind them, or all up to the end of the text: what is wrong with
 * them must not reach further.
 */
function guardedMembers(text: string, holder: ReadObject, part: Span): Members | undefined {
  const { properties } = holder;
  const members = membersAround(text, holder, part);
  if (!members) return undefined;
  const column = columnOf(text, holder.start);
  const first = Math.max(0, members.first - 1);
  const start = ownLine(text, properties[first], column);
  if (start === undefined) return undefined;
  if (members.behind === properties.length)
    return members.end === text.length ? { ...members, first, start, guard: 'end' } : undefined;
  const guard = properties[members.behind];
  const behind = members.behind + 1;
  const next = properties.at(behind);
  const end = next ? ownLine(text, next, column) : nextLine(text, holder.end);
  return end === undefined ? undefined : { holder, first, behind, start, end, guard };
}

/** The start of a key's line, which has to begin with it, in the column of the first key. */
function ownLine(text: string, property: ReadProperty, column: number): number | undefined {
  const start = lineStart(text, property.start);
  return property.start - start === column && text.slice(start, property.start).trim() === ''
    ? start
    : undefined;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where the first line behind an offset begins that is neither blank nor a comment. */
function nextLine(text: string, offset: number): number {
  let at = offset;
  do {
    const lineBreak = text.indexOf('\n', at);
    if (lineBreak < 0) return text.length;
    at = lineBreak + 1;
  } while (/^[ \t]*(?:#|\r?$)/.test(text.slice(at, lineEnd(text, at))));
  return at;
}

/** Reads the members of a range in the text as it is now; `undefined` where they are no longer members of their object. */
export function readYamlMembers(
  range: MemberRange,
  text: string,
  before: Tree,
  by: number,
): ReadMembers | undefined {
  const { holder, start, end, way, guard } = range;
  const lines = text.slice(start, end);
  const column = columnOf(before.source.text, holder.start);
  // At the left edge a document may end.
  if (column === 0 && /^(?:---|\.\.\.|%)/m.test(lines)) return undefined;
  // Behind such a comment a text goes on with lines that are less indented than it.
  if (lines.includes('#') && new RegExp(`^ {0,${column}}#\\S`, 'm').test(lines)) return undefined;
  // The line break lets the text be one of its own, that keeps no other in memory.
  const source = new WholeText(`\n${lines}`);
  const base = start - 1;
  const tree = readPlainYaml(source, way.length) ?? (guard && readUpTo(source, column, guard, by - base));
  if (!(tree?.root instanceof ReadObject)) return undefined;
  const { root } = tree;
  const isSame = columnOf(source.text, root.start) === column && source.text[root.start] !== '{';
  return isSame ? { tree, root, base } : undefined;
}

/** Reads what is not plain; `undefined` where the last member is not read as it was. */
function readUpTo(
  source: WholeText,
  column: number,
  guard: ReadProperty | 'end',
  by: number,
): Tree | undefined {
  const { text } = source;
  if (text.includes('\t') || new RegExp(`^ {0,${column - 1}}[^ #\\r\\n]`, 'm').test(text)) return undefined;
  const { tree, hasLowFlowText } = readYaml(source);
  const last = tree.root instanceof ReadObject ? tree.root.properties.at(-1) : undefined;
  if (!last || hasLowFlowText || tree.entangled) return undefined;
  if (guard === 'end') return tree;
  const isRead = last.start === guard.start + by && last.end === guard.end + by;
  return isRead && tree.problems.every(({ span }) => span.end <= last.start) ? tree : undefined;
}
