import { parseResourceArn, type ResourceArn } from '../expressions/resourceArn';
import { remembered } from '../expressions/remembered';
import { getString } from '../syntax/navigate';
import type { StringNode } from '../syntax/tree';
import type { State } from './stateMachine';
import type { Carrier } from './oncePer';

/** A Task state with what its "Resource" names. */
export interface TaskResource extends Carrier {
  readonly state: State;
  readonly node: StringNode;
  readonly arn: ResourceArn;
}

const readArn = remembered(parseResourceArn);

/** The Task states whose "Resource" is text, in document order. */
export function taskResources(states: readonly State[]): TaskResource[] {
  const resources: TaskResource[] = [];
  for (const state of states) {
    const node = state.type === 'Task' ? getString(state.node, 'Resource') : undefined;
    if (!node) continue;
    resources.push({ state, node, arn: readArn(node.value) });
  }
  return resources;
}
