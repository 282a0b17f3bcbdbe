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

function findGaps({ tree: { source }, root }: StateMachine): Gap[] {
  const begin = source.fromHost(root.span.start);
  const text = source.text.slice(begin, source.fromHost(root.span.end));
  if (!text.includes('${')) return [];
  return Array.from(text.matchAll(GAP), ({ 0: all, 1: space, 2: name, index }): Gap => {
    const at = begin + index;
    const start = at + '${'.length + space.length;
    const span = (from: number, to: number): Span => ({ start: source.toHost(from), end: source.toHost(to) });
    return { name, span: span(start, start + name.length), whole: span(at, at + all.length) };
  });
}
