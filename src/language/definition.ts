import type { Scope, StateMachine } from '../model/stateMachine';
import { contains } from '../syntax/navigate';
import type { Span, StringNode } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { spanOfProperty } from './spans';
import { referenceDefinition } from './templateDefinition';

/** Where the name under the cursor is defined. */
export interface DefinitionLink {
  /** The name that was asked for. */
  readonly from: Span;
  /** The whole of what it names. */
  readonly target: Span;
  readonly targetName: Span;
}

/**
 * The state that `Next`, `Default`, `StartAt` or a catcher's `Next` at the offset names; in a template also
 * the resource, parameter or substitution.
 */
export function definition({ located, text }: LanguageDocument, offset: number): DefinitionLink | undefined {
  for (const machine of located.stateMachines) {
    for (const { name, scope } of stateNames(machine)) {
      if (!contains(name.span, offset)) continue;
      const state = scope.byName.get(name.value);
      if (state)
        return { from: name.span, target: spanOfProperty(state.property), targetName: state.key.span };
    }
    // At its own name a state leads to itself, for which editors show what names it.
    const own = machine.states.find(({ key }) => contains(key.span, offset));
    if (own) return { from: own.key.span, target: spanOfProperty(own.property), targetName: own.key.span };
  }
  return located.template && referenceDefinition(located, text, offset);
}

/** Every place where a definition names a state, with the level that the name belongs to. */
export function* stateNames({ scopes, states }: StateMachine): Iterable<{ name: StringNode; scope: Scope }> {
  for (const scope of scopes) {
    const start = scope.startAt?.value;
    if (start?.kind === 'string') yield { name: start, scope };
  }
  for (const { scope, transitions } of states) {
    for (const { target } of transitions) if (target) yield { name: target, scope };
  }
}
