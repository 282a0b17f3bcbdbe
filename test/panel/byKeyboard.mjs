/** What the quick pick shows; undefined while there is none. */
export const quickPick = ({ page }) =>
  page.evaluate(() => {
    const widget = document.querySelector('.quick-input-widget');
    if (!widget || widget.style.display === 'none') return undefined;
    return {
      title: widget.querySelector('.quick-input-title')?.textContent ?? '',
      why: widget.querySelector('.quick-input-box input')?.placeholder ?? '',
      rows: [...widget.querySelectorAll('.monaco-list-row')].map((row) => row.getAttribute('aria-label')),
    };
  });

/** The quick pick as soon as it is one that is waited for. */
export async function quickPickWith(workbench, fits) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const shown = await quickPick(workbench);
    if (shown && fits(shown)) return shown;
    await workbench.page.waitForTimeout(100);
  }
  throw new Error(`The quick pick is not there: ${JSON.stringify(await quickPick(workbench))}`);
}

/** Chooses the line of the quick pick that some typed words leave over. A busy machine may lose the first Enter. */
export async function choose(workbench, words) {
  const { page } = workbench;
  const { title } = await quickPickWith(workbench, () => true);
  await page.locator('.quick-input-widget .quick-input-box input').fill(words);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: words }).waitFor();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await page.keyboard.press('Enter');
    for (let wait = 0; wait < 20; wait += 1) {
      if ((await quickPick(workbench))?.title !== title) return;
      await page.waitForTimeout(100);
    }
  }
}

/** Opens a file of the workspace by its name. */
export async function openFile({ page }, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active').filter({ hasText: name }).waitFor();
}
