import assert from 'node:assert/strict';
import { openWorkbench } from '../hosts/workbench.mjs';
import { openGuide, runCommand } from './openGuide.mjs';

const HOSTS = ['node', 'web'];
const opening = new Map();

/** Opens VS Code with both hosts at once: each waits more than it works. */
function workbenchOf(host) {
  for (const each of HOSTS) {
    if (opening.has(each)) continue;
    const opened = openWorkbench({ host: each, width: 1400, height: 900 });
    // Whoever asks for it is told.
    opened.catch(() => undefined);
    opening.set(each, opened);
  }
  return opening.get(host);
}

for (const host of HOSTS) {
  describe(`the guide in the ${host} extension host`, function () {
    this.timeout(120_000);
    const refused = [];
    let workbench;
    let frame;

    before(async () => {
      workbench = await workbenchOf(host);
      workbench.page.on('console', (message) => {
        if (/content security policy/i.test(message.text()) && /main\.(js|css)|guide/.test(message.text()))
          refused.push(message.text());
      });
    });
    after(() => workbench?.close());

    it('opens by its command', async () => {
      frame = await openGuide(workbench);
      assert.equal(await frame.getByRole('tab', { name: 'Decide' }).getAttribute('aria-selected'), 'true');
    });

    it('leads to a verdict by keyboard', async () => {
      await frame.getByRole('radio', { name: /One step/ }).focus();
      for (const key of ['ArrowDown', 'Enter', '2', 'Enter', 'Enter', 'Enter', 'Enter'])
        await workbench.page.keyboard.press(key);
      await frame.getByRole('heading', { level: 1, name: 'AWS Glue workflow' }).waitFor();
    });

    it('has its notes and its font, and breaks no rule of its policy', async () => {
      await frame.getByRole('tab', { name: 'Notes' }).click();
      await frame.locator('lens-notes h1').first().waitFor();
      assert.equal(await frame.evaluate(() => document.fonts.check('16px codicon')), true);
      assert.deepEqual(refused, []);
    });

    it('shows its contents in the side bar, and goes where they lead', async () => {
      const { page } = workbench;
      await page.locator('.activitybar .action-label[aria-label^="Orchestration Lens"]').click();
      await page.getByRole('treeitem', { name: 'Cost', exact: true }).click();
      await frame.locator('lens-cost').waitFor();
    });

    // The web host of the tests keeps nothing over a reload.
    if (host === 'node') {
      it('is there again after a reload of the window', async () => {
        await frame.waitForFunction(() => document.querySelector('lens-cost .figure'));
        const { page } = workbench;
        const reloaded = page.waitForEvent('load', { timeout: 60_000 });
        await runCommand(workbench, 'Developer: Reload Window');
        await reloaded;
        const restored = await workbench.webview();
        await restored.locator('lens-cost .figure').first().waitFor({ timeout: 60_000 });
      });
    }
  });
}
