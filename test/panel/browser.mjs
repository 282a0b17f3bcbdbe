import { chromium } from 'playwright-core';
import { browserMissing, ensureBrowser } from '../../scripts/browser.mjs';
import { BODY_CLASS, startRig } from './rig.mjs';

/**
 * A browser with the panel's rig. `open` shows the panel in its one page, which forgets what it showed before and
 * keeps the scripts that it has compiled; `errors` of the page are those since then. `close` ends everything.
 */
export async function startBrowser() {
  const executablePath = await ensureBrowser();
  if (!executablePath) throw new Error(browserMissing());
  const rig = await startRig();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return {
    async open({ theme = 'dark', start = {}, width = 1280, height = 800 } = {}) {
      errors.length = 0;
      await page.setViewportSize({ width, height });
      await page.goto(rig.url(theme, start));
      // The whole guide is there, not only the first page.
      await page.waitForFunction(() => document.querySelector('lens-search')?.guide);
      return Object.assign(page, { errors });
    },
    /** Shows another page than the guide's, and what the editor tells it. */
    async openBundle(bundle, message, { theme = 'dark', width = 1280, height = 800 } = {}) {
      errors.length = 0;
      await page.setViewportSize({ width, height });
      await page.goto(rig.url(theme, {}, bundle));
      await page.evaluate((data) => window.postMessage(data), message);
      return Object.assign(page, { errors });
    },
    /** Shows the view of the week; `answer` gives what the editor sends for the days from a moment on. */
    async openWeek(answer, { theme = 'dark', userZone = 'UTC', width = 1280, height = 800 } = {}) {
      errors.length = 0;
      await page.setViewportSize({ width, height });
      await page.goto(rig.url(theme, { userZone }, 'week'));
      const asked = await page.waitForFunction(() => window.sent?.find(({ type }) => type === 'show'));
      const { from } = await asked.jsonValue();
      await page.evaluate((week) => postMessage({ type: 'week', week }), answer(from));
      await page.waitForSelector('main[aria-busy=false]');
      return Object.assign(page, { errors });
    },
    /** Shows the page as it is in another theme, as VS Code does when a reader changes it. */
    paint: (theme) =>
      page.evaluate(
        ([theme, bodyClass]) =>
          new Promise((resolve) => {
            document.body.className = bodyClass;
            const sheet = document.querySelector('#theme');
            const address = `/theme/${theme}.css`;
            if (sheet.getAttribute('href') === address) resolve();
            sheet.onload = resolve;
            sheet.href = address;
          }),
        [theme, BODY_CLASS[theme]],
      ),
    async close() {
      await browser.close();
      await rig.close();
    },
  };
}
