import type { ApiAction, ApiMember, ApiType } from '../catalog/api';
import type { Property, StringNode } from '../syntax/tree';
import { apiActionOf, memberCalled } from './apiRequest';
import type { State, StateMachine } from './stateMachine';
import type { TaskResource } from './taskResources';

/** A parameter in a task's request. */
export interface RequestMember {
  readonly task: TaskResource;
  readonly api: ApiAction;
  readonly member: ApiMember;
}

/** What stands in a request at the end of some keys; items of lists have the place of their list. */
export function typeBelow(type: ApiType, keys: readonly string[]): ApiType | undefined {
  let found: ApiType | undefined = itemOf(type);
  for (const key of keys) {
    if (found?.kind === 'map') found = itemOf(found.of);
    else if (found?.kind === 'structure') {
      const member = memberCalled(found, key);
      found = member && itemOf(member.type);
    } else return undefined;
  }
  return found;
}

/** The type of what a list holds, in lists of lists of the innermost. */
function itemOf(type: ApiType): ApiType {
  return type.kind === 'list' ? itemOf(type.of) : type;
}

/** The parameter that a key of a definition names. */
export function requestMemberAt({ taskResources }: StateMachine, key: StringNode): RequestMember | undefined {
  const keys: string[] = [];
  let at = key.parent?.kind === 'property' ? key.parent : undefined;
  let task: TaskResource | undefined;
  // Actions have parameters called "Arguments" and "Parameters" too, so that the name alone says nothing.
  for (; at && !task; at = propertyAround(at)) {
    task = isRequest(at) ? taskAround(taskResources, at) : undefined;
    if (!task) keys.unshift(at.name);
  }
  const api = task && apiActionOf(task.arn);
  const last = keys.pop();
  const structure = api && typeBelow(api.input, keys);
  if (!api || last === undefined || structure?.kind !== 'structure') return undefined;
  const member = memberCalled(structure, last);
  return task && member && { task, api, member };
}

function isRequest({ name }: Property): boolean {
  return name === 'Parameters' || name === 'Arguments';
}

function taskAround(tasks: readonly TaskResource[], { parent }: Property): TaskResource | undefined {
  return tasks.find(({ state }) => state.node === parent);
}

/** The task that a state is, with its resource. */
export function taskOf({ taskResources }: StateMachine, state: State | undefined): TaskResource | undefined {
  return state && taskResources.find((task) => task.state === state);
}

function propertyAround({ parent }: Property): Property | undefined {
  let around = parent.parent;
  while (around?.kind === 'array') around = around.parent;
  return around;
}
