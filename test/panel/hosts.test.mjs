import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../scripts/command.mjs';
import { openWorkbench } from '../hosts/workbench.mjs';
import { choose, openFile, quickPickWith } from './byKeyboard.mjs';
import { openGuide, runCommand } from './openGuide.mjs';

const HOSTS = ['node', 'web'];
const opening = new Map();
const PICK = 'Pick an Orchestration Service';

/** A copy of the samples, since the picker makes files. */
const copy = mkdtempSync(path.join(os.tmpdir(), 'lens-panel-'));
const folder = path.join(copy, 'samples');
cpSync(path.join(projectFolder, 'samples'), folder, { recursive: true });
after(() => rmSync(copy, { recursive: true, force: true }));

/** Opens VS Code with both hosts at once: each waits more than it works. */
function workbenchOf(host) {
  for (const each of HOSTS) {
    if (opening.has(each)) continue;
    const opened = openWorkbench({ host: each, folder, width: 1400, height: 900 });
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

    it('has a menu in the status bar, which leads to the note about the file in hand', async () => {
      const { page } = workbench;
      await openFile(workbench, 'nightly-load.asl.json');
      const item = page.locator('.statusbar-item[id="status.languageStatus"]');
      await item.and(page.locator('[aria-label*="ASL · JSONPath"]')).waitFor();
      await runCommand(workbench, 'View: Focus Status Bar');
      const focused = item.locator(':focus');
      for (let key = 0; key < 20 && (await focused.count()) === 0; key += 1)
        await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('.workbench-hover').getByRole('button', { name: 'Menu' }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const { rows } = await quickPickWith(workbench, ({ title }) => title === 'Orchestration Lens');
      assert.equal(rows.length, 7, rows.join('\n'));
      await choose(workbench, 'Open the guide here');
      await frame.getByRole('heading', { level: 1, name: 'Step Functions' }).waitFor();
    });

    it('picks a service by keyboard from what the file shows, with a way back', async () => {
      const { page } = workbench;
      await openFile(workbench, 'nightly-load.asl.json');
      await runCommand(workbench, PICK);
      await quickPickWith(workbench, ({ rows }) => rows.some((row) => row.includes('nightly-load.asl.json')));
      await choose(workbench, 'Begin with what nightly-load.asl.json shows');
      const first = await quickPickWith(workbench, ({ title }) => /so far .*\(1\/\d\)$/.test(title));
      assert.ok(first.why, 'nobody says why it is asked');
      await page.keyboard.press('Enter');
      await quickPickWith(workbench, ({ title }) => title.includes('(2/'));
      await page.keyboard.press('Control+Alt+-');
      assert.deepEqual(await quickPickWith(workbench, ({ title }) => title === first.title), first);
      await page.keyboard.press('Enter');
      await quickPickWith(workbench, ({ title }) => title.startsWith('Is Airflow in use'));
      await choose(workbench, 'A first environment has a price');
      for (let question = 3; ; question += 1) {
        const step = ({ title }) => title.startsWith('Recommended') || title.includes(`(${question}/`);
        const { title, why } = await quickPickWith(workbench, step);
        if (title.startsWith('Recommended')) {
          assert.equal(title, 'Recommended: Step Functions Standard');
          assert.match(why, /^Started by EventBridge Scheduler · \$0 a month/);
          break;
        }
        await choose(workbench, "I don't know");
      }
    });

    it('shows the recommendation in the tree, at the branch that the answers take', async () => {
      await choose(workbench, 'Show in the decision tree');
      await frame.getByRole('heading', { level: 1, name: 'Step Functions Standard' }).waitFor();
      const trail = await frame.locator('.trail strong').allTextContents();
      assert.deepEqual(trail, ['Several steps', 'No', 'Several AWS services', 'No', 'None of them']);
    });

    /** Begins where the last recommendation was come to. */
    const recommended = async () => {
      await runCommand(workbench, PICK);
      await quickPickWith(workbench, ({ rows }) =>
        rows.some((row) => row.includes('Go on where you stopped')),
      );
      await choose(workbench, 'Go on where you stopped');
      await quickPickWith(workbench, ({ title }) => title.startsWith('Recommended'));
    };

    it('opens the note of what is recommended', async () => {
      await recommended();
      await choose(workbench, 'Open the note');
      await frame.getByRole('heading', { level: 1, name: 'Step Functions' }).waitFor();
    });

    it('begins with files of its own, which are checked at once', async () => {
      await recommended();
      await choose(workbench, 'Create files');
      await quickPickWith(workbench, ({ title }) => title.includes('(1/3)'));
      await choose(workbench, 'AWS SAM');
      await quickPickWith(workbench, ({ title }) => title.includes('(2/3)'));
      await choose(workbench, 'A folder of its own');
      await quickPickWith(workbench, ({ title }) => title.includes('(3/3)'));
      await choose(workbench, 'Create 4 files');
      const { page } = workbench;
      await page.locator('.tab.active').filter({ hasText: 'template.yaml' }).waitFor();
    });

    // The web host of the tests keeps nothing over a reload.
    if (host === 'node') {
      it('is there again after a reload of the window', async () => {
        const { page } = workbench;
        await runCommand(workbench, 'Open Guide');
        await frame.getByRole('tab', { name: 'Quiz' }).click();
        await frame.locator('.quiz-status').waitFor();
        await page.keyboard.press('1');
        await page.keyboard.press('Enter');
        await frame.locator('.quiz-status').getByText('1 of').waitFor();
        await frame.getByRole('tab', { name: 'Cost' }).click();
        await frame.waitForFunction(() => document.querySelector('lens-cost .figure'));
        const reloaded = page.waitForEvent('load', { timeout: 60_000 });
        await runCommand(workbench, 'Developer: Reload Window');
        await reloaded;
        const restored = await workbench.webview();
        await restored.locator('lens-cost .figure').first().waitFor({ timeout: 60_000 });
        await restored.getByRole('tab', { name: 'Quiz' }).click();
        await restored.locator('.quiz-status').getByText('1 of').waitFor();
      });
    }
  });
}
