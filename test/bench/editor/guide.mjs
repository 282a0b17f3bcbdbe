import { openWorkbench } from '../../hosts/workbench.mjs';
import { openGuide, runCommand } from '../../panel/openGuide.mjs';

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

/**
 * Milliseconds (medians) from the command to a guide that takes input: `opened` is the whole, `own` the part after
 * VS Code has made a webview and begins with the page, `shown` the whole for a guide that was behind another editor.
 */
export async function measureGuide({ rounds = 5 } = {}) {
  const workbench = await openWorkbench();
  const { page } = workbench;
  const given = () => page.evaluate(() => window.given);
  const closeEditors = async () => {
    await runCommand(workbench, 'View: Close All Editors');
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  };
  try {
    // The Enter that gives a command is the last before the guide is there.
    await page.evaluate(() =>
      addEventListener('keydown', ({ key }) => key === 'Enter' && (window.given = Date.now()), true),
    );
    const [opened, own, shown] = [[], [], []];
    await openGuide(workbench);
    await closeEditors();
    for (let round = 0; round < rounds; round += 1) {
      const frame = await openGuide(workbench);
      const [made, interactive] = await frame.evaluate(() => [
        performance.timeOrigin + performance.getEntriesByType('navigation')[0].loadEventEnd,
        performance.timeOrigin + performance.getEntriesByName('lens-interactive')[0].startTime,
      ]);
      opened.push(interactive - (await given()));
      own.push(interactive - made);

      await runCommand(workbench, 'Create: New File');
      await page.keyboard.press('Enter');
      const visible = ([hidden]) =>
        (getComputedStyle(document.querySelector('iframe.webview')).visibility === 'hidden') === hidden &&
        Date.now();
      await page.waitForFunction(visible, [true], { polling: 'raf' });
      const there = page.waitForFunction(visible, [false], { polling: 'raf' });
      await runCommand(workbench, 'Open Guide');
      shown.push((await (await there).jsonValue()) - (await given()));
      await closeEditors();
    }
    return { opened: median(opened), own: median(own), shown: median(shown) };
  } finally {
    await workbench.close();
  }
}
