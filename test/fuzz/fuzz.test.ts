import assert from 'node:assert/strict';
import { readyHcl } from '../support/hcl';
import { documentOf } from './document';
import { examine } from './examine';
import { samples } from './samples';

describe('documents in the middle of a change', () => {
  before(readyHcl);

  it('make nothing throw, wait or point outside of them', function () {
    this.timeout(120_000);
    const all = samples();
    for (let seed = 1; seed <= 300; seed++) {
      const { file, random } = documentOf(seed, all);
      assert.deepEqual(examine(file, random), [], `npm run fuzz -- --seed ${seed} --count 1`);
    }
  });
});
