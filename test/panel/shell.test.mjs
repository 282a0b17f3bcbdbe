import assert from 'node:assert/strict';
import { sharedBrowser } from './sharedBrowser.mjs';

const tabs = ['decide', 'compare', 'cost', 'notes', 'quiz'];

describe('guide', function () {
  this.timeout(60_000);
  let browser;
  let page;
  before(async () => (browser = await sharedBrowser()));
  afterEach(() => assert.deepEqual(page.errors, []));

  const selected = () => page.locator('[role=tab][aria-selected=true]').innerText();

  it('has tabs that arrow keys, Home and End walk', async () => {
    page = await browser.open();
    await page.getByRole('tab', { name: 'Decide' }).focus();
    const seen = [];
    for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key);
      seen.push(await selected());
    }
    assert.deepEqual(seen, ['Compare', 'Quiz', 'Decide', 'Quiz', 'Decide']);
  });

  it('finds across everything: "/" searches, arrow keys choose, Enter goes there', async () => {
    page = await browser.open();
    await page.keyboard.press('/');
    await page.keyboard.type('glue-workflow'.replace('-', ' '));
    const kinds = await page.locator('[role=option] .kind').allInnerTexts();
    assert.ok(kinds.includes('Service') && kinds.includes('Note'), kinds.join());
    await page.keyboard.press('Control+A');
    await page.keyboard.type('person approves');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { name: 'Is the order of jobs and crawlers all that is needed?' })
      .waitFor();
  });

  it('leaves the search by Escape and says when nothing is found', async () => {
    page = await browser.open();
    await page.keyboard.press('/');
    await page.keyboard.type('zebra crossing');
    await page.getByText('Nothing has “zebra crossing” in it.').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('listbox').isVisible(), false);
  });

  it('is where it was after a reload', async () => {
    page = await browser.open();
    await page.getByText('Several steps').first().click();
    await page.getByRole('tab', { name: 'Cost' }).click();
    const runs = page.getByRole('spinbutton', { name: 'Runs a day' });
    await runs.fill('7');
    await runs.press('Enter');
    await page.evaluate(() => scrollTo(0, 200));
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state')).scroll.cost === 200);
    await page.reload();
    await page.locator('lens-cost').waitFor();
    assert.equal(await runs.inputValue(), '7');
    await page.waitForFunction(() => scrollY === 200);
    await page.getByRole('tab', { name: 'Decide' }).click();
    await page.getByText('Question 2').waitFor();
  });

  it('goes where the editor says', async () => {
    page = await browser.open();
    await page.evaluate(() =>
      window.postMessage({ type: 'show', place: { tab: 'notes', anchor: 'errors#retry-and-catch' } }),
    );
    await page.getByRole('heading', { name: 'Retry and Catch' }).waitFor();
    assert.equal(await selected(), 'Notes');
  });

  it('keeps the focus with a reader whom a button takes to another tab', async () => {
    const page = await browser.open({ start: { place: { tab: 'decide', anchor: 'glue-local' } } });
    await page.getByRole('button', { name: 'Change the load' }).press('Enter');
    await page.waitForFunction(() => document.activeElement.id === 'panel-cost');
  });

  it('narrows the comparison, and keeps head and first column in sight', async () => {
    page = await browser.open({ start: { place: { tab: 'compare' } }, width: 900, height: 600 });
    const rows = page.locator('.compare tbody tr');
    const all = await rows.count();
    await page.getByRole('button', { name: 'Cost', exact: true }).click();
    assert.ok((await rows.count()) < all);
    await page.getByRole('button', { name: 'Everything' }).click();
    assert.equal(await rows.count(), all);
    const moved = await page.locator('.compare .table').evaluate(async (table) => {
      table.scrollTo(300, 200);
      const [head, side] = [table.querySelector('thead th'), table.querySelector('tbody th')];
      const { top, left } = table.getBoundingClientRect();
      return [head.getBoundingClientRect().top - top, side.getBoundingClientRect().left - left];
    });
    for (const distance of moved) assert.ok(Math.abs(distance) <= 1, String(distance));
  });

  it('never moves without a reader who allows motion', async () => {
    page = await browser.open();
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (each) => getComputedStyle(each).transitionDuration !== '0s',
        ).length,
    );
    assert.equal(moving, 0);
  });

  for (const width of [320, 420, 640, 900, 1600]) {
    it(`fits into ${width} pixels, and breaks no rule of its policy`, async () => {
      const wrong = [];
      page = await browser.open({ width, height: 700 });
      for (const tab of tabs) {
        await page.locator(`#tab-${tab}`).click();
        const { sideways, cut } = await page.evaluate(() => ({
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          // Controls whose text is wider than they are.
          cut: [...document.querySelectorAll('button, summary, label, h1:not(.visually-hidden), h2')]
            .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
            .map((each) => each.textContent.trim()),
        }));
        if (sideways > 0) wrong.push(`${tab} is ${sideways} px too wide`);
        wrong.push(...cut.map((text) => `${tab}: "${text}" is cut`));
      }
      wrong.push(...(await page.evaluate(() => window.violations)));
      assert.deepEqual(wrong, []);
    });
  }
});
