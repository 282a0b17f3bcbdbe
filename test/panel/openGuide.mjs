/** Runs a command by its title, as soon as VS Code knows it. */
export async function runCommand({ page }, title) {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  for (let attempt = 0; ; attempt += 1) {
    await page.keyboard.press('F1');
    try {
      await page.locator('.quick-input-widget input').first().waitFor({ timeout: 2000 });
      await page.keyboard.type(title);
      await row.waitFor({ timeout: 2000 });
      break;
    } catch (problem) {
      if (attempt === 15) throw problem;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
}

/** Opens the guide by its command and resolves to the panel's frame. */
export async function openGuide(workbench) {
  await runCommand(workbench, 'Open Guide');
  const frame = await workbench.webview();
  await frame.waitForSelector('lens-guide > main', { timeout: 30_000 });
  return frame;
}
