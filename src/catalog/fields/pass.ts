import { assign, inputAndOutputPath, output, parameters, resultPath } from './dataFlow';
import { JSONPATH, defineFields } from './define';
import { everyState } from './everyState';
import { PAGES } from './sources';
import { transitions } from './transitions';

export const passFields = defineFields('Pass', {
  ...everyState,
  ...inputAndOutputPath,
  Parameters: parameters(
    'Builds the result out of the input, paths and intrinsic functions included.',
    '{ "id.$": "States.UUID()", "total": 0 }',
  ),
  Result: {
    languages: JSONPATH,
    shape: { kind: 'any' },
    summary: 'A fixed result; keys that end in ".$" are not evaluated in it.',
    limits: ['Where both are given, it takes the place of what "Parameters" builds.'],
    default: 'the effective input',
    example: '{ "total": 0 }',
    source: PAGES.pass,
  },
  ResultPath: resultPath,
  Output: output('What the state passes on.', 'the input'),
  Assign: assign('in passing'),
  ...transitions,
});
