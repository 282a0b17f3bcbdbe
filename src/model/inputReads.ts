import { pathsOf } from '../expressions/intrinsic';
import type { JsonPath } from '../expressions/jsonPath';
import type { StringNode } from '../syntax/tree';
import type { PlacedText } from './expressions';
import type { State, StateMachine } from './stateMachine';
import { oncePer } from './oncePer';

/** One place where a state reads its input before it does its work. */
export interface InputRead {
  readonly state: State;
  readonly node: StringNode;
  /** Name of the field of the state, choice rule … in which it stands. */
  readonly field: string;
  /** The names that lead into the input, up to the first wildcard, index or filter; none where all of it is read. */
  readonly names: readonly string[];
}

/** What each state of a machine reads of its input, in either query language. */
export const inputReads = oncePer((machine: StateMachine): ReadonlyMap<State, readonly InputRead[]> =>
  collect(machine),
);

function collect(machine: StateMachine): Map<State, InputRead[]> {
  const reads = new Map<State, InputRead[]>();
  const add = ({ node, place: { state, field } }: PlacedText, names: readonly string[]): void => {
    const read = { state, node, field: field.name, names };
    const found = reads.get(state);
    if (found) found.push(read);
    else reads.set(state, [read]);
  };
  const { paths, jsonata } = machine.expressions;
  for (const expression of paths) {
    if (AFTERWARDS.has(expression.place.field.name)) continue;
    const { path, call } = expression.parsed;
    for (const each of path ? [path] : call ? pathsOf(call) : []) {
      if (each.root === 'input') add(expression, leadingNames(each));
    }
  }
  for (const expression of jsonata) {
    for (const { name, path } of expression.parsed.references) {
      if (name !== 'states' || path[0]?.name !== 'input') continue;
      const names = path.slice(1).map((step) => step.name);
      add(expression, names);
    }
  }
  return reads;
}

/** Fields in which "$" is the result or the output. */
const AFTERWARDS: ReadonlySet<string> = new Set(['ResultSelector', 'ResultPath', 'OutputPath', 'Assign']);

/** The names with which a path begins, up to the first segment that is none. */
export function leadingNames({ segments }: JsonPath): string[] {
  const names: string[] = [];
  for (const segment of segments) {
    if (segment.kind !== 'name') break;
    names.push(segment.name);
  }
  return names;
}
