import { BOTH, JSONPATH, defineFields } from './define';
import { everyState } from './everyState';
import { PAGES } from './sources';

export const failFields = defineFields('Fail', {
  ...everyState,
  Error: {
    languages: BOTH,
    shape: { kind: 'string', format: 'text' },
    jsonata: true,
    excludes: ['ErrorPath'],
    summary:
      'The error name with which the execution fails; a Catch around the branch or iteration can name it.',
    default: 'the error has no name',
    example: '"OrderRejected"',
    source: PAGES.fail,
  },
  Cause: {
    languages: BOTH,
    shape: { kind: 'string', format: 'text' },
    jsonata: true,
    excludes: ['CausePath'],
    summary: 'A sentence for people about what went wrong.',
    default: 'there is no cause',
    example: '"The order has no items."',
    source: PAGES.fail,
  },
  ErrorPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'pathOrIntrinsic' },
    excludes: ['Error'],
    summary: 'A path or an intrinsic function that gives the error name.',
    limits: ['The intrinsic function has to return a string.'],
    example: '"$.error.Error"',
    source: PAGES.fail,
  },
  CausePath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'pathOrIntrinsic' },
    excludes: ['Cause'],
    summary: 'A path or an intrinsic function that gives the cause.',
    limits: ['The intrinsic function has to return a string.'],
    example: '"States.Format(\'Order {} failed\', $.id)"',
    source: PAGES.fail,
  },
});
