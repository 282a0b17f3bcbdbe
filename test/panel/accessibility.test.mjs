import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startBrowser } from './browser.mjs';
import { THEMES } from './rig.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Places to look at; the tree's end and open details are pages of their own. */
const places = {
  'a question': { place: { tab: 'decide', anchor: 'kind' } },
  'a verdict': { place: { tab: 'decide', anchor: 'glue-local' } },
  'the comparison': { place: { tab: 'compare', anchor: 'mwaa,glue-workflow' } },
  'the costs': { place: { tab: 'cost' } },
  notes: { place: { tab: 'notes' } },
  'the quiz': { place: { tab: 'quiz' } },
};

describe('accessibility', function () {
  this.timeout(60_000);
  let browser;
  before(async () => (browser = await startBrowser()));
  after(() => browser?.close());

  for (const theme of THEMES) {
    it(`has no serious problem in the theme "${theme}"`, async () => {
      const found = [];
      for (const [name, start] of Object.entries(places)) {
        const page = await browser.open({ theme, start });
        await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
        for (const { id, impact, nodes } of violations) {
          if (impact === 'serious' || impact === 'critical')
            found.push(`${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
        }
        await page.end();
      }
      assert.deepEqual(found, []);
    });
  }
});
