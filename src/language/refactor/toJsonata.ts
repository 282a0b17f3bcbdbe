import type { State } from '../../model/stateMachine';
import { explainLeft, convertToJsonata, type Conversion } from './jsonata/machineConversion';
import type { Place, Refactoring, RefactoringResult } from './refactoring';

/** One state or several of JSONPath become states of JSONata. */
export const stateToJsonata: Refactoring = {
  id: 'stateToJsonata',
  kind: 'refactor.rewrite',
  *offers({ selected, machine }) {
    const states = selected.filter(speaksJsonPath);
    if (states.length === 0 || states.length === machine.states.filter(speaksJsonPath).length) return;
    const what = states.length === 1 ? `"${states[0].name}"` : `${states.length} states`;
    yield { title: `Convert ${what} to JSONata` };
  },
  apply: (place) => written(place, convertToJsonata(place.machine, place.selected.filter(speaksJsonPath))),
};

/** All states of a machine become states of JSONata. */
export const machineToJsonata: Refactoring = {
  id: 'machineToJsonata',
  kind: 'refactor.rewrite',
  *offers({ machine }) {
    if (machine.states.some(speaksJsonPath)) yield { title: 'Convert the state machine to JSONata' };
  },
  apply: (place) => written(place, convertToJsonata(place.machine)),
};

function speaksJsonPath({ queryLanguage, type }: State): boolean {
  return queryLanguage === 'JSONPath' && type !== undefined;
}

function written({ machine }: Place, conversion: Conversion): RefactoringResult | undefined {
  explainLeft(conversion);
  const edits = conversion.changes.edits(machine.tree);
  if (!edits) return undefined;
  const left = conversion.left.map(({ state, reason }) => `"${state.name}" stays JSONPath: ${reason}.`);
  return { edits, remarks: [...left, ...conversion.remarks] };
}
