/**
 * Opens the guide by its command, as soon as VS Code knows the command, and resolves to the panel's frame and to
 * the moment (milliseconds of the clock) in which the command was given.
 */
export async function openGuide({ page, webview }) {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Open Guide' }).first();
  for (let attempt = 0; ; attempt += 1) {
    await page.keyboard.press('F1');
    await page.keyboard.type('Open Guide');
    try {
      await row.waitFor({ timeout: 2000 });
      break;
    } catch (problem) {
      if (attempt === 15) throw problem;
      await page.keyboard.press('Escape');
    }
  }
  const given = Date.now();
  await page.keyboard.press('Enter');
  const frame = await webview();
  await frame.waitForSelector('lens-guide > main', { timeout: 30_000 });
  return { frame, given };
}
