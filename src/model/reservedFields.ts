import type { FieldOwner } from './owners';

/** The type of states that have a result beside their input. */
export const WITH_RESULT: ReadonlySet<string> = new Set(['Task', 'Parallel', 'Map']);

/** What "$states" has in a field of a state, a catcher, a choice rule … (page "Transforming data with JSONata"). */
export function reservedFields(owner: FieldOwner['kind'], field: string): readonly string[] {
  const after = field === 'Output' || field === 'Assign';
  return [
    'input',
    'context',
    ...(after && WITH_RESULT.has(owner) ? ['result'] : []),
    ...(after && owner === 'catcher' ? ['errorOutput'] : []),
  ];
}
