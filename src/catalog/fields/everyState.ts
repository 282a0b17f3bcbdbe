import type { StateType } from '../fieldTypes';
import { BOTH, type FieldFacts } from './define';
import { PAGES } from './sources';

/** All values of "Type", in the order in which AWS's own messages list them. */
export const STATE_TYPES: readonly StateType[] = [
  'Task',
  'Wait',
  'Pass',
  'Succeed',
  'Fail',
  'Choice',
  'Parallel',
  'Map',
];

const KNOWN_TYPES: ReadonlySet<string> = new Set(STATE_TYPES);

/** True for a value of "Type" in exactly the case that AWS takes. */
export function isStateType(name: string): name is StateType {
  return KNOWN_TYPES.has(name);
}

/** A note to the reader; AWS stores it and never looks at it, `{% %}` included. */
export function comment(subject: string): FieldFacts {
  return {
    languages: BOTH,
    shape: { kind: 'string', format: 'text' },
    summary: `A note about ${subject} for whoever reads it; it has no effect.`,
    example: '"Loads the day\'s orders"',
    source: PAGES.structure,
  };
}

/** The fields that AWS accepts on a state of any type. */
export const everyState: Readonly<Record<'Type' | 'Comment' | 'QueryLanguage', FieldFacts>> = {
  Type: {
    languages: BOTH,
    required: true,
    shape: { kind: 'string', values: STATE_TYPES },
    summary: 'What kind of state this is, and so which other fields it takes.',
    example: '"Task"',
    source: PAGES.structure,
  },
  Comment: comment('the state'),
  QueryLanguage: {
    languages: BOTH,
    shape: { kind: 'string', values: ['JSONPath', 'JSONata'] },
    summary: 'The language in which this one state reads and shapes its data.',
    default: "the machine's QueryLanguage",
    limits: [
      'A machine whose QueryLanguage is JSONata takes no JSONPath state.',
      'The value of a Map or Parallel does not reach the states inside it.',
    ],
    example: '"JSONata"',
    source: PAGES.jsonata,
  },
};
