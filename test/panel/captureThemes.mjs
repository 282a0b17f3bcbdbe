// Writes `themes/*.css` anew: the style sheet that VS Code gives every webview, and the colours and fonts of each kind
// of theme as far as the two style sheets name them. `node test/panel/captureThemes.mjs`

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../../scripts/command.mjs';
import { openWorkbench } from '../hosts/workbench.mjs';
import { openGuide } from './openGuide.mjs';

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

const panel = path.join(projectFolder, 'src', 'panel');
const sources = readdirSync(panel, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(css|ts)$/.test(file))
  .map((file) => readFileSync(path.join(panel, file), 'utf8'))
  .join('\n');
const used = new Set(Array.from(sources.matchAll(/--vscode-[\w-]+/g), ([name]) => name));

const options = await resolveConfig(path.join(projectFolder, 'package.json'));
const write = async (name, text) =>
  writeFileSync(
    new URL(`themes/${name}.css`, import.meta.url),
    await format(text, { ...options, parser: 'css' }),
  );

for (const [name, theme] of Object.entries(themes)) {
  const workbench = await openWorkbench({ theme });
  try {
    const frame = await openGuide(workbench);
    const defaults = await frame.locator('#_defaultStyles').evaluate(({ textContent }) => textContent);
    await write('defaults', defaults);
    for (const [variable] of defaults.matchAll(/--vscode-[\w-]+/g)) used.add(variable);
    const style = await frame.evaluate(() => {
      const { style } = document.documentElement;
      return Array.from(style, (variable) => [variable, style.getPropertyValue(variable).trim()]);
    });
    const lines = style
      .filter(([variable]) => used.has(variable))
      .map(([key, value]) => `  ${key}: ${value};`);
    await write(name, `/* ${theme} */\n:root {\n${lines.sort().join('\n')}\n}\n`);
    console.log(`${theme}: ${lines.length} of ${used.size}`);
  } finally {
    await workbench.close();
  }
}
