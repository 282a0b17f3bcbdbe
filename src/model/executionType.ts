import { getObject, getString } from '../syntax/navigate';
import type { MachineType, Scope, StateMachine } from './stateMachine';

/** What the states of a level run as: children of a Distributed Map may be of another type than their machine. */
export function executionType({ type }: StateMachine, scope: Scope): MachineType {
  for (let at: Scope | undefined = scope; at; at = at.owner?.scope) {
    const config = getObject(at.node, 'ProcessorConfig');
    if (getString(config, 'Mode')?.value !== 'DISTRIBUTED') continue;
    return getString(config, 'ExecutionType')?.value === 'EXPRESS' ? 'EXPRESS' : 'STANDARD';
  }
  return type;
}
