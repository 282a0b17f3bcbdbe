import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { LanguageDocument } from '../../src/language/document';
import { patternById, runPattern } from '../../src/language/match/run';
import { THEMES } from './rig.mjs';
import { sharedBrowser } from './sharedBrowser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const text = `{
  "source": ["aws.glue", "aws.states"],
  "detail": {
    "$or": [{ "state": ["FAILED", "TIMEOUT"] }, { "status": [{ "anything-but": ["SUCCEEDED", "RUNNING"] }] }]
  }
}`;

const somewhere = { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } };

/** What the editor tells the panel of a pattern; the events of the workspace are few. */
function message(selected = 'Glue job failed') {
  const document = new LanguageDocument({ path: 'failed.eventpattern.json', text });
  const given = [
    { title: 'order.event.json', uri: 'memfs:/order.event.json', text: '{"source": "shop"}' },
    { title: 'half.event.json', uri: 'memfs:/half.event.json', text: '{' },
  ];
  const run = runPattern(document, patternById(document, '/0'), given);
  const results = run.results.map((result) => ({
    ...result,
    rows: result.rows.map((row) => ({ ...row, range: somewhere })),
  }));
  return {
    type: 'run',
    uri: 'memfs:/failed.eventpattern.json',
    run: { ...run, range: somewhere, results },
    selected: results.findIndex(({ title }) => title === selected),
  };
}

describe('event matches', function () {
  this.timeout(60_000);
  let browser;
  before(async () => (browser = await sharedBrowser()));

  const open = async (options, selected) => {
    const page = await browser.openBundle('match', message(selected), options);
    await page.waitForSelector('match-explanation h2');
    return page;
  };
  const heading = (page) => page.locator('match-explanation h2').textContent();
  const sent = (page) => page.evaluate(() => window.sent);

  it('shows the pattern in a sentence and why the chosen event matches', async () => {
    const page = await open();
    assert.match(
      await page.locator('.sentence').textContent(),
      /^Lets an event through when source is "aws\.glue"/,
    );
    assert.equal(await heading(page), 'Glue job failed');
    assert.match(await page.locator('.verdict').textContent(), /Matches/);
    const rows = await page.locator('match-explanation tbody tr').allTextContents();
    const plain = rows.map((row) => row.replace(/[\s\uE000-\uF8FF]+/g, ' ').trim());
    assert.deepEqual(plain.slice(0, 4), [
      'source matches "aws.glue" or "aws.states" "aws.glue"',
      '$or matches',
      'branch 1 of 2 matches',
      'detail.state matches "FAILED" or "TIMEOUT" "FAILED"',
    ]);
  });

  it('puts what was expected and found below each other on a narrow page, still as a table', async () => {
    const page = await open({ width: 320 });
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'source' }) });
    const [expected, found] = await row.getByRole('cell').all();
    const [above, below] = [await expected.boundingBox(), await found.boundingBox()];
    assert.ok(below.y >= above.y + above.height && below.x + below.width <= 320);
  });

  it('is walked by the keyboard, and the editor is told', async () => {
    const page = await open();
    await page.locator('match-events [aria-selected="true"]').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await heading(page), 'Glue job timed out');
    await page.keyboard.press('Home');
    assert.equal(await heading(page), 'order.event.json');
    assert.match(await page.locator('.verdict').textContent(), /Does not match/);
    assert.deepEqual(
      (await sent(page)).map(({ type }) => type),
      ['ready', 'select', 'select'],
    );
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-selected')), 'true');
  });

  it('narrows the events to those that match', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^Matches/ }).click();
    const shown = await page.locator('match-events [role="option"]').allTextContents();
    assert.deepEqual(
      shown.map((option) => option.replace(/[\s\uE000-\uF8FF]+/g, ' ').trim()),
      [
        'Glue job failed, matches',
        'Glue job timed out, matches',
        'Step Functions execution failed, matches',
        'Step Functions execution timed out, matches',
      ],
    );
  });

  it('says what cannot be asked, and leads to the field, the file and the clipboard', async () => {
    const page = await open({}, 'half.event.json');
    assert.match(await page.locator('.verdict').textContent(), /Cannot be asked.*The text is not JSON\./);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('option', { name: /^Glue job failed/ }).click();
    await page.getByRole('button', { name: 'detail.state' }).click();
    await page.getByRole('button', { name: 'Run against the clipboard' }).click();
    const messages = await sent(page);
    assert.deepEqual(
      messages.map(({ type }) => type),
      ['ready', 'open', 'select', 'reveal', 'clipboard'],
    );
    assert.deepEqual(messages[3].range, somewhere);
  });

  for (const theme of THEMES) {
    it(`has no serious problem in the theme "${theme}", and keeps its policy`, async () => {
      const page = await open({ theme, width: theme === 'dark' ? 420 : 1280 });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
      assert.deepEqual(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
        [],
      );
      assert.deepEqual(await page.evaluate(() => window.violations), []);
      assert.deepEqual(page.errors, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    });
  }
});
