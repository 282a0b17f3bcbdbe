import { BOTH, JSONPATH, defineFields, type FieldFacts } from './define';
import { assign, output } from './dataFlow';
import { comment } from './everyState';
import { PAGES } from './sources';

const errorEquals: FieldFacts = {
  languages: BOTH,
  required: true,
  shape: { kind: 'array', items: { kind: 'string', format: 'text' }, minItems: 1 },
  summary: 'The error names that this entry answers to, compared in full and with regard to case.',
  limits: [
    '"States.ALL" stands alone, and only in the last entry.',
    '"States.TaskFailed" matches any task error but "States.Timeout".',
  ],
  example: '["States.Timeout", "Lambda.TooManyRequestsException"]',
  source: PAGES.errors,
};

/** Retry and Catch, which Task, Parallel and Map take. */
export const errorHandling: Readonly<Record<'Retry' | 'Catch', FieldFacts>> = {
  Retry: {
    languages: BOTH,
    shape: { kind: 'array', items: { kind: 'object', owner: 'retrier' } },
    summary:
      'When and how often the state is tried again after an error; the first entry that names the error counts.',
    default: 'an error is not retried',
    limits: [
      'Each retry is billed as a state transition.',
      'A Parallel or Map starts all its branches or items again.',
    ],
    example:
      '[{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "MaxAttempts": 4, "BackoffRate": 2, "JitterStrategy": "FULL" }]',
    source: PAGES.errors,
  },
  Catch: {
    languages: BOTH,
    shape: { kind: 'array', items: { kind: 'object', owner: 'catcher' } },
    summary:
      'Where to go on after an error that retries did not overcome; the first entry that names the error counts.',
    default: 'an error fails the execution',
    example: '[{ "ErrorEquals": ["States.ALL"], "Next": "Notify" }]',
    source: PAGES.errors,
  },
};

export const retrierFields = defineFields('retrier', {
  ErrorEquals: errorEquals,
  IntervalSeconds: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0, max: 99999999 },
    summary: 'Seconds before the first retry.',
    default: '1',
    example: '2',
    source: PAGES.errors,
  },
  MaxAttempts: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0, max: 99999999 },
    summary: 'How many retries there are at most; 0 means that the error is never retried.',
    default: '3',
    example: '4',
    source: PAGES.errors,
  },
  BackoffRate: {
    languages: BOTH,
    shape: { kind: 'number', min: 1 },
    summary: 'The factor by which the interval grows with each retry.',
    default: '2.0',
    example: '1.5',
    source: PAGES.errors,
  },
  MaxDelaySeconds: {
    languages: BOTH,
    shape: { kind: 'integer', min: 1, max: 31622400 },
    summary: 'The longest interval in seconds to which the backoff may grow.',
    default: 'no cap',
    example: '60',
    source: PAGES.errors,
  },
  JitterStrategy: {
    languages: BOTH,
    shape: { kind: 'string', values: ['NONE', 'FULL'] },
    summary:
      'Whether each interval is drawn at random between 0 and its full length, so that retries do not come in step.',
    default: '"NONE"',
    example: '"FULL"',
    source: PAGES.errors,
  },
  Comment: comment('the retrier'),
});

export const catcherFields = defineFields('catcher', {
  ErrorEquals: errorEquals,
  Next: {
    languages: BOTH,
    required: true,
    shape: { kind: 'string', format: 'stateName' },
    summary: 'The state that handles the error: a name from the same "States" object.',
    example: '"Notify"',
    source: PAGES.errors,
  },
  ResultPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'referencePath', without: ['context', 'variable'] },
    nullable: true,
    summary: 'Where the error output ({"Error", "Cause"}) is put into the state input.',
    default: '"$", the error output takes the place of the input',
    example: '"$.error"',
    source: PAGES.errors,
  },
  Output: output(
    'What the handling state gets; "$states.errorOutput" holds "Error" and "Cause".',
    'the error output',
  ),
  Assign: assign('when this catcher takes the error'),
  Comment: comment('the catcher'),
});
