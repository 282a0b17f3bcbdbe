import { BOTH, type FieldFacts } from './define';
import { PAGES } from './sources';

/** Next and End: a state that can be left has exactly one of them. */
export const transitions: Readonly<Record<'Next' | 'End', FieldFacts>> = {
  Next: {
    languages: BOTH,
    required: { oneOf: 'transition' },
    shape: { kind: 'string', format: 'stateName' },
    excludes: ['End'],
    summary: 'The state that runs after this one: a name from the same "States" object.',
    example: '"Save"',
    source: PAGES.structure,
  },
  End: {
    languages: BOTH,
    required: { oneOf: 'transition' },
    shape: { kind: 'boolean' },
    excludes: ['Next'],
    summary: 'Ends the machine, branch or iteration after this state when true.',
    example: 'true',
    source: PAGES.structure,
  },
};
