import { chromium } from 'playwright-core';
import { browserMissing, ensureBrowser } from '../../scripts/browser.mjs';
import { startRig } from './rig.mjs';

/** A browser with the panel's rig; `open` gives a page that shows the panel, `close` ends both. */
export async function startBrowser() {
  const executablePath = await ensureBrowser();
  if (!executablePath) throw new Error(browserMissing());
  const rig = await startRig();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    async open({ theme = 'dark', start = {}, width = 1280, height = 800, reducedMotion = 'reduce' } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(rig.url(theme, start));
      // The whole guide is there, not only the first page.
      await page.waitForFunction(() => document.querySelector('lens-search')?.guide);
      return Object.assign(page, { errors, end: () => context.close() });
    },
    async close() {
      await browser.close();
      await rig.close();
    },
  };
}
