import type { Scope, State, StateMachine } from '../../model/stateMachine';
import type { TextEdit } from '../../syntax/edit';
import { contains } from '../../syntax/navigate';
import type { Span } from '../../syntax/tree';
import type { LanguageDocument } from '../document';

export type RefactoringKind = 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite';

/** A cursor or a selection in a definition. */
export interface Place {
  readonly document: LanguageDocument;
  readonly machine: StateMachine;
  /** The innermost state around the start of the selection. */
  readonly state?: State;
  /** The states of one level that the selection touches; the state itself where nothing is selected. */
  readonly selected: readonly State[];
}

/** A change that is possible at a place, or says why it is not. */
export interface Offer {
  readonly title: string;
  /** Tells one of several offers of a refactoring from the others. */
  readonly argument?: string;
  /** Why it cannot be done here, in one sentence. */
  readonly disabled?: string;
}

export interface RefactoringResult {
  readonly edits: readonly TextEdit[];
  /** A file that is made beside the document. */
  readonly file?: { readonly name: string; readonly text: string };
  /** What the author should know, a sentence each. */
  readonly remarks?: readonly string[];
}

/** One kind of change: what is offered as the cursor moves, and worked out when it is chosen. */
export interface Refactoring {
  readonly id: string;
  readonly kind: RefactoringKind;
  /** True for one that moves states about, for which the whole definition has to be readable. */
  readonly moves?: boolean;
  offers(place: Place): Iterable<Offer>;
  /** `undefined` where the text cannot hold the change. */
  apply(place: Place, argument?: string): RefactoringResult | undefined;
}

/** What stands at a selection; `undefined` outside of definitions. */
export function placeOf(document: LanguageDocument, { start, end }: Span): Place | undefined {
  const { stateMachines, isDefinition } = document.located;
  const machine =
    stateMachines.find(({ root }) => contains(root.span, start)) ??
    (isDefinition ? stateMachines.at(0) : undefined);
  if (!machine) return undefined;
  const state = innermost(machine, start);
  if (start === end) return { document, machine, state, selected: state ? [state] : [] };
  const scope = machine.scopes.filter(({ node }) => node.span.start <= start && end <= node.span.end).pop();
  const selected = (scope?.states ?? []).filter(({ property }) => touches(property.span, start, end));
  const only = selected.length === 1 && state && isWithin(state, selected[0]) ? [state] : selected;
  return { document, machine, state: state ?? only.at(0), selected: only };
}

/** The name for a state that no state of the machine has yet. */
export function freeName({ states }: StateMachine, wanted: string): string {
  const taken = new Set(states.map(({ name }) => name));
  const short = wanted.slice(0, LONGEST - 4);
  let name = short;
  for (let count = 2; taken.has(name); count++) name = `${short} ${count}`;
  return name;
}

/** Characters of a state's name at most ("Service quotas"). */
const LONGEST = 80;

function innermost({ states }: StateMachine, offset: number): State | undefined {
  return states.filter(({ property }) => contains(property.span, offset)).pop();
}

function touches(span: Span, start: number, end: number): boolean {
  return span.start < end && start < span.end;
}

function isWithin(state: State, outer: State): boolean {
  let scope: Scope | undefined = state.scope;
  for (let at: State | undefined = state; at; at = scope?.owner) {
    if (at === outer) return true;
    scope = at.scope;
  }
  return false;
}
