import { dataFlow, type Shape, type StateData } from '../../model/dataFlow';
import type { StateMachine } from '../../model/stateMachine';
import type { StringNode } from '../../syntax/tree';
import { shapeSection } from './dataFlowShape';

/** What a field of a state makes of the data, as far as it is known. */
export function dataOfField(machine: StateMachine, key: StringNode): string[] {
  const holder = key.parent?.kind === 'property' ? key.parent.parent : undefined;
  const state = machine.states.find(({ node }) => node === holder);
  const data = state && dataFlow(machine).at(state);
  if (!data || !Object.hasOwn(STAGES, key.value)) return [];
  return shapeSection('What it comes to', STAGES[key.value](data));
}

const STAGES: Readonly<Record<string, (data: StateData) => Shape | undefined>> = {
  InputPath: ({ effective }) => effective,
  Parameters: ({ given }) => given,
  Arguments: ({ given }) => given,
  ItemSelector: ({ given }) => given,
  Items: ({ item }) => item,
  ItemsPath: ({ item }) => item,
  Resource: ({ result }) => result,
  Result: ({ result }) => result,
  ResultSelector: ({ selected }) => selected,
  ResultPath: ({ combined }) => combined,
  OutputPath: ({ output }) => output,
  Output: ({ output }) => output,
};
