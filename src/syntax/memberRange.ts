import { ReadArray, ReadObject, type ReadNode, type ReadProperty } from './nodes';
import type { Mapped } from './mapped';
import type { Tree } from './tree';

/** An object or array, and which of its members leads further in. */
export interface Step {
  readonly node: ReadObject | ReadArray;
  readonly index: number;
}

/** Members of an object that stand together and are read anew, with the text `[start, end)` that is theirs. */
export interface MemberRange {
  readonly holder: ReadObject;
  /** The way to the holder, outside in. */
  readonly way: readonly Step[];
  /** Indexes `[first, behind)` of the members. */
  readonly first: number;
  readonly behind: number;
  readonly start: number;
  readonly end: number;
  /**
   * The last one, where it has to be read as it was, or what is wrong with others would reach beyond it; `end`
   * where nothing follows. Absent where nothing may be wrong.
   */
  readonly guard?: ReadProperty | 'end';
}

/** What has been read in place of the members of a range. */
export interface ReadMembers {
  readonly tree: Tree;
  readonly root: ReadObject;
  /** What has to be added to an offset of it. */
  readonly base: number;
}

/** The way from a root to the innermost container around an offset, as far as `enters` lets it. */
export function wayTo(root: ReadObject, offset: number, enters: (node: ReadNode) => boolean): Step[] {
  const way: Step[] = [];
  for (let node: ReadNode | undefined = root; node instanceof ReadObject || node instanceof ReadArray;) {
    const index = lastFrom(node, offset);
    way.push({ node, index });
    const inner: ReadNode | undefined =
      node instanceof ReadObject ? node.properties.at(index)?.value : node.items.at(index);
    node = index >= 0 && inner && enters(inner) ? inner : undefined;
  }
  return way;
}

/** The last member that begins at or before an offset; -1 where there is none. */
function lastFrom(node: ReadObject | ReadArray, offset: number): number {
  let low = 0;
  let high = node instanceof ReadObject ? node.properties.length : node.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start } = node instanceof ReadObject ? node.properties[middle] : node.items[middle];
    if (start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Puts members that have been read anew in the place of the old ones; all that follows moves. `isTight` says
 * that a container ends with its last member, as blocks of YAML do.
 */
export function replaceMembers(
  { holder, way, first, behind }: MemberRange,
  { root, base }: ReadMembers,
  { by, source, isTight }: { by: number; source: Mapped; isTight: boolean },
): void {
  const { properties } = holder;
  const isLast = behind === properties.length;
  moveAll(properties, behind, by);
  for (const property of root.properties) {
    property.move(base, source);
    property.parent = holder;
  }
  holder.properties = [...properties.slice(0, first), ...root.properties, ...properties.slice(behind)];
  const lastRead = root.properties.at(-1);
  holder.end = isTight && isLast && lastRead ? lastRead.end : holder.end + by;
  if (isTight && first === 0) holder.start = holder.properties[0].start;
  for (let at = way.length - 1; at >= 0; at--) endAnew(way[at], by, isTight);
}

/** What is inside has ended elsewhere. */
function endAnew({ node, index }: Step, by: number, isTight: boolean): void {
  const inner = node instanceof ReadObject ? node.properties[index] : node.items[index];
  if (node instanceof ReadObject) {
    const property = node.properties[index];
    property.end = property.value?.end ?? property.end;
  }
  const members = node instanceof ReadObject ? node.properties : node.items;
  moveAll(members, index + 1, by);
  node.end = isTight && index === members.length - 1 ? inner.end : node.end + by;
}

function moveAll(members: readonly (ReadProperty | ReadNode)[], from: number, by: number): void {
  if (by === 0) return;
  for (let index = from; index < members.length; index++) members[index].move(by);
}
