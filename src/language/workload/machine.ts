import type { Answers, Need, TouchedService } from '../../advisor/decide/answers';
import { limit } from '../../advisor/decide/facts';
import type { StateMachine } from '../../model/stateMachine';
import { touchedBy } from './touched';

/** What a state machine says of the work that it coordinates. */
export function machineWorkload(machine: StateMachine): Answers {
  const { states, taskResources } = machine;
  const services = taskResources.flatMap(({ arn }): TouchedService[] => {
    if (arn.kind === 'lambda') return ['lambda'];
    return arn.service === undefined ? [] : [touchedBy(arn.service, arn.action)];
  });
  const stepCount = states.filter(({ type }) => type === 'Task').length;
  const waits = (kind: 'sync' | 'waitForTaskToken'): boolean =>
    taskResources.some(({ arn }) => arn.pattern?.startsWith(kind));
  const needs: Need[] = [];
  if (states.some(({ type }) => type === 'Choice')) needs.push('branching');
  if (waits('sync')) needs.push('run-a-job-sync');
  return {
    ...(services.length > 0 && { services: [...new Set(services)] }),
    ...(stepCount > 0 && { stepCount }),
    humanApproval: waits('waitForTaskToken'),
    ...fanOut(machine),
    ...(needs.length > 0 && { needs }),
  };
}

/** How many items an inline Map gets is not to be seen; a distributed one is there for many. */
function fanOut({ states, scopes }: StateMachine): Pick<Answers, 'fanOutItems'> {
  if (scopes.some(({ distributed }) => distributed))
    return { fanOutItems: limit('step-functions-distributed-map/max-children') };
  return states.some(({ type }) => type === 'Map') ? {} : { fanOutItems: 0 };
}
