import { nearest } from '../../expressions/nearest';
import { property } from '../../syntax/navigate';
import type { Property } from '../../syntax/tree';
import type { State, StateMachine } from '../stateMachine';
import { dataFlow } from './dataFlow';
import { pathOf } from './evaluation';
import type { LostRead } from './lostReads';
import { fieldText } from './stateData';
import { lostStep } from './steps';
import { oncePer } from '../oncePer';

/** The state whose result has taken the place of what is read later. */
export interface Overwriting {
  readonly state: State;
  /** Absent where the result takes the place of the whole input. */
  readonly resultPath?: Property;
}

const answers = oncePer((_machine: StateMachine) => new Map<LostRead, Overwriting | undefined>());

/** Which result has taken the place of what a state reads of its input, if one has. */
export function overwriting(machine: StateMachine, lost: LostRead): Overwriting | undefined {
  const known = answers(machine);
  if (!known.has(lost)) known.set(lost, search(machine, lost));
  return known.get(lost);
}

/** How many states are looked at on the way back. */
const PATIENCE = 100;

function search(machine: StateMachine, lost: LostRead): Overwriting | undefined {
  const [first] = lost.steps;
  if (isMisspelt(lost)) return undefined;
  if (!lost.ofInput || lost.state.queryLanguage !== 'JSONPath' || first?.kind !== 'name') return undefined;
  const flow = dataFlow(machine);
  const seen = new Set([lost.state]);
  for (const state of seen) {
    for (const before of flow.before(state)) {
      const data = flow.at(before);
      if (!data || seen.has(before) || before.queryLanguage !== 'JSONPath') continue;
      if (lostStep(data.input, lost.steps, false)) seen.add(before);
      else if (RESULTS.has(before.type ?? '') && covers(before, lost)) {
        return { state: before, resultPath: property(before.node, 'ResultPath') };
      }
    }
    if (seen.size > PATIENCE) return undefined;
  }
  return undefined;
}

/** A name that is almost one of those that are there is one of them, and not what has been there before. */
function isMisspelt({ steps, within }: LostRead): boolean {
  const step = steps.at(-1);
  return step?.kind === 'name' && nearest(step.name, within.object?.fields.keys() ?? []) !== undefined;
}

const RESULTS: ReadonlySet<string> = new Set(['Task', 'Map', 'Parallel']);

/** True where the result is put where the path leads through, and not lost by "OutputPath". */
function covers({ node }: State, { steps, index: lost }: LostRead): boolean {
  if (property(node, 'OutputPath')) return false;
  // What gets further into the result is meant for the result.
  if (!property(node, 'ResultPath')) return lost === 0;
  const segments = pathOf(fieldText(node, 'ResultPath') ?? '')?.segments;
  if (segments && lost > segments.length) return false;
  return (
    segments?.every((segment, index) => {
      const step = steps[index];
      return segment.kind === 'name' && step?.kind === 'name' && step.name === segment.name;
    }) ?? false
  );
}
