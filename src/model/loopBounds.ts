import type { Cycle } from './cycles';
import type { StateMachine } from './stateMachine';
import { taskCalls } from './taskCalls';

/**
 * True where something in a loop looks as if it ended it: a number or a time that is compared or counted,
 * a page after which there is none, a list that gets shorter.
 */
export function looksBounded({ tree: { source } }: StateMachine, { states }: Cycle): boolean {
  return states.some(({ node: { span } }) =>
    BOUND.test(source.text.slice(source.fromHost(span.start), source.fromHost(span.end))),
  );
}

const BOUND =
  /\b(?:Numeric|Timestamp)[A-Z]|States\.(?:MathAdd|ArrayLength)|\$count\(|[<>]=?\s*[\w$]|[\w)]\s*[-+]\s*1\b|(?:next|continuation|page|pagination)\w*(?:token|marker|key)|LastEvaluated|\bMarker\b|\[0\]"?[^{}]*IsPresent|IsPresent[^{}]*\[0\]/i;

/** True where each turn of a loop waits for somebody outside, or hands over to another execution. */
export function waitsForOthers(machine: StateMachine, cycle: Cycle): boolean {
  const calls = taskCalls(machine);
  return (
    cycle.states.some((state) => {
      const call = calls.get(state);
      return call?.arn.pattern === 'waitForTaskToken' || call?.name === 'states:startExecution';
    }) || machine.taskResources.some(({ state, arn }) => arn.kind === 'activity' && cycle.has(state))
  );
}
