import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browserMissing, ensureBrowser } from '../../scripts/browser.mjs';
import { projectFolder } from '../../scripts/command.mjs';
import { startNodeHost } from './nodeHost.mjs';
import { startWebHost } from './webHost.mjs';

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

// A webview's service worker counts as a third party, and is refused without this.
const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };

async function launch(viewport) {
  const executablePath = await ensureBrowser();
  if (!executablePath) throw new Error(browserMissing());
  const { chromium } = await import('playwright-core');
  const profile = mkdtempSync(path.join(os.tmpdir(), 'lens-browser-'));
  mkdirSync(path.join(profile, 'Default'));
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: flags, viewport });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page: context.pages()[0] ?? (await context.newPage()), close };
}

/**
 * Opens VS Code with the extension in a headless browser and resolves when the workbench (and `file`, if
 * one is given, relative to `folder`) is drawn. The caller ends it with `close()`.
 *
 * `host` is `node` or `web`; `expose` names functions that the page may call, such as VS Code's test hooks.
 */
export async function openWorkbench({
  host = 'node',
  extension,
  folder = path.join(projectFolder, 'samples'),
  file,
  theme = 'Default Dark Modern',
  width = 1280,
  height = 800,
  settings = {},
  tests = false,
  beside = [],
  expose = {},
} = {}) {
  const start = { node: startNodeHost, web: startWebHost }[host];
  const served = await start({
    ...{ extension, file, tests, beside, folder: path.resolve(folder) },
    settings: { 'workbench.colorTheme': theme, ...settings },
  });
  let browser;
  const close = async () => {
    await browser?.close();
    await served.close();
  };
  try {
    browser = await launch({ width, height });
    const { page } = browser;
    for (const [name, call] of Object.entries(expose)) await page.exposeFunction(name, call);
    await page.goto(served.url, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
    if (file) await page.waitForSelector('.editor-instance .view-lines .view-line', { timeout: 60_000 });
    return { page, close, ...actions(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

function actions(page) {
  return {
    /** Runs a command by its title in the command palette. */
    async command(title) {
      await page.keyboard.press('F1');
      await page.keyboard.type(title);
      const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
      await row.click();
    },
    /** Resolves to the frame that holds the document of the webview which was shown last. */
    async webview() {
      const outer = await page.waitForSelector('iframe.webview.ready', {
        state: 'attached',
        timeout: 30_000,
      });
      const inner = await (
        await outer.contentFrame()
      ).waitForSelector('#active-frame', { state: 'attached' });
      return inner.contentFrame();
    },
  };
}
