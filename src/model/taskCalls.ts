import { optimizedName } from '../catalog/serviceNames';
import type { ResourceArn } from '../expressions/resourceArn';
import type { State, StateMachine } from './stateMachine';
import type { TaskResource } from './taskResources';
import { oncePer } from './oncePer';

/** A Task that calls the API of a service. */
export interface TaskCall extends TaskResource {
  /** Under the name that optimized integrations have for it, also in an "aws-sdk" ARN. */
  readonly service: string;
  readonly action: string;
  /** `service:action`. */
  readonly name: string;
}

/** The calls of a machine's Tasks; an activity, a function's ARN and a text filled in from outside are none. */
export const taskCalls = oncePer(({ taskResources }: StateMachine): ReadonlyMap<State, TaskCall> => {
  const calls = new Map<State, TaskCall>();
  const names = new Map<ResourceArn, Pick<TaskCall, 'service' | 'action' | 'name'>>();
  for (const { state, node, arn } of taskResources) {
    const { kind, service, action } = arn;
    if ((kind !== 'optimized' && kind !== 'sdk') || service === undefined || action === undefined) continue;
    let named = names.get(arn);
    if (!named) {
      const known = kind === 'sdk' ? optimizedName(service) : service;
      names.set(arn, (named = { service: known, action, name: `${known}:${action}` }));
    }
    calls.set(state, { state, node, arn, service: named.service, action, name: named.name });
  }
  return calls;
});
