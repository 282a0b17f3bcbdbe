import type { State, StateMachine } from '../../model/stateMachine';
import { walk } from '../../syntax/navigate';
import type { Span } from '../../syntax/tree';

/** A part of a state's text that other states repeat by an alias. */
export interface SharedPart {
  readonly span: Span;
  /** The state that has it written out, and those that repeat it. */
  readonly states: ReadonlySet<State>;
}

/** What the states of a machine have in common by anchors of YAML; a change of it changes all of them. */
export function sharedParts({ tree, states }: StateMachine): SharedPart[] {
  if (!hasAliases(tree.format, tree.source.text)) return [];
  const parts = new Map<string, { span: Span; states: Set<State> }>();
  for (const state of states) {
    walk(state.property.value, ({ span }) => {
      if (covers(state.property.span, span)) return;
      const key = `${span.start}-${span.end}`;
      const part = parts.get(key) ?? { span, states: new Set<State>() };
      parts.set(key, part);
      part.states.add(state);
    });
  }
  for (const { span, states: users } of parts.values()) {
    for (const state of states) if (covers(state.property.span, span)) users.add(state);
  }
  return [...parts.values()];
}

/** True for YAML in which something is written once and used in several places. */
export function hasAliases(format: string, text: string): boolean {
  return format === 'yaml' && /[:-][ \t]+\*[^\s*]/.test(text);
}

/** True where two spans have a character in common. */
export function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
