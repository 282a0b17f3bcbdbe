import assert from 'node:assert/strict';
import type { SourceFile } from '../../src/model/locate';
import { samples } from '../fuzz/samples';
import { readyHcl } from '../support/hcl';
import { convertFaults } from '../support/roundTrips/convert';
import { formatFaults } from '../support/roundTrips/format';
import { formatPlacesFaults } from '../support/roundTrips/formatPlaces';
import { renameFaults } from '../support/roundTrips/rename';

describe('every sample of the project', () => {
  let files: readonly SourceFile[];
  before(async () => {
    await readyHcl();
    files = samples();
  });

  for (const [title, faultsOf] of [
    ['is the same text after a state is renamed and renamed back', renameFaults],
    ['means the same after it is laid out, and stays as it is a second time', formatFaults],
    ['means the same in JSON and in YAML', convertFaults],
  ] as const) {
    it(title, function () {
      this.timeout(60_000);
      const faults = files.flatMap((file) =>
        faultsOf(file).map((fault) => `${file.path}: ${fault}\n${file.text}`),
      );
      assert.deepEqual(faults, []);
    });
  }

  it('changes only where it is laid out in part and where one types', () => {
    const some = files.filter((_, index) => index % 20 === 0);
    const faults = some.flatMap((file) =>
      formatPlacesFaults(file).map((fault) => `${file.path}: ${fault}\n${file.text}`),
    );
    assert.deepEqual(faults, []);
  });
});
