import type { Scope, StateMachine } from '../model/stateMachine';
import { variablesOf, visibleScopes, type Assignment, type VariableRead } from '../model/variables';
import { TreeEditor, type TextEdit } from '../syntax/edit';
import { contains } from '../syntax/navigate';
import type { Span, StringNode } from '../syntax/tree';
import { stateNames } from './definition';
import type { LanguageDocument } from './document';
import { substitutionAt } from './substitutionSymbol';

/** A place where a state, a variable or a substitution is named. */
export interface Occurrence {
  readonly role: 'definition' | 'reference';
  /** The name alone: no quotes, no `$`, no `.$`. */
  readonly span: Span;
  /** Where a cursor means it: with its signs and quotes. */
  readonly whole: Span;
  /** The change that makes it another name; `undefined` where the host cannot take it. */
  rename(name: string): TextEdit | undefined;
}

/** Everything that has one name and means one thing. */
export interface Symbol {
  readonly kind: 'state' | 'variable' | 'substitution';
  readonly name: string;
  readonly machine: StateMachine;
  /** The level on which it is defined. */
  readonly scope: Scope;
  readonly occurrences: readonly Occurrence[];
}

/** What is named at an offset, with every place that names it. */
export function symbolAt({ located }: LanguageDocument, offset: number): Symbol | undefined {
  const machine = located.stateMachines.find(({ root }) => contains(root.span, offset));
  const named = machine && (stateAt(machine, offset) ?? variableAt(machine, offset));
  return named ?? substitutionAt(located, offset);
}

function stateAt(machine: StateMachine, offset: number): Symbol | undefined {
  const named = [...stateNames(machine)].find(({ name }) => contains(name.span, offset));
  const defined = machine.states.find(({ key }) => contains(key.span, offset));
  const name = named?.name.value ?? defined?.name;
  const scope = named?.scope ?? defined?.scope;
  return name === undefined || !scope ? undefined : stateSymbol(machine, scope, name);
}

/** A state of a level by its name. */
export function stateSymbol(machine: StateMachine, scope: Scope, name: string): Symbol | undefined {
  const state = scope.byName.get(name);
  if (!state) return undefined;
  const editor = new TreeEditor(machine.tree);
  const references = [...stateNames(machine)].filter((one) => one.scope === scope && one.name.value === name);
  const { key, property } = state;
  const occurrences: Occurrence[] = [
    { role: 'definition', span: inside(key), whole: key.span, rename: (to) => editor.rename(property, to) },
    ...references.map(({ name: node }): Occurrence => ({
      role: 'reference',
      span: inside(node),
      whole: node.span,
      rename: (to) => editor.replace(node, to),
    })),
  ];
  return { kind: 'state', name, machine, scope, occurrences: distinct(occurrences) };
}

/** A variable with everything that sets and reads it. */
export interface VariableUses {
  readonly name: string;
  readonly scope: Scope;
  readonly assignments: readonly Assignment[];
  readonly reads: readonly VariableRead[];
}

/** The variable that is set or read at an offset. */
export function variableUsesAt(machine: StateMachine, offset: number): VariableUses | undefined {
  const { assignments, reads } = variablesOf(machine);
  const assignment = assignments.find(({ key }) => contains(key.span, offset));
  const read = assignment ? undefined : reads.find((one) => contains(wholeRead(one), offset));
  const found = assignment ?? read;
  const scope = found && homeOf(machine, found.name, found.state.scope);
  if (!found || !scope) return undefined;
  const { name } = found;
  const same = (one: Assignment | VariableRead): boolean =>
    one.name === name && homeOf(machine, name, one.state.scope) === scope;
  return { name, scope, assignments: assignments.filter(same), reads: reads.filter(same) };
}

function variableAt(machine: StateMachine, offset: number): Symbol | undefined {
  const uses = variableUsesAt(machine, offset);
  if (!uses) return undefined;
  const { name, scope, assignments, reads } = uses;
  const editor = new TreeEditor(machine.tree);
  const occurrences: Occurrence[] = [
    ...assignments.map((one): Occurrence => ({
      role: 'definition',
      span: nameSpan(one),
      whole: one.key.span,
      rename: (to) => renameKey(editor, one, to),
    })),
    ...reads.map((one): Occurrence => ({
      role: 'reference',
      span: readSpan(one),
      whole: wholeRead(one),
      // A word that YAML would take for something else is none behind its sign.
      rename: (to) =>
        rewrite(one.node, nameStart(one), one.end, to) ??
        rewrite(one.node, one.start, one.end, one.node.mapped.text.slice(one.start, nameStart(one)) + to),
    })),
  ];
  return { kind: 'variable', name, machine, scope, occurrences: distinct(occurrences) };
}

/** The outermost visible level that assigns the variable: inner levels read it and may not assign it anew. */
function homeOf(machine: StateMachine, name: string, from: Scope): Scope | undefined {
  const { byScope } = variablesOf(machine);
  return visibleScopes(from)
    .filter((scope) => byScope.get(scope)?.has(name))
    .pop();
}

/** The key as a whole, with the quotes that it then needs. */
function renameKey(editor: TreeEditor, { key, name }: Assignment, to: string): TextEdit | undefined {
  if (key.parent?.kind !== 'property') return undefined;
  return editor.rename(key.parent, to + key.mapped.text.slice(name.length));
}

function rewrite({ mapped }: StringNode, start: number, end: number, to: string): TextEdit | undefined {
  const newText = mapped.encode(to, start, end);
  return newText === undefined
    ? undefined
    : { span: { start: mapped.toHost(start), end: mapped.toHost(end) }, newText };
}

/** A read's offsets hold its `$`. */
function nameStart({ node, start, name }: VariableRead): number {
  return node.mapped.text.startsWith(`$${name}`, start) ? start + 1 : start;
}

function readSpan(read: VariableRead): Span {
  const { mapped } = read.node;
  return { start: mapped.toHost(nameStart(read)), end: mapped.toHost(read.end) };
}

/** Where a read of a variable stands, with its sign. */
export function wholeRead({ node: { mapped }, start, end }: VariableRead): Span {
  return { start: mapped.toHost(start), end: mapped.toHost(end) };
}

function nameSpan({ key, name }: Assignment): Span {
  return { start: key.mapped.toHost(0), end: key.mapped.toHost(name.length) };
}

function inside({ mapped }: StringNode): Span {
  return { start: mapped.toHost(0), end: mapped.toHost(mapped.text.length) };
}

/** What an alias repeats is written once. */
function distinct(occurrences: readonly Occurrence[]): Occurrence[] {
  const byPlace = new Map(occurrences.map((one) => [`${one.span.start}-${one.span.end}`, one]));
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
}
