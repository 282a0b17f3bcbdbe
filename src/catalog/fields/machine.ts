import { BOTH, defineFields, type FieldFacts } from './define';
import { comment } from './everyState';
import { PAGES } from './sources';

const startAt: FieldFacts = {
  languages: BOTH,
  required: true,
  shape: { kind: 'string', format: 'stateName' },
  summary: 'The state that runs first: a name from the "States" object beside it.',
  example: '"Load"',
  source: PAGES.structure,
};

const states: FieldFacts = {
  languages: BOTH,
  required: true,
  shape: { kind: 'states' },
  summary: 'The states by name; the order in which they are written does not matter.',
  limits: [
    'A name has at most 80 characters and is unique in the whole machine, branches and iterations included.',
    'A state that no transition reaches is refused.',
  ],
  example: '{ "Load": { "Type": "Pass", "End": true } }',
  source: PAGES.structure,
};

const processorConfig: FieldFacts = {
  languages: BOTH,
  shape: { kind: 'object', owner: 'processorConfig' },
  summary: 'Whether the iterations run inside this execution or as executions of their own.',
  default: '{ "Mode": "INLINE" }',
  example: '{ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }',
  source: PAGES.map,
};

export const machineFields = defineFields('machine', {
  Comment: comment('the state machine'),
  QueryLanguage: {
    languages: BOTH,
    shape: { kind: 'string', values: ['JSONPath', 'JSONata'] },
    summary: 'The language in which the states read and shape their data.',
    default: '"JSONPath"',
    limits: ['Under JSONata no state can go back to JSONPath; under JSONPath each state may choose JSONata.'],
    example: '"JSONata"',
    source: PAGES.jsonata,
  },
  StartAt: startAt,
  States: states,
  TimeoutSeconds: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0, max: 99999999 },
    summary: 'Seconds after which a running execution fails with "States.Timeout".',
    default: 'no limit but that of the workflow type',
    limits: ['A Standard execution ends after one year, an Express one after five minutes.'],
    example: '3600',
    source: PAGES.structure,
  },
  Version: {
    languages: BOTH,
    shape: { kind: 'string', values: ['1.0'] },
    summary: 'The version of the Amazon States Language, of which there is one.',
    default: '"1.0"',
    example: '"1.0"',
    source: PAGES.structure,
  },
});

export const branchFields = defineFields('branch', {
  StartAt: startAt,
  States: states,
  Comment: comment('the branch'),
});

export const itemProcessorFields = defineFields('itemProcessor', {
  ProcessorConfig: processorConfig,
  StartAt: startAt,
  States: states,
  Comment: comment('the item processor'),
});

export const iteratorFields = defineFields('iterator', {
  StartAt: startAt,
  States: states,
  ProcessorConfig: processorConfig,
  Comment: comment('the iterator'),
});

export const processorConfigFields = defineFields('processorConfig', {
  Mode: {
    languages: BOTH,
    shape: { kind: 'string', values: ['INLINE', 'DISTRIBUTED'] },
    summary:
      'INLINE runs the iterations in this execution, DISTRIBUTED starts a child execution for each item or batch.',
    default: '"INLINE"',
    limits: [
      'INLINE runs at most 40 iterations at a time.',
      'DISTRIBUTED runs up to 10,000 child executions at a time, and is refused in an Express machine.',
    ],
    example: '"DISTRIBUTED"',
    source: PAGES.distributedMap,
  },
  ExecutionType: {
    languages: BOTH,
    requiredWith: { field: 'Mode', values: ['DISTRIBUTED'] },
    refusedWith: { field: 'Mode', values: ['INLINE'] },
    shape: { kind: 'string', values: ['STANDARD', 'EXPRESS'] },
    onlyWith: 'distributed',
    summary: 'The workflow type of the child executions.',
    limits: [
      'An EXPRESS child runs for five minutes at most and takes neither ".sync" nor ".waitForTaskToken".',
    ],
    example: '"STANDARD"',
    source: PAGES.distributedMap,
  },
});
