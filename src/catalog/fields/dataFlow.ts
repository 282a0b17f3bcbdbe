import { BOTH, JSONATA, JSONPATH, type FieldFacts } from './define';
import { PAGES } from './sources';

/** Input and output of a JSONPath state, on every type that passes data on. */
export const inputAndOutputPath: Readonly<Record<'InputPath' | 'OutputPath', FieldFacts>> = {
  InputPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'path' },
    nullable: true,
    summary: 'Picks the part of the input that the state works on; null gives it an empty object.',
    default: '"$"',
    limits: ['Variables keep the values that they had before the state.'],
    example: '"$.order"',
    source: PAGES.paths,
  },
  OutputPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'path' },
    nullable: true,
    summary:
      'Picks, as the last step, the part of the data that goes to the next state; null passes on an empty object.',
    default: '"$"',
    example: '"$.result"',
    source: PAGES.paths,
  },
};

/** Where a JSONPath state puts its result. */
export const resultPath: FieldFacts = {
  languages: JSONPATH,
  shape: { kind: 'string', format: 'referencePath', without: ['context', 'variable'] },
  nullable: true,
  summary: 'Where the result is put into the raw state input; null drops the result and passes the input on.',
  default: '"$", the result takes the place of the input',
  limits: ['It applies to the input as it came, before "InputPath" and "Parameters".'],
  example: '"$.payment"',
  source: PAGES.paths,
};

/** The payload template that becomes the input of a JSONPath state. */
export function parameters(summary: string, example: string): FieldFacts {
  return {
    languages: JSONPATH,
    shape: { kind: 'payload' },
    summary,
    limits: ['A value that is a path, `$$` path or intrinsic function needs a key that ends in ".$".'],
    example,
    source: PAGES.paths,
  };
}

/** The payload template over the raw result of a JSONPath state. */
export const resultSelector: FieldFacts = {
  languages: JSONPATH,
  shape: { kind: 'payload', object: true },
  summary: 'Builds a new result out of the raw one before "ResultPath" puts it away; `$` is the raw result.',
  example: '{ "id.$": "$.Payload.id", "at.$": "$$.State.EnteredTime" }',
  source: PAGES.paths,
};

/** What a JSONata state sends to its task or branches. */
export function argumentsField(summary: string, example: string): FieldFacts {
  return {
    languages: JSONATA,
    shape: { kind: 'payload' },
    jsonata: true,
    summary,
    example,
    source: PAGES.jsonata,
  };
}

/** What a JSONata state passes on. */
export function output(summary: string, absent: string): FieldFacts {
  return {
    languages: JSONATA,
    shape: { kind: 'payload' },
    jsonata: true,
    nullable: true,
    summary,
    default: absent,
    limits: ['Any JSON value is accepted, null included.'],
    example: '{ "id": "{% $states.input.id %}" }',
    source: PAGES.jsonata,
  };
}

/** Variables that later states read as `$name`. */
export function assign(when: string): FieldFacts {
  return {
    languages: BOTH,
    shape: { kind: 'payload', object: true },
    summary: `Sets variables ${when}; later states of the same scope and of scopes inside it read them as "$name".`,
    limits: [
      'A name has at most 80 characters, starts with a letter, and is not "states".',
      'At most 256 KiB for one variable and for one Assign, 10 MiB for an execution.',
      'All values are computed from the variables as they were before the state.',
    ],
    example: '{ "attempts": 0, "id.$": "$.order.id" }',
    exampleInJsonata: '{ "attempts": 0, "id": "{% $states.input.order.id %}" }',
    source: PAGES.variables,
  };
}
