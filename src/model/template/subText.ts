import type { Span, StringNode } from '../../syntax/tree';

/** One `${…}` in a text of `Fn::Sub`. */
export interface SubGap {
  /** `Name`, `Name.Attribute` or a pseudo parameter. */
  readonly name: string;
  readonly span: Span;
  /** Offsets in the decoded text. */
  readonly start: number;
  readonly end: number;
}

const GAP = /\$\{([^{}]*)\}/g;

/** The gaps of a text in order; `${!Name}` is text that stays as it is. */
export function subGapsOf({ value, mapped }: StringNode): SubGap[] {
  if (!value.includes('${')) return [];
  const gaps: SubGap[] = [];
  for (const { 0: written, 1: name, index } of value.matchAll(GAP)) {
    if (name.startsWith('!')) continue;
    const end = index + written.length;
    const span = { start: mapped.toHost(index), end: mapped.toHost(end) };
    gaps.push({ name: name.trim(), span, start: index, end });
  }
  return gaps;
}
