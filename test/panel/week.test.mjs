import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { THEMES } from './rig.mjs';
import { sharedBrowser } from './sharedBrowser.mjs';
import { weekOfSchedules } from './weekOfSchedules.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the view of the week', function () {
  this.timeout(60_000);
  let browser;
  before(async () => (browser = await sharedBrowser()));

  const names = (page) => page.locator('.rows .name b').allTextContents();
  const sent = (page, type) =>
    page.evaluate((type) => window.sent.filter((message) => message.type === type), type);

  it('asks for a day more at each end of a week that begins on Monday', async () => {
    const page = await browser.openWeek(weekOfSchedules);
    const [{ from }] = await sent(page, 'show');
    assert.equal(new Date(from).getUTCDay(), 0);
    assert.match(from, /T00:00:00\.000Z$/);
  });

  it('has a line for each schedule: by the time of day, then the frequent ones, then those without times', async () => {
    const page = await browser.openWeek(weekOfSchedules);
    assert.deepEqual(await names(page), [
      'NightlyOrders',
      'customers_full_load',
      'invoices',
      'ReportForTheOfficeInLosAngeles',
      'hourly_check',
      'poll',
    ]);
    assert.equal(await page.locator('.rows li').first().locator('i').count(), 7);
    const status = await page.getByRole('status').textContent();
    assert.equal(status, '6 schedules, 188 starts in this week. 7 times at which several start at once.');
  });

  it('names what starts at the same time', async () => {
    const page = await browser.openWeek(weekOfSchedules);
    const found = await page.locator('.collisions li').allTextContents();
    assert.deepEqual(
      found.map((text) => text.replace(/\s+/g, ' ').replace(/^\W+/, '').trim()),
      [
        '00:00 Monday to Friday 3 schedules NightlyOrders customers_full_load invoices',
        '00:00 Saturday, Sunday 2 schedules NightlyOrders customers_full_load',
      ],
    );
    assert.equal(await page.locator('.rows i[data-crowded]').count(), 19);
  });

  it('moves with the clock', async () => {
    const page = await browser.openWeek(weekOfSchedules, { userZone: 'Asia/Kolkata' });
    const when = () => page.locator('.collisions .when b').first().textContent();
    assert.equal(await when(), '05:30');
    await page.getByRole('radio', { name: 'UTC' }).check();
    assert.equal(await when(), '00:00');
    const words = () =>
      page
        .locator('.rows li')
        .filter({ hasText: 'ReportForTheOffice' })
        .locator('.visually-hidden')
        .textContent();
    const inUtc = await words();
    await page.getByRole('radio', { name: "Each schedule's own" }).check();
    assert.match(await words(), /^0[23]:30 Sunday$/);
    assert.equal(inUtc, '10:30 Sunday');
  });

  it('shows one day, by mouse and by keyboard', async () => {
    const page = await browser.openWeek(weekOfSchedules);
    await page.getByRole('button', { name: /^Monday/ }).click();
    assert.equal(await page.locator('.rows li').first().locator('i').count(), 1);
    await page.getByRole('button', { name: /^Tuesday/ }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.getByRole('button', { name: /^Tuesday/ }).getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: 'Week', exact: true }).press('Space');
    assert.equal(await page.locator('.rows li').first().locator('i').count(), 7);
  });

  it('leads to the place in the file, from a line and from a collision', async () => {
    const page = await browser.openWeek(weekOfSchedules);
    await page.locator('.rows .name').first().press('Enter');
    await page.locator('.collisions .link').nth(1).click();
    assert.deepEqual(
      (await sent(page, 'open')).map(({ place: { file, line } }) => `${file}:${line}`),
      ['infra/template.yaml:41', 'dags/customers.py:11'],
    );
  });

  it('says so where there is nothing', async () => {
    const page = await browser.openWeek((from) => ({ from, days: 9, schedules: [] }));
    assert.match(await page.locator('.empty').textContent(), /No file of this workspace has a schedule/);
  });

  for (const width of [320, 900, 1600, 2560]) {
    it(`fits into ${width} px`, async () => {
      const page = await browser.openWeek(weekOfSchedules, { width });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      // A narrow panel has room for a day.
      const dots = await page.locator('.rows li').first().locator('i').count();
      assert.equal(dots, width < 600 ? 1 : 7);
    });
  }

  it('has no serious problem in any theme, and breaks no rule of its policy', async () => {
    const page = await browser.openWeek(weekOfSchedules);
    await page.evaluate(axe);
    const found = [];
    for (const theme of THEMES) {
      await browser.paint(theme);
      found.push(
        ...(await page.evaluate(async () => {
          const { violations } = await window.axe.run({ resultTypes: ['violations'] });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
        })),
      );
    }
    assert.deepEqual(found, []);
    assert.deepEqual(page.errors, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });
});
