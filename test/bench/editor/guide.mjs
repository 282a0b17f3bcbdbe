import path from 'node:path';
import { projectFolder } from '../../../scripts/command.mjs';
import { openWorkbench } from '../../hosts/workbench.mjs';
import { runCommand } from '../../panel/openGuide.mjs';

const emptyPanel = path.join(projectFolder, 'test', 'bench', 'editor', 'emptyPanel');

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

/**
 * Milliseconds (medians) from the Enter that gives the command to a page that takes input, for the guide and for a panel
 * with nothing in it: what VS Code takes for any webview is in both, so the difference is the guide's own share.
 * `guide` and `empty` are the parts in the order of time; `shown` is the whole for a guide behind another editor.
 */
export async function measureGuide({ rounds = 7, extension } = {}) {
  const workbench = await openWorkbench({ extension, beside: [emptyPanel] });
  const { page } = workbench;
  const closeEditors = async () => {
    await runCommand(workbench, 'View: Close All Editors');
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  };
  const open = async (command) => {
    await runCommand(workbench, command);
    const frame = await workbench.webview();
    await frame.waitForFunction(() => performance.getEntriesByName('lens-interactive')[0]);
    return parts(page, frame);
  };
  try {
    await page.evaluate(watch);
    const [guide, empty, shown] = [[], [], []];
    // The first of each kind wakes the extension and fills the caches.
    for (let round = -1; round < rounds; round += 1) {
      const nothing = await open('Open Empty Panel');
      await closeEditors();
      const ours = await open('Open Guide');
      if (round >= 0) {
        empty.push(nothing);
        guide.push(ours);
        shown.push(await hideAndShow(workbench));
      }
      await closeEditors();
    }
    return { guide: medians(guide), empty: medians(empty), shown: median(shown) };
  } finally {
    await workbench.close();
  }
}

const medians = (rounds) =>
  Object.fromEntries(Object.keys(rounds[0]).map((part) => [part, median(rounds.map((each) => each[part]))]));

/** Runs in the workbench: remembers when the command was given and when a webview was put into the page. */
function watch() {
  window.times = {};
  // The Enter that gives a command is the last before the panel is there.
  addEventListener('keydown', ({ key }) => key === 'Enter' && (times.given = Date.now()), true);
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    if (
      added.some(
        (node) => node instanceof Element && (node.matches('iframe') || node.querySelector('iframe')),
      )
    )
      times.element = Date.now();
  }).observe(document.body, { childList: true, subtree: true });
}

/** From the clocks of the workbench and of the page in the webview, what came when. */
async function parts(page, frame) {
  const { given, element } = await page.evaluate(() => times);
  const { loaded, script, interactive } = await frame.evaluate(() => {
    const at = (time) => performance.timeOrigin + time;
    const mark = (name) => performance.getEntriesByName(name)[0]?.startTime;
    return {
      loaded: at(performance.getEntriesByType('navigation')[0].loadEventEnd),
      script: at(mark('lens-script') ?? mark('lens-interactive')),
      interactive: at(mark('lens-interactive')),
    };
  });
  return {
    whole: interactive - given,
    command: element - given,
    webview: loaded - element,
    resources: script - loaded,
    script: interactive - script,
  };
}

/** Puts the guide behind another editor; milliseconds from the command until it is seen again. */
async function hideAndShow(workbench) {
  const { page } = workbench;
  const visible = (wanted) => {
    const { visibility } = getComputedStyle(document.querySelector('iframe.webview'));
    return (visibility !== 'hidden') === wanted && Date.now();
  };
  await runCommand(workbench, 'Create: New File');
  await page.keyboard.press('Enter');
  await page.waitForFunction(visible, false, { polling: 'raf' });
  const there = page.waitForFunction(visible, true, { polling: 'raf' });
  await runCommand(workbench, 'Open Guide');
  return (await (await there).jsonValue()) - (await page.evaluate(() => times.given));
}
