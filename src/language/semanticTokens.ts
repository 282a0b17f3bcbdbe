import { ERROR_NAMES } from '../catalog/errorNames';
import type { IntrinsicCall } from '../expressions/intrinsic';
import { gapsOf } from '../model/gaps';
import type { StateMachine } from '../model/stateMachine';
import { variablesOf } from '../model/variables';
import { getItems } from '../syntax/navigate';
import type { Span, StringNode } from '../syntax/tree';
import { stateNames } from './definition';
import type { LanguageDocument } from './document';

/** What a word is, by the names that editors have colours for: states are functions, gaps are parameters. */
export const TOKEN_TYPES = ['function', 'variable', 'method', 'enumMember', 'parameter'] as const;
export const TOKEN_MODIFIERS = ['declaration', 'defaultLibrary'] as const;

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifier?: (typeof TOKEN_MODIFIERS)[number];
}

/**
 * What only the meaning of a text tells: names of states, variables, functions, errors and gaps, in the order
 * of the text. Definitions inside templates have no other colours.
 */
export function semanticTokens({ located }: LanguageDocument): SemanticToken[] {
  const tokens = located.stateMachines.flatMap((machine) => [...tokensOf(machine)]);
  tokens.sort((a, b) => a.span.start - b.span.start);
  let end = -1;
  return tokens.filter(({ span }) => {
    const isFree = span.start >= end && span.end > span.start;
    if (isFree) end = span.end;
    return isFree;
  });
}

function* tokensOf(machine: StateMachine): Generator<SemanticToken> {
  for (const { key } of machine.states)
    yield { span: within(key, 0, key.mapped.text.length), type: 'function', modifier: 'declaration' };
  for (const { name } of stateNames(machine)) {
    if (!name.dynamic) yield { span: within(name, 0, name.mapped.text.length), type: 'function' };
  }
  const { assignments, reads } = variablesOf(machine);
  for (const { key, name } of assignments)
    yield { span: within(key, 0, name.length), type: 'variable', modifier: 'declaration' };
  for (const { node, start, end } of reads) yield { span: within(node, start, end), type: 'variable' };
  yield* functionsIn(machine);
  for (const { retriers, catchers } of machine.states) {
    for (const name of [...retriers, ...catchers].flatMap((one) => getItems(one, 'ErrorEquals'))) {
      if (name.kind !== 'string' || name.dynamic) continue;
      const modifier = ERROR_NAMES.has(name.value) ? ('defaultLibrary' as const) : undefined;
      yield { span: within(name, 0, name.mapped.text.length), type: 'enumMember', modifier };
    }
  }
  for (const { span } of gapsOf(machine)) yield { span, type: 'parameter' };
}

function* functionsIn(machine: StateMachine): Generator<SemanticToken> {
  const { paths, jsonata } = machine.expressions;
  for (const { node, parsed } of paths) if (parsed.call) yield* callsIn(node, parsed.call);
  for (const { node, parsed } of jsonata) {
    for (const { start, end } of parsed.calls)
      yield { span: within(node, start, end), type: 'method', modifier: 'defaultLibrary' };
  }
}

function* callsIn(node: StringNode, call: IntrinsicCall): Generator<SemanticToken> {
  const span = within(node, call.start, call.nameEnd);
  yield { span, type: 'method', modifier: 'defaultLibrary' };
  for (const argument of call.arguments) if (argument.kind === 'call') yield* callsIn(node, argument);
}

function within({ mapped }: StringNode, start: number, end: number): Span {
  return { start: mapped.toHost(start), end: mapped.toHost(end) };
}
