import { isDefinite, type JsonPath } from '../../expressions/jsonPath';
import { get, property } from '../../syntax/navigate';
import type { ObjectNode, Property, TreeNode } from '../../syntax/tree';
import { leadingNames } from '../inputReads';
import type { State } from '../stateMachine';
import { adjusted, written } from './access';
import { contextShape } from './contextShape';
import { ERROR_OUTPUT } from './errorOutput';
import { pathOf, payloadShape } from './evaluation';
import { batched, itemShape } from './mapShape';
import { refined, refused } from './refine';
import { EMPTY, NEVER, UNKNOWN, present, type Member, type Shape } from './shape';
import { orUnknown, pathShape, type Sight } from './sight';
import type { Assigned, StateData, Surroundings } from './stateData';
import { stateResult } from './stateResult';

/** Evaluates a JSONPath state for what reaches it. */
export function jsonPathStateData(state: State, around: Surroundings): StateData {
  const { type, node, transitions } = state;
  if ((type === 'Wait' || type === 'Succeed' || type === 'Fail') && !node.properties.some(isDataField)) {
    const { input } = around;
    return {
      input,
      effective: input,
      given: input,
      assigning: input,
      combined: input,
      output: input,
      exits: transitions.map(() => input),
      assigned: NONE,
    };
  }
  return new JsonPathState(state, around).data();
}

const NONE: readonly never[] = [];

/** A field that reads, shapes or keeps data. */
function isDataField({ name }: Property): boolean {
  return name.endsWith('Path') || name === 'Assign';
}

/** What a path can see; the context object is put together when it is read. */
class StateSight implements Sight {
  readonly root: Shape;
  readonly #around: Surroundings;
  readonly #item: Shape;
  readonly #read?: (readonly string[])[];

  constructor(root: Shape, around: Surroundings, item: Shape, read?: (readonly string[])[]) {
    this.root = root;
    this.#around = around;
    this.#item = item;
    this.#read = read;
  }

  get context(): Shape {
    return contextShape(this.#item);
  }

  variable(name: string): Shape {
    return this.#around.variable(name) ?? UNKNOWN;
  }

  seen(path: JsonPath): void {
    if (this.#read && isDefinite(path)) this.#read.push(leadingNames(path));
  }
}

class JsonPathState {
  readonly #state: State;
  readonly #around: Surroundings;
  /** What is read of the input, and is therefore there when the state has done its work. */
  readonly #read: (readonly string[])[] = [];

  constructor(state: State, around: Surroundings) {
    this.#state = state;
    this.#around = around;
  }

  data(): StateData {
    const { node, type } = this.#state;
    const { input, results } = this.#around;
    const effective = this.#path('InputPath', input, this.#sight(input, true));
    const whole = property(node, 'InputPath') === undefined;
    const sight = this.#sight(effective, whole);
    const parameters = get(node, 'Parameters');
    const item =
      type === 'Map' ? itemShape(this.#state, this.#path('ItemsPath', effective, sight)) : undefined;
    const given = item
      ? this.#iteration(item, effective)
      : parameters
        ? payloadShape(parameters, sight)
        : effective;
    const work = stateResult(this.#state, results) ?? (type === 'Pass' ? given : undefined);
    const selector = get(node, 'ResultSelector');
    const result = work && selector ? payloadShape(selector, this.#sight(work)) : work;
    let known = input;
    for (const names of this.#read) known = adjusted(known, names, there) ?? known;
    // A Parallel with a branch that never ends has nothing behind it.
    const combined =
      work === NEVER ? NEVER : result ? placed(node, known, result) : whole ? known : effective;
    const output = combined === NEVER ? NEVER : this.#path('OutputPath', combined, this.#sight(combined));
    // Whether "$" is what the selector has made is not said.
    const assigning = selector ? UNKNOWN : (work ?? effective);
    return {
      input,
      effective,
      given,
      item,
      result: work,
      selected: selector && result,
      assigning,
      combined,
      output,
      exits: this.#exits(combined, output),
      assigned: this.#assigned(assigning, effective),
    };
  }

  #sight(root: Shape, learns = false, item = this.#around.item): Sight {
    return new StateSight(root, this.#around, item, learns ? this.#read : undefined);
  }

  /** What a path field picks out of a value; all of it where the field is absent, nothing where it is null. */
  #path(name: string, root: Shape, sight: Sight): Shape {
    const value = get(this.#state.node, name);
    if (!value) return root;
    if (value.kind === 'null') return EMPTY;
    const path = value.kind === 'string' && !value.dynamic ? pathOf(value.value) : undefined;
    return path ? orUnknown(pathShape(path, sight).shape) : UNKNOWN;
  }

  #iteration(item: Shape, effective: Shape): Shape {
    const { node } = this.#state;
    const selector = get(node, 'ItemSelector') ?? get(node, 'Parameters');
    const each = selector ? payloadShape(selector, this.#sight(effective, false, item)) : item;
    return batched(this.#state, each, (input) => payloadShape(input, this.#sight(effective)));
  }

  #exits(combined: Shape, output: Shape): Shape[] {
    const { transitions, type } = this.#state;
    if (type !== 'Choice') {
      return transitions.map(({ kind, property: { parent } }) =>
        kind === 'Catch' ? placed(parent, this.#around.input, ERROR_OUTPUT) : output,
      );
    }
    let left = combined;
    return transitions.map(({ kind, property: { parent } }) => {
      if (kind !== 'Choice') return this.#out(left);
      const taken = refined(left, parent);
      left = refused(left, parent);
      return this.#out(taken);
    });
  }

  #out(combined: Shape): Shape {
    return this.#path('OutputPath', combined, this.#sight(combined));
  }

  #assigned(assigning: Shape, effective: Shape): readonly Assigned[] {
    const { node, catchers, choiceRules } = this.#state;
    if (!this.#around.assigns) return NONE;
    return [
      ...this.#assignedBy(node, assigning),
      ...choiceRules.flatMap((rule) => this.#assignedBy(rule, effective)),
      ...catchers.flatMap((catcher) => this.#assignedBy(catcher, ERROR_OUTPUT)),
    ];
  }

  #assignedBy(holder: ObjectNode, root: Shape): Assigned[] {
    const payload: TreeNode | undefined = get(holder, 'Assign');
    if (payload?.kind !== 'object') return [];
    const { object } = payloadShape(payload, this.#sight(root));
    return [...(object?.fields ?? [])].map(([name, { shape }]) => ({ name, shape }));
  }
}

function there(found: Member): Member | undefined {
  if (found.shape.kinds === 0) return undefined;
  return found.optional ? present(found.shape) : found;
}

/** A result at the place in the input that "ResultPath" of a state or catcher names. */
function placed(holder: ObjectNode, input: Shape, result: Shape): Shape {
  const value = get(holder, 'ResultPath');
  if (!value) return result;
  if (value.kind === 'null') return input;
  const path = value.kind === 'string' && !value.dynamic ? pathOf(value.value) : undefined;
  if (!path) return UNKNOWN;
  const names = leadingNames(path);
  return written(input, names, names.length === path.segments.length ? result : UNKNOWN);
}
