import type { EmbeddedDefinition } from '../model/locate';
import type { Scope, State } from '../model/stateMachine';
import type { Span } from '../syntax/tree';
import { spanOfProperty } from './spans';
import type { LanguageDocument } from './document';

/** A state, branch or processor in the outline. */
export interface OutlineSymbol {
  readonly name: string;
  /** The state's type, or what holds the states. */
  readonly detail: string;
  readonly kind: 'state' | 'terminal' | 'choice' | 'container' | 'level';
  readonly span: Span;
  /** The name in the text. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of every definition in a document, nested as the states are; in a template under their resources. */
export function symbols({ located }: LanguageDocument): OutlineSymbol[] {
  if (located.template) return located.definitions.flatMap((definition) => machineSymbol(definition) ?? []);
  return located.stateMachines.flatMap(({ scope }) => scope.states.map(stateSymbol));
}

function machineSymbol({ resource, machine, type }: EmbeddedDefinition): OutlineSymbol | undefined {
  if (!machine) return undefined;
  const { key, node } = resource;
  return {
    name: resource.id,
    detail: type === 'EXPRESS' ? 'Express state machine' : 'state machine',
    kind: 'level',
    span: { start: Math.min(key.start, node.span.start), end: Math.max(key.end, node.span.end) },
    nameSpan: key,
    children: machine.scope.states.map(stateSymbol),
  };
}

function stateSymbol(state: State): OutlineSymbol {
  return {
    name: state.name || '(no name)',
    detail: state.type ?? '',
    kind: symbolKind(state),
    span: spanOfProperty(state.property),
    nameSpan: state.key.span,
    children: children(state),
  };
}

/** A Map shows its inner states at once; a Parallel needs a level that tells its branches apart. */
function children({ type, scopes }: State): OutlineSymbol[] {
  if (type !== 'Parallel') return scopes.flatMap((scope) => scope.states.map(stateSymbol));
  return scopes.map((scope, index) => ({
    name: `Branch ${index + 1}`,
    detail: startOf(scope),
    kind: 'level',
    span: scope.node.span,
    nameSpan: { start: scope.node.span.start, end: scope.node.span.start },
    children: scope.states.map(stateSymbol),
  }));
}

function startOf({ startAt }: Scope): string {
  return startAt?.value?.kind === 'string' ? startAt.value.value : '';
}

function symbolKind({ type }: State): OutlineSymbol['kind'] {
  if (type === 'Choice') return 'choice';
  if (type === 'Map' || type === 'Parallel') return 'container';
  return type === 'Succeed' || type === 'Fail' ? 'terminal' : 'state';
}
