import { get, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import type { State } from '../stateMachine';
import { contextShape } from './contextShape';
import { ERROR_OUTPUT } from './errorOutput';
import { jsonataPayloadShape, type JsonataSight } from './evaluation';
import { refinedByCondition, refusedByCondition } from './jsonataCondition';
import { batched, itemShape } from './mapShape';
import { NEVER, objectOf, present, type Member, type Shape } from './shape';
import type { Assigned, StateData, Surroundings } from './stateData';
import { stateResult } from './stateResult';

/** What `$states` holds where an expression stands. */
export interface ReservedVariable {
  readonly input: Shape;
  readonly item?: Shape;
  readonly result?: Shape;
  readonly errorOutput?: Shape;
}

/** `$states` as one value. */
export function statesShape({ input, item, result, errorOutput }: ReservedVariable): Shape {
  const fields = new Map<string, Member>([
    ['input', present(input)],
    ['context', present(contextShape(item))],
  ]);
  if (result) fields.set('result', present(result));
  if (errorOutput) fields.set('errorOutput', present(errorOutput));
  return objectOf(fields);
}

/** What an expression can see; `$states` is put together when it is read. */
class StateSight implements JsonataSight {
  readonly #around: Surroundings;
  readonly #reserved: ReservedVariable;
  #states?: Shape;

  constructor(around: Surroundings, reserved: ReservedVariable) {
    this.#around = around;
    this.#reserved = reserved;
  }

  get states(): Shape {
    return (this.#states ??= statesShape(this.#reserved));
  }

  variable(name: string): Shape | undefined {
    return this.#around.variable(name);
  }
}

/** Evaluates a JSONata state for what reaches it. */
export function jsonataStateData(state: State, around: Surroundings): StateData {
  const { node, type, transitions, catchers, choiceRules } = state;
  const { input, results } = around;
  const sight = (more?: Partial<ReservedVariable>): JsonataSight =>
    new StateSight(around, { input, item: around.item, ...more });
  const payload = (holder: ObjectNode, name: string, seen: JsonataSight): Shape | undefined =>
    property(holder, name) && jsonataPayloadShape(get(holder, name), seen);

  const before = sight();
  const item = type === 'Map' ? itemShape(state, payload(node, 'Items', before) ?? input) : undefined;
  const given = item
    ? batched(state, payload(node, 'ItemSelector', sight({ item })) ?? item, (batch) =>
        jsonataPayloadShape(batch, before),
      )
    : (payload(node, 'Arguments', before) ?? input);
  const result = stateResult(state, results);
  const after = result ? sight({ result }) : before;
  // A Parallel with a branch that never ends has nothing behind it.
  const output = result === NEVER ? NEVER : (payload(node, 'Output', after) ?? result ?? input);
  const caught = sight({ errorOutput: ERROR_OUTPUT });

  let left = input;
  const exits = transitions.map(({ kind, property: { parent } }) => {
    if (kind === 'Catch') return payload(parent, 'Output', caught) ?? ERROR_OUTPUT;
    if (type !== 'Choice') return output;
    const taken = kind === 'Choice' ? refinedByCondition(left, get(parent, 'Condition')) : left;
    if (kind === 'Choice') left = refusedByCondition(left, get(parent, 'Condition'));
    return payload(parent, 'Output', sight({ input: taken })) ?? taken;
  });
  return {
    input,
    effective: input,
    given,
    item,
    result,
    assigning: input,
    combined: output,
    output,
    exits,
    assigned: around.assigns
      ? [
          ...assignedBy(node, after),
          ...choiceRules.flatMap((rule) => assignedBy(rule, before)),
          ...catchers.flatMap((catcher) => assignedBy(catcher, caught)),
        ]
      : [],
  };
}

function assignedBy(holder: ObjectNode, sight: JsonataSight): Assigned[] {
  const { object } = jsonataPayloadShape(get(holder, 'Assign'), sight);
  return [...(object?.fields ?? [])].map(([name, { shape }]) => ({ name, shape }));
}
