import type { FieldOwner } from './owners';

/** The type of states that have a result beside their input. */
export const WITH_RESULT: ReadonlySet<string> = new Set(['Task', 'Parallel', 'Map']);

/** What "$states" has in a field of a state, a catcher, a choice rule … (page "Transforming data with JSONata"). */
export function reservedFields(owner: FieldOwner['kind'], field: string): readonly string[] {
  if (field !== 'Output' && field !== 'Assign') return BEFORE;
  if (WITH_RESULT.has(owner)) return WITH_A_RESULT;
  return owner === 'catcher' ? WITH_AN_ERROR : BEFORE;
}

const BEFORE = ['input', 'context'];
const WITH_A_RESULT = [...BEFORE, 'result'];
const WITH_AN_ERROR = [...BEFORE, 'errorOutput'];
