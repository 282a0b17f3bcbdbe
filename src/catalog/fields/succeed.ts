import { inputAndOutputPath, output } from './dataFlow';
import { defineFields } from './define';
import { everyState } from './everyState';

export const succeedFields = defineFields('Succeed', {
  ...everyState,
  ...inputAndOutputPath,
  Output: output('The output of the machine, branch or iteration that ends here.', 'the input'),
});
