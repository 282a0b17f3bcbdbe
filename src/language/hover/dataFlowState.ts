import { dataFlow } from '../../model/dataFlow';
import type { State, StateMachine } from '../../model/stateMachine';
import { shapeSection } from './dataFlowShape';

/** What reaches a state and what leaves it, as far as it is known. */
export function dataOfState(machine: StateMachine, state: State): string[] {
  const data = dataFlow(machine).at(state);
  if (!data) return [];
  if (data.input === data.output) return shapeSection('What reaches and leaves it', data.input);
  return [
    ...shapeSection('What reaches it', data.input),
    ...(state.type === 'Fail' ? [] : shapeSection('What leaves it', data.output)),
  ];
}
