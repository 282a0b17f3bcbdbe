import { parseResourceArn, type ResourceArn } from '../expressions/resourceArn';
import { remembered } from '../expressions/remembered';
import type { StringNode, TreeNode } from '../syntax/tree';
import type { State } from './stateMachine';
import type { Carrier } from './oncePer';

/** A Task state with what its "Resource" names. */
export interface TaskResource extends Carrier {
  readonly state: State;
  readonly node: StringNode;
  readonly arn: ResourceArn;
}

const readArn = remembered(parseResourceArn);

/** What a Task state calls, where its "Resource" is text. */
export function taskResource(state: State, resource: TreeNode | undefined): TaskResource | undefined {
  if (state.type !== 'Task' || resource?.kind !== 'string') return undefined;
  return { state, node: resource, arn: readArn(resource.value) };
}

/** The Task states whose "Resource" is text, in document order. */
export function taskResources(states: readonly State[]): TaskResource[] {
  return states.flatMap(({ task }) => task ?? []);
}
