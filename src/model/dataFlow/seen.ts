import { contains } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import type { FieldOwner } from '../owners';
import type { State, StateMachine } from '../stateMachine';
import { contextShape } from './contextShape';
import type { DataFlow } from './dataFlow';
import { ERROR_OUTPUT } from './errorOutput';
import type { JsonataSight } from './evaluation';
import { statesShape } from './jsonataState';
import { UNKNOWN, type Shape } from './shape';
import type { Sight } from './sight';
import type { StateData } from './stateData';

/** The field of a state, catcher, choice rule … in which something is read. */
export interface DataPlace {
  readonly state: State;
  /** What kind of object has the field. */
  readonly owner: FieldOwner['kind'];
  readonly field: string;
}

/** The field around an offset; `undefined` outside of states, and where the data flow does not get. */
export function dataPlaceAt({ owners }: StateMachine, offset: number): DataPlace | undefined {
  let found: FieldOwner | undefined;
  for (const owner of owners) {
    if (owner.state && holds(owner.node, offset) && (!found || holds(found.node, owner.node.span.start))) {
      found = owner;
    }
  }
  const field = found?.node.properties.find(({ span }) => contains(span, offset))?.name;
  if (!found?.state || field === undefined) return undefined;
  return { state: found.state, owner: found.kind, field };
}

function holds({ span }: ObjectNode, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** The stage of a JSONPath state's data, or the error of its catcher, that "$" is in a field. */
export function rootStage(
  owner: DataPlace['owner'],
  field: string,
): 'input' | 'effective' | 'result' | 'assigning' | 'combined' | 'error' {
  if (field === 'InputPath' || field === 'ResultPath') return 'input';
  // A catcher puts the error into the input.
  if (owner === 'catcher') return 'error';
  if (field === 'ResultSelector') return 'result';
  if (field === 'OutputPath') return 'combined';
  return field === 'Assign' && owner !== 'choiceRule' ? 'assigning' : 'effective';
}

/** What "$" is in a field of a JSONPath state. */
export function rootShape(data: StateData, owner: DataPlace['owner'], field: string): Shape {
  const stage = rootStage(owner, field);
  return stage === 'error' ? ERROR_OUTPUT : (data[stage] ?? UNKNOWN);
}

/** What a path can see at a place; `undefined` for a state that nothing leads to. */
export function pathSight(flow: DataFlow, { state, owner, field }: DataPlace): Sight | undefined {
  const data = flow.at(state);
  if (!data) return undefined;
  return {
    root: rootShape(data, owner, field),
    context: contextSeen(flow, data, { state, field }),
    variable: (name) => flow.variable(state, name) ?? UNKNOWN,
  };
}

/** What an expression can see at a place; `undefined` for a state that nothing leads to. */
export function expressionSight(
  flow: DataFlow,
  { state, owner, field }: DataPlace,
): JsonataSight | undefined {
  const data = flow.at(state);
  if (!data) return undefined;
  const after = field === 'Output' || field === 'Assign';
  return {
    states: statesShape({
      input: data.input,
      item: itemSeen(flow, data, state, field),
      result: after && owner !== 'catcher' ? data.result : undefined,
      errorOutput: after && owner === 'catcher' ? ERROR_OUTPUT : undefined,
    }),
    variable: (name) => flow.variable(state, name),
  };
}

function itemSeen(flow: DataFlow, { item }: StateData, state: State, field: string): Shape {
  return (selectsItem(field) ? item : undefined) ?? flow.item(state);
}

/** The context object where a field stands. */
export function contextSeen(
  flow: DataFlow,
  data: StateData,
  { state, field }: Omit<DataPlace, 'owner'>,
): Shape {
  return contextShape(itemSeen(flow, data, state, field));
}

/** The Map whose item is in the context object where a field stands. */
export function mapOfItem(state: State, field: string): State | undefined {
  if (state.type === 'Map' && selectsItem(field)) return state;
  for (let at = state.scope.owner; at; at = at.scope.owner) if (at.type === 'Map') return at;
  return undefined;
}

/** True for names that lead from the context object into the item of a Map. */
export function leadsIntoItem(names: readonly (string | undefined)[]): boolean {
  return names.length > 3 && names[0] === 'Map' && names[1] === 'Item' && names[2] === 'Value';
}

function selectsItem(field: string): boolean {
  return field === 'ItemSelector' || field === 'Parameters';
}
