import { firstState } from '../scopeGraph';
import type { Scope, State, StateMachine } from '../stateMachine';
import { variablesOf, visibleScopes } from '../variables';
import { join } from './join';
import { jsonataStateData } from './jsonataState';
import { jsonPathStateData } from './jsonPathState';
import { flowOrder, type Step } from './order';
import { NEVER, OPEN, UNKNOWN, type Shape } from './shape';
import type { StateData, Surroundings } from './stateData';
import { oncePer } from '../oncePer';

/** How often all states are gone through in their order; what goes on changing then becomes unknown. */
const PATIENCE = 12;

/** The flow of a machine's data, followed once, when somebody asks. */
export const dataFlow = oncePer((machine: StateMachine) => new DataFlow(machine));

/**
 * Follows the data of a machine along its transitions, into branches and iterations and out of them. What it
 * says is never less than what a run can bring; where it cannot tell, it says unknown.
 */
export class DataFlow {
  readonly #inputs = new Map<State, Shape>();
  readonly #outputs = new Map<Scope, Shape>();
  readonly #variables = new Map<Scope, Map<string, Shape>>();
  readonly #assigns: boolean;
  readonly #items = new Map<State, Shape>();
  readonly #readers = new Map<string, Set<State>>();
  readonly #dirty = new Set<State>();
  readonly #data = new Map<State, StateData>();
  readonly #steps: readonly Step[];
  #before?: Map<State, State[]>;
  #rounds = 0;

  constructor(machine: StateMachine) {
    const { assignments, reads } = variablesOf(machine);
    this.#assigns = assignments.length > 0;
    if (this.#assigns) {
      for (const { name, state } of reads) {
        const readers = this.#readers.get(name);
        if (readers) readers.add(state);
        else this.#readers.set(name, new Set([state]));
      }
    }
    this.#reach(firstState(machine.scope), OPEN);
    this.#steps = flowOrder(machine);
    this.#run();
  }

  /** What is known of the data of a state; `undefined` for one that no transition reaches. */
  at(state: State): StateData | undefined {
    return this.#data.get(state);
  }

  /** The states with a transition to a state. */
  before(state: State): readonly State[] {
    return (this.#before ??= predecessors(this.#steps)).get(state) ?? [];
  }

  /** What a variable can hold where a state reads it; `undefined` where no level that it sees assigns it. */
  variable(state: State, name: string): Shape | undefined {
    if (this.#variables.size === 0) return undefined;
    for (const scope of visibleScopes(state.scope)) {
      const shape = this.#variables.get(scope)?.get(name);
      if (shape) return shape;
    }
    return undefined;
  }

  /** The item of the nearest Map around a state. */
  item({ scope }: State): Shape {
    for (let owner = scope.owner; owner; owner = owner.scope.owner) {
      if (owner.type === 'Map') return this.#items.get(owner) ?? UNKNOWN;
    }
    return UNKNOWN;
  }

  #run(): void {
    for (; this.#dirty.size > 0; this.#rounds++) {
      for (const step of this.#steps) {
        const { state, leaves } = step;
        if (!this.#dirty.has(state)) continue;
        const data = this.#evaluate(state);
        if (!leaves) {
          this.#enter(state, data);
          continue;
        }
        this.#dirty.delete(state);
        this.#data.set(state, data);
        this.#leave(step, data);
      }
    }
  }

  #evaluate(state: State): StateData {
    const around: Surroundings = {
      input: this.#inputs.get(state) ?? NEVER,
      item: this.item(state),
      results: state.scopes.map((scope) => this.#outputs.get(scope) ?? NEVER),
      assigns: this.#assigns,
      variable: (name) => this.variable(state, name),
    };
    return state.queryLanguage === 'JSONata'
      ? jsonataStateData(state, around)
      : jsonPathStateData(state, around);
  }

  #enter(state: State, { given, item }: StateData): void {
    if (item && this.#add(this.#items, state, item)) state.scopes.forEach((scope) => this.#lookAgain(scope));
    for (const scope of state.scopes) this.#reach(firstState(scope), given);
  }

  #leave({ state, next }: Step, { exits, output, assigned }: StateData): void {
    for (const { name, shape } of assigned) this.#assign(state, name, shape);
    next.forEach((target, index) => this.#reach(target, exits[index]));
    const ends = state.type === 'Succeed' || state.node.properties.some(({ name }) => name === 'End');
    const { owner } = state.scope;
    if (ends && owner && this.#add(this.#outputs, state.scope, output)) this.#dirty.add(owner);
  }

  #reach(state: State | undefined, shape: Shape): void {
    if (state && shape !== NEVER && this.#add(this.#inputs, state, shape)) this.#dirty.add(state);
  }

  #assign(state: State, name: string, shape: Shape): void {
    const variables = this.#variables.get(state.scope) ?? new Map<string, Shape>();
    this.#variables.set(state.scope, variables);
    if (!this.#add(variables, name, shape)) return;
    for (const reader of this.#readers.get(name) ?? []) {
      if (this.#inputs.has(reader)) this.#dirty.add(reader);
    }
  }

  /** True where the shape says something new about the place. */
  #add<Place>(shapes: Map<Place, Shape>, place: Place, shape: Shape): boolean {
    const before = shapes.get(place) ?? NEVER;
    const after = join(before, shape);
    if (after === before) return false;
    shapes.set(place, this.#rounds < PATIENCE ? after : UNKNOWN);
    return true;
  }

  /** What looks at the item of the Map around it has to be looked at again. */
  #lookAgain(scope: Scope): void {
    for (const state of scope.states) {
      if (this.#inputs.has(state)) this.#dirty.add(state);
      for (const inner of state.scopes) this.#lookAgain(inner);
    }
  }
}

function predecessors(steps: readonly Step[]): Map<State, State[]> {
  const before = new Map<State, State[]>();
  for (const { state, next, leaves } of steps) {
    if (!leaves) continue;
    for (const target of new Set(next)) {
      if (!target) continue;
      const found = before.get(target);
      if (found) found.push(state);
      else before.set(target, [state]);
    }
  }
  return before;
}
