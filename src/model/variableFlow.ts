import { scopeGraph } from './scopeGraph';
import type { ObjectNode } from '../syntax/tree';
import type { Scope, State, StateMachine } from './stateMachine';
import { isolated, variablesOf } from './variables';
import { oncePer } from './oncePer';

export type Availability = 'always' | 'sometimes' | 'never';

/** One bit a variable, in words of 32. */
type Bits = Uint32Array;

interface Entry {
  /** Assigned on every way to the state. */
  readonly must: Bits;
  /** Assigned on some way to the state. */
  readonly may: Bits;
}

/** The flow of a machine's variables, followed once. */
export const variableFlow = oncePer((machine: StateMachine) => new VariableFlow(machine));

/**
 * Follows the variables of a machine along its transitions, into branches and iterations. States that
 * no transition reaches, or on levels with a transition that leads nowhere, have no answer.
 */
export class VariableFlow {
  readonly #numbers = new Map<string, number>();
  readonly #words: number;
  readonly #sets = new Map<ObjectNode, Bits>();
  readonly #entries = new Map<State, Entry>();

  constructor(machine: StateMachine) {
    const { assignments } = variablesOf(machine);
    for (const { name } of assignments) {
      if (!this.#numbers.has(name)) this.#numbers.set(name, this.#numbers.size);
    }
    this.#words = Math.ceil(this.#numbers.size / 32);
    for (const { name, holder } of assignments) {
      const bits = this.#sets.get(holder) ?? this.#none();
      const number = this.#numbers.get(name) ?? 0;
      bits[number >>> 5] |= 1 << (number & 31);
      this.#sets.set(holder, bits);
    }
    for (const scope of machine.scopes) this.#follow(scope);
  }

  /** Whether a variable has a value when a state is entered; `undefined` where the transitions do not say. */
  at(state: State, name: string): Availability | undefined {
    const entry = this.#entries.get(state);
    if (!entry) return undefined;
    const number = this.#numbers.get(name);
    if (number === undefined) return 'never';
    const word = number >>> 5;
    const bit = 1 << (number & 31);
    if (entry.must[word] & bit) return 'always';
    return entry.may[word] & bit ? 'sometimes' : 'never';
  }

  #none(): Bits {
    return new Uint32Array(this.#words);
  }

  #follow(scope: Scope): void {
    const { complete, reachable } = scopeGraph(scope);
    const start = scope.startAt?.value;
    const first = start?.kind === 'string' ? scope.byName.get(start.value) : undefined;
    const outside = scope.owner && !isolated(scope) ? this.#entries.get(scope.owner) : undefined;
    if (!complete || !first || (scope.owner && !isolated(scope) && !outside)) return;
    const entries = new Map<State, Entry>();
    entries.set(first, outside ?? { must: this.#none(), may: this.#none() });
    // A state can only lose bits of `must` and gain bits of `may`, so this ends.
    const pending = new Set([first]);
    for (const state of pending) {
      pending.delete(state);
      this.#pass(state, entries, pending);
    }
    for (const state of reachable) {
      const entry = entries.get(state);
      if (entry) this.#entries.set(state, entry);
    }
  }

  /** Hands what holds after a state to the states behind it; those that learn something are looked at again. */
  #pass(state: State, entries: Map<State, Entry>, changed: Set<State>): void {
    const entry = entries.get(state);
    if (!entry) return;
    const own = this.#sets.get(state.node);
    for (const { kind, property, target } of state.transitions) {
      const next = target && state.scope.byName.get(target.value);
      if (!next) continue;
      const set = this.#sets.get(property.parent);
      // Whether the Assign of a Choice holds beside that of a rule is not known: it may.
      const added = kind === 'Choice' ? union(set, own) : set;
      const after = { must: plus(entry.must, added), may: plus(entry.may, added) };
      const before = entries.get(next);
      const merged = before ? merge(before, after) : after;
      if (merged === before) continue;
      entries.set(next, merged);
      changed.add(next);
    }
  }
}

function plus(bits: Bits, added: Bits | undefined): Bits {
  if (!added) return bits;
  const sum = bits.slice();
  for (let word = 0; word < sum.length; word++) sum[word] |= added[word];
  return sum;
}

function union(a: Bits | undefined, b: Bits | undefined): Bits | undefined {
  return a ? plus(a, b) : b;
}

/** `before` itself where nothing changes. */
function merge(before: Entry, after: Entry): Entry {
  let changes = false;
  for (let word = 0; word < before.must.length && !changes; word++) {
    changes = (before.must[word] & ~after.must[word]) !== 0 || (after.may[word] & ~before.may[word]) !== 0;
  }
  if (!changes) return before;
  const must = before.must.slice();
  for (let word = 0; word < must.length; word++) must[word] &= after.must[word];
  return { must, may: plus(before.may, after.may) };
}
