import { optimizedName } from '../catalog/serviceNames';
import type { State, StateMachine } from './stateMachine';
import type { TaskResource } from './taskResources';

/** A Task that calls the API of a service. */
export interface TaskCall extends TaskResource {
  /** Under the name that optimized integrations have for it, also in an "aws-sdk" ARN. */
  readonly service: string;
  readonly action: string;
  /** `service:action`. */
  readonly name: string;
}

const CACHE = new WeakMap<StateMachine, ReadonlyMap<State, TaskCall>>();

/** The calls of a machine's Tasks; an activity, a function's ARN and a text filled in from outside are none. */
export function taskCalls(machine: StateMachine): ReadonlyMap<State, TaskCall> {
  let calls = CACHE.get(machine);
  if (!calls) CACHE.set(machine, (calls = new Map(callsIn(machine))));
  return calls;
}

function* callsIn({ taskResources }: StateMachine): Generator<[State, TaskCall]> {
  for (const task of taskResources) {
    const { kind, service, action } = task.arn;
    if ((kind !== 'optimized' && kind !== 'sdk') || service === undefined || action === undefined) continue;
    const known = kind === 'sdk' ? optimizedName(service) : service;
    yield [task.state, { ...task, service: known, action, name: `${known}:${action}` }];
  }
}
