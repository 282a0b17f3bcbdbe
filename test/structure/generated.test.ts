import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generated, root } from '../../scripts/generate';
import { rules } from '../../src/rules/registry.generated';

describe('what is generated', () => {
  it('is current: `npm run generate` changes nothing', async () => {
    for (const [path, text] of await generated(rules)) {
      const current = readFileSync(`${root}${path}`, 'utf8') === text;
      assert.ok(current, `${path} is stale: run \`npm run generate\``);
    }
  });
});
