import type { PlainValue } from '../../syntax/edit';
import { MOVED } from './draft';
import { onward, takeOut } from './move';
import { freeName, type Offer, type Place, type Refactoring, type RefactoringResult } from './refactoring';
import { sectionOf, variableInWay, type Section } from './section';

/** The selected states become the one branch of a Parallel, which can then take others beside it. */
export const extractBranch: Refactoring = {
  id: 'extractBranch',
  kind: 'refactor.extract',
  moves: true,
  *offers(place) {
    const title = `Extract ${described(place)} to a branch of a Parallel`;
    if (isSelection(place)) yield offered(title, place);
  },
  apply(place) {
    const jsonata = place.machine.queryLanguage === 'JSONata';
    return moved(place, 'in parallel', (section) => ({
      Type: 'Parallel',
      Branches: [{ StartAt: section.entry.name, States: MOVED }],
      // What follows gets the output of the branch as before, not an array of it.
      ...(jsonata ? { Output: '{% $states.result[0] %}' } : { OutputPath: '$[0]' }),
      ...onward(section),
    }));
  },
};

/** The selected states, or the one at the cursor, run once for each item of a list. */
export const wrapInMap: Refactoring = {
  id: 'wrapInMap',
  kind: 'refactor.rewrite',
  moves: true,
  *offers(place) {
    if (place.selected.length > 0) yield offered(`Wrap ${described(place)} in a Map`, place);
  },
  apply(place) {
    const jsonata = place.machine.queryLanguage === 'JSONata';
    const result = moved(place, 'for each', (section) => ({
      Type: 'Map',
      ...(jsonata ? { Items: '{% $states.input %}' } : { ItemsPath: '$' }),
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: section.entry.name,
        States: MOVED,
      },
      ...onward(section),
    }));
    const field = jsonata ? 'Items' : 'ItemsPath';
    return (
      result && {
        ...result,
        remarks: [`The Map goes over its whole input: "${field}" says where the list is.`],
      }
    );
  },
};

function isSelection({ selected, state }: Place): boolean {
  return selected.length > 1 || (selected.length === 1 && state !== undefined);
}

/** The states of a place in words. */
export function described({ selected }: Place): string {
  return selected.length === 1 ? `"${selected[0].name}"` : `${selected.length} states`;
}

function offered(title: string, { machine, selected }: Place): Offer {
  const section = sectionOf(selected);
  const disabled = typeof section === 'string' ? section : variableInWay(machine, section, false);
  return { title, disabled };
}

function moved(
  { machine, selected }: Place,
  suffix: string,
  container: (section: Section) => PlainValue,
): RefactoringResult | undefined {
  const section = sectionOf(selected);
  if (typeof section === 'string') return undefined;
  const name = freeName(machine, `${section.entry.name} ${suffix}`);
  const { draft, blocks } = takeOut(machine, section, name);
  draft.fill(name, container(section), blocks);
  const edit = draft.edit();
  return edit && { edits: [edit] };
}
