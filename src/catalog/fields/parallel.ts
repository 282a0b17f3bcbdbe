import {
  argumentsField,
  assign,
  inputAndOutputPath,
  output,
  parameters,
  resultPath,
  resultSelector,
} from './dataFlow';
import { BOTH, defineFields } from './define';
import { errorHandling } from './errorHandling';
import { everyState } from './everyState';
import { PAGES } from './sources';
import { transitions } from './transitions';

export const parallelFields = defineFields('Parallel', {
  ...everyState,
  Branches: {
    languages: BOTH,
    required: true,
    shape: { kind: 'array', items: { kind: 'object', owner: 'branch' }, minItems: 1 },
    summary:
      'The machines that run side by side, each with the same input; their outputs come back as an array in this order.',
    limits: ['The first branch that fails stops the others, unless it is retried or caught.'],
    example: '[{ "StartAt": "Mail", "States": { "Mail": { "Type": "Pass", "End": true } } }]',
    source: PAGES.parallel,
  },
  ...inputAndOutputPath,
  Parameters: parameters('Builds the input of the branches.', '{ "order.$": "$.order" }'),
  ResultSelector: resultSelector,
  ResultPath: resultPath,
  Arguments: argumentsField('The input of the branches.', '{ "order": "{% $states.input.order %}" }'),
  Output: output(
    'What the state passes on; "$states.result" is the array of the branch outputs.',
    'the array of the branch outputs',
  ),
  Assign: assign('when all branches have succeeded'),
  ...errorHandling,
  ...transitions,
});
