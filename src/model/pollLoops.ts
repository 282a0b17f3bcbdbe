import { jobsPolledBy, jobStartedBy } from '../catalog/jobs';
import { cyclesOf, type Cycle } from './cycles';
import type { State, StateMachine } from './stateMachine';
import { taskCalls, type TaskCall } from './taskCalls';
import { oncePer } from './oncePer';

/** A loop that waits, asks after a job and decides, for a job that the machine itself starts. */
export interface PollLoop {
  readonly cycle: Cycle;
  readonly wait: State;
  readonly poll: TaskCall;
  readonly start: StartCall;
}

interface StartCall extends TaskCall {
  /** The optimized integration that waits for the work. */
  readonly started: string;
}

/** The loops of a machine that ".sync" would make unnecessary; an Express machine could not use it. */
export const pollLoops = oncePer((machine: StateMachine): readonly PollLoop[] =>
  machine.type === 'EXPRESS' ? [] : [...loopsIn(machine)],
);

function* loopsIn(machine: StateMachine): Generator<PollLoop> {
  for (const cycle of cyclesOf(machine)) {
    const wait = cycle.states.find(({ type }) => type === 'Wait');
    if (!wait || !cycle.states.some(({ type }) => type === 'Choice')) continue;
    for (const state of cycle.states) {
      const poll = taskCalls(machine).get(state);
      const start = poll && startOf(machine, cycle, poll);
      if (!start) continue;
      yield { cycle, wait, poll, start };
      break;
    }
  }
}

function startOf(machine: StateMachine, cycle: Cycle, poll: TaskCall): StartCall | undefined {
  const jobs = jobsPolledBy(poll.name);
  if (jobs.length === 0) return undefined;
  for (const call of taskCalls(machine).values()) {
    const job = jobStartedBy(call.name);
    if (!job || !jobs.includes(job) || call.arn.pattern !== 'requestResponse') continue;
    // A loop that also starts the work starts it again in each turn: a queue, not a wait.
    if (!cycle.has(call.state)) return { ...call, started: job.start };
  }
  return undefined;
}
