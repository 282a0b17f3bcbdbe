import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sharedBrowser } from './sharedBrowser.mjs';
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

/** Themes change colours and nothing else, so the first is looked at for everything and the others for these. */
const onlyColours = { runOnly: ['color-contrast', 'link-in-text-block'] };

const serious = (page, options) =>
  page.evaluate(async (options) => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'], ...options });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, options);

describe('accessibility', function () {
  this.timeout(60_000);
  let browser;
  before(async () => (browser = await sharedBrowser()));

  for (const [name, start] of Object.entries(places)) {
    it(`has no serious problem in ${name}, in any theme`, async () => {
      const page = await browser.open({ start });
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
      await page.evaluate(axe);
      const found = [];
      for (const [index, theme] of THEMES.entries()) {
        await browser.paint(theme);
        const problems = await serious(page, index === 0 ? {} : onlyColours);
        found.push(...problems.map((problem) => `${theme}: ${problem}`));
      }
      assert.deepEqual(found, []);
    });
  }
});
