import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sharedBrowser } from './sharedBrowser.mjs';

const { quiz } = JSON.parse(readFileSync(new URL('../../media/guide.json', import.meta.url), 'utf8'));
const plain = (html) => html.replace(/<[^>]+>/g, '');

describe('learning', function () {
  this.timeout(30_000);
  let browser;
  let page;
  before(async () => (browser = await sharedBrowser()));
  afterEach(() => assert.deepEqual(page.errors, []));

  const sent = (type) =>
    page.evaluate((type) => window.sent.filter((message) => message.type === type), type);
  const openQuestion = (id) => browser.open({ start: { place: { tab: 'quiz', anchor: id } } });
  const kept = async (id) => {
    const last = (await sent('keep')).filter(({ key }) => key === 'quiz').at(-1);
    return last?.value.cards[id];
  };

  for (const kind of ['choice', 'several', 'mistake']) {
    const { id, options, line } = quiz.find((each) => each.kind === kind);

    it(`a question of the kind "${kind}" is answered by digits, explained, and kept`, async () => {
      page = await openQuestion(id);
      const shown = await page.locator('.option > span:last-child').allInnerTexts();
      assert.equal(shown.length, options.length);
      const right = options.filter((option) => option.right).map(({ text }) => plain(text));
      const places = await page.evaluate(
        (right) =>
          [...document.querySelectorAll('.option')].flatMap((option, place) =>
            right.some((text) => option.textContent.includes(text)) ? [place + 1] : [],
          ),
        right.map((text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')),
      );
      for (const place of places) await page.keyboard.press(String(place));
      await page.keyboard.press('Enter');
      assert.match(await page.locator('.explanation strong').innerText(), /Right\.$/);
      if (line) assert.equal(await page.locator('.wrong-line').count(), 1);
      assert.ok(await kept(id), 'the answer is not kept');
      await page.getByRole('button', { name: 'Read the note' }).click();
      await page.locator('lens-notes h1').waitFor();
    });
  }

  it('steps are put in order by buttons, and the focus stays with the step', async () => {
    const { id, steps } = quiz.find((each) => each.kind === 'order');
    page = await openQuestion(id);
    const order = () => page.locator('.steps li > span:first-child').allInnerTexts();
    const before = await order();
    assert.equal(before.length, steps.length);
    await page.getByRole('button', { name: 'Move up: 2' }).click();
    const after = await order();
    assert.deepEqual(after.slice(0, 2), [before[1], before[0]]);
    assert.equal(await page.evaluate(() => document.activeElement.closest('.steps') !== null), true);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.locator('.explanation').waitFor();
  });

  it('a wrong answer is asked again, and all progress can be forgotten', async () => {
    const { id, options } = quiz.find((each) => each.kind === 'choice');
    page = await openQuestion(id);
    const wrong = plain(options.find((option) => !option.right).text);
    await page.locator('.option').filter({ hasText: wrong }).first().click();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Not quite.').waitFor();
    assert.match(await page.locator('.quiz-status').innerText(), /1 of \d+ seen/);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Forget' }).click();
    assert.match(await page.locator('.quiz-status').innerText(), /0 of \d+ seen/);
  });

  it('the focus is where the reader goes on, after an answer and before all is forgotten', async () => {
    const { id } = quiz.find((each) => each.kind === 'choice');
    page = await openQuestion(id);
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    assert.match(await focused(), /^Next question/);
    await page.getByRole('button', { name: 'Reset' }).press('Enter');
    assert.equal(await focused(), 'Forget');
    await page.keyboard.press('Enter');
    assert.match(await focused(), /Reset$/);
  });

  it('code of a note goes into the editor or the clipboard', async () => {
    page = await browser.open({ start: { place: { tab: 'notes', anchor: 'monitoring' } } });
    const code = await page.locator('figure.code pre').first().innerText();
    await page.getByRole('button', { name: 'Insert' }).first().click();
    await page.getByRole('button', { name: 'Copy' }).first().click();
    const [[inserted], [copied]] = [await sent('insert'), await sent('copy')];
    assert.equal(inserted.text.trim(), code.trim());
    assert.ok(inserted.language);
    assert.equal(copied.text, inserted.text);
  });

  it('a rule beside a note opens its page', async () => {
    page = await browser.open({ start: { place: { tab: 'notes', anchor: 'step-functions' } }, width: 1600 });
    await page.locator('.related').getByText('asl/unknown-target', { exact: true }).click();
    assert.deepEqual(await sent('openRule'), [{ type: 'openRule', rule: 'asl/unknown-target' }]);
  });
});
