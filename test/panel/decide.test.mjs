import assert from 'node:assert/strict';
import { sharedBrowser } from './sharedBrowser.mjs';

/** Presses keys one after the other. */
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** The words in and above the box that has the focus. */
const node = (page) =>
  page.evaluate(() =>
    [...document.activeElement.querySelectorAll('text')]
      .map(({ textContent }) => textContent.trim())
      .join(' '),
  );

describe('decide', function () {
  this.timeout(30_000);
  let browser;
  let page;
  before(async () => (browser = await sharedBrowser()));
  afterEach(() => assert.deepEqual(page.errors, []));

  it('leads to a verdict by keyboard alone, with the focus where the reader is', async () => {
    page = await browser.open();
    await page.getByRole('tab', { name: 'Decide' }).focus();
    await press(page, 'Tab', 'Tab');
    assert.equal(await page.getByRole('radio', { name: /One step/ }).isChecked(), true);
    await press(page, 'ArrowDown', 'Enter');
    await page.getByRole('heading', { name: /thousands of items/ }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.type), 'radio');
    await press(page, '2', 'Enter');
    await page.getByRole('heading', { name: 'What do the steps work with?' }).waitFor();
    await press(page, 'Enter', 'Enter', '2', 'Enter');
    const verdict = page.getByRole('heading', { level: 1, name: 'AWS Glue workflow' });
    await verdict.waitFor();
    assert.equal(await focused(page), 'AWS Glue workflow');
    const text = await page.locator('lens-verdict').innerText();
    for (const part of ['EventBridge Scheduler', 'a month', 'What speaks against it', 'Runner-up']) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(await page.locator('lens-verdict .facts').first().locator('li').count(), 3);
  });

  it('goes back to the answer that was given, and starts over', async () => {
    page = await browser.open();
    await page.getByText('Several steps').first().click();
    await page.getByRole('button', { name: 'Back' }).click();
    assert.equal(await page.getByRole('radio', { name: /Several steps/ }).isChecked(), true);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Question 1').waitFor();
  });

  it('takes an answer for a reader who does not know, and says so', async () => {
    page = await browser.open({ start: { kept: { view: { path: [{ answer: 0 }, { answer: 2 }] } } } });
    await page.getByRole('button', { name: 'I don’t know' }).click();
    await page.getByText('taken for you').waitFor();
  });

  it('moves with the tree: arrow keys walk it, Enter goes there, and a click', async () => {
    page = await browser.open();
    await page.getByRole('treeitem', { name: /One step or several/ }).focus();
    await press(page, 'ArrowDown', 'ArrowRight');
    assert.match(await node(page), /^Several steps Thousands of items/);
    await press(page, 'ArrowDown');
    assert.equal(await node(page), 'Yes Step Functions with a Distributed Map');
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: /Distributed Map/ }).waitFor();
    assert.equal(await node(page), 'Yes Step Functions with a Distributed Map');
    await page.getByRole('treeitem', { name: /^One step What/ }).click();
    await page.getByRole('heading', { name: 'What starts it?' }).waitFor();
  });

  it('zooms the tree by keys and by the wheel with Ctrl, and fits it again', async () => {
    page = await browser.open();
    const width = () =>
      page
        .locator('.node .box')
        .first()
        .evaluate((box) => box.getBoundingClientRect().width);
    await page.getByRole('treeitem', { name: /One step or several/ }).focus();
    const fitted = await width();
    await press(page, '+');
    const zoomed = await width();
    assert.ok(zoomed > fitted);
    await page.locator('.canvas').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (before) => document.querySelector('.node .box').getBoundingClientRect().width < before,
      zoomed,
    );
    await press(page, '0');
    assert.ok(Math.abs((await width()) - fitted) < 1);
  });

  it('shows the first answers of the tree in full on the narrowest page', async () => {
    const page = await browser.open({ width: 320 });
    const canvas = await page.locator('.canvas').boundingBox();
    for (const box of await page.locator('.node rect').all()) {
      const { x, width } = await box.boundingBox();
      assert.ok(x >= canvas.x && x + width <= canvas.x + canvas.width, `${x} to ${x + width}`);
    }
  });

  it('asks the editor for files, and leads to note and comparison', async () => {
    page = await browser.open({ start: { place: { tab: 'decide', anchor: 'mwaa' } } });
    await page.getByRole('button', { name: 'Create files…' }).click();
    const sent = await page.evaluate(() => window.sent.find(({ type }) => type === 'scaffold'));
    assert.deepEqual(sent, { type: 'scaffold', id: 'mwaa', how: 'files' });
    await page.getByRole('button', { name: 'Compare' }).click();
    assert.match(await page.locator('.compare thead th').first().innerText(), /MWAA/);
    await page.getByRole('tab', { name: 'Decide' }).click();
    await page.getByRole('button', { name: 'Note' }).click();
    await page.locator('lens-notes h1').first().waitFor();
  });

  it('begins with what the workspace shows', async () => {
    page = await browser.open();
    await page.evaluate(() =>
      window.postMessage({
        type: 'workload',
        workload: { from: 'nightly.asl.json', answers: { stepCount: 7, fanOutItems: 0 } },
      }),
    );
    await page.getByRole('button', { name: 'Begin there' }).click();
    await page.getByText('Question 3').waitFor();
  });
});
