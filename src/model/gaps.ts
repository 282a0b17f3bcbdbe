import type { Mapped } from '../syntax/mapped';
import { walk } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { StateMachine } from './stateMachine';
import { oncePer } from './oncePer';

/** A `${Name}` of a definition, where a template fills something in. */
export interface Gap {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** With `${` and `}`. */
  readonly whole: Span;
}

const GAP = /(?<!\$)\$\{(\s*!?)([A-Za-z_][\w.:-]*)\s*\}/g;

/** Everything in a definition that is one name to be filled in, in the order of the text; searched once. */
export const gapsOf = oncePer((machine: StateMachine): readonly Gap[] => findGaps(machine));

function findGaps({ tree, root }: StateMachine): Gap[] {
  const { source } = tree;
  const begin = source.fromHost(root.span.start);
  const end = source.fromHost(root.span.end);
  if (!source.text.slice(begin, end).includes('${')) return [];
  if (tree.format === 'json' && tree.root === root) return gapsIn(source, begin, end);
  // Comments are not filled in, nor what `Fn::Sub` fills in by itself.
  const gaps: Gap[] = [];
  walk(root, (node) => {
    if (node.kind === 'string' && node.tag === undefined) gaps.push(...gapsIn(node.mapped));
    if (node.kind === 'dynamic' && node.tag === undefined)
      gaps.push(...gapsIn(source, source.fromHost(node.span.start), source.fromHost(node.span.end)));
    if (node.kind === 'object') for (const { key } of node.properties) gaps.push(...gapsIn(key.mapped));
  });
  return gaps.sort((a, b) => a.whole.start - b.whole.start);
}

function gapsIn(mapped: Mapped, begin = 0, end = mapped.text.length): Gap[] {
  const part = mapped.text.slice(begin, end);
  if (!part.includes('${')) return [];
  return Array.from(part.matchAll(GAP), ({ 0: all, 1: space, 2: name, index }): Gap => {
    const at = begin + index;
    const start = at + '${'.length + space.length;
    const span = (from: number, to: number): Span => ({ start: mapped.toHost(from), end: mapped.toHost(to) });
    return { name, span: span(start, start + name.length), whole: span(at, at + all.length) };
  });
}
