import assert from 'node:assert/strict';
import { sharedBrowser } from './sharedBrowser.mjs';

describe('cost', function () {
  this.timeout(30_000);
  let browser;
  let page;
  before(async () => (browser = await sharedBrowser()));
  beforeEach(async () => (page = await browser.open({ start: { place: { tab: 'cost' } } })));
  afterEach(() => assert.deepEqual(page.errors, []));

  const row = (service) => page.locator(`#cost-${service}`);
  const figure = async (service) => (await row(service).locator('.figure').innerText()).split(/\s/)[0];

  it('changes with the slider, by keyboard', async () => {
    assert.equal(await figure('step-functions-standard'), '$0.43');
    await page.getByRole('slider', { name: 'Steps in a run' }).focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.getByRole('spinbutton', { name: 'Steps in a run' }).inputValue(), '6');
    assert.equal(await figure('step-functions-standard'), '$0.51');
  });

  it('takes an exact number, and leaves out what is none', async () => {
    const runs = page.getByRole('spinbutton', { name: 'Runs a day' });
    await runs.fill('100000');
    await runs.press('Enter');
    assert.equal(await figure('step-functions-standard'), '$532.19');
    await runs.fill('');
    await runs.press('Tab');
    assert.equal(await runs.inputValue(), '100000');
    await page.getByRole('button', { name: 'Reset the load' }).click();
    assert.equal(await figure('step-functions-standard'), '$0.43');
  });

  it('says which services cannot carry the load, and why', async () => {
    await page.getByText('Cannot carry this load').click();
    assert.match(
      await page.locator('.others').innerText(),
      /EventBridge Scheduler\s+One schedule makes one call/,
    );
  });

  it('keeps the figure of the longest bar inside, at any width', async () => {
    const runs = page.getByRole('spinbutton', { name: 'Runs a day' });
    await runs.fill('2000');
    await runs.press('Enter');
    for (const width of [320, 700, 1000, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page
        .locator('.track')
        .evaluateAll((tracks) =>
          tracks
            .filter(
              (track) =>
                track.querySelector('.figure').getBoundingClientRect().right >
                track.getBoundingClientRect().right + 1,
            )
            .map(({ textContent }) => textContent.trim()),
        );
      assert.deepEqual(over, [], `${width} px`);
    }
  });

  it('opens the formula of a figure', async () => {
    await row('step-functions-standard').locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.getByText('3,042 runs × 7 transitions − 4,000 free').waitFor();
  });

  it('names what counts at a low volume with the numbers of the reader', async () => {
    const words = await page.locator('.counts').innerText();
    assert.match(words, /At 3,042 runs a month the fee for coordinating is noise: \$0\.43 at most\./);
    assert.match(words, /mw1\.small environment is \$357\.70/);
    assert.match(words, /hangs until its default timeout of 8 hours is \$35\.20/);
  });

  it('names the crossing points, in the plot, in words and in a table', async () => {
    await page.locator('.crossing').filter({ hasText: '2 million' }).waitFor();
    await page.getByText('Step Functions Standard costs more than Amazon MWAA (provisioned)').waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();
    await page.getByRole('rowheader', { name: '2,044,572' }).waitFor();
  });

  it('counts with prices of the reader until they are reset', async () => {
    await page.getByText('Unit prices', { exact: true }).click();
    const price = page.locator('.prices fieldset').filter({ hasText: 'Step Functions Standard' });
    await price.getByLabel('Per transition').fill('0.00005');
    await price.getByLabel('Per transition').press('Enter');
    assert.equal(await figure('step-functions-standard'), '$0.86');
    await price.getByText('your own price').waitFor();
    await price.getByRole('button', { name: /^Reset Per transition/ }).click();
    assert.equal(await figure('step-functions-standard'), '$0.43');
  });

  it('says that the price behind a figure is not verified, until the reader gives one', async () => {
    assert.match(await row('mwaa-serverless').locator('summary').innerText(), /not verified/);
    await row('mwaa-serverless').locator('summary').click();
    await row('mwaa-serverless')
      .getByText('The rate of Tokyo; the one of us-east-1 was not found.')
      .waitFor();
    await page.getByText('Unit prices', { exact: true }).click();
    const price = page.locator('.prices fieldset').filter({ hasText: 'MWAA Serverless' });
    await price.getByLabel('Task hour').fill('0.1');
    await price.getByLabel('Task hour').press('Enter');
    assert.doesNotMatch(await row('mwaa-serverless').locator('summary').innerText(), /not verified/);
  });

  it('says that a price is not known, and takes one', async () => {
    await page.getByRole('combobox', { name: 'Airflow environment' }).selectOption('mw1.micro');
    assert.match(await row('mwaa').innerText(), /not known/);
    await page.getByText('Unit prices', { exact: true }).click();
    const price = page.locator('.prices fieldset').filter({ hasText: 'MWAA (provisioned)' });
    await price.getByLabel('Environment hour').fill('0.1');
    await price.getByLabel('Environment hour').press('Enter');
    assert.equal(await figure('mwaa'), '$73.00');
  });
});
