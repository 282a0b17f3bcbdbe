// Writes `themes/*.css` anew: the colours and fonts that VS Code gives a webview in each kind of theme, as far as
// the panel's style sheet names them. `node test/panel/captureThemes.mjs`

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
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

for (const [name, theme] of Object.entries(themes)) {
  const workbench = await openWorkbench({ theme });
  try {
    const { frame } = await openGuide(workbench);
    const style = await frame.evaluate(() => {
      const { style } = document.documentElement;
      return Array.from(style, (variable) => [variable, style.getPropertyValue(variable).trim()]);
    });
    const lines = style
      .filter(([variable]) => used.has(variable))
      .map(([key, value]) => `  ${key}: ${value};`);
    const file = fileURLToPath(new URL(`themes/${name}.css`, import.meta.url));
    writeFileSync(file, `/* ${theme} */\n:root {\n${lines.sort().join('\n')}\n}\n`);
    console.log(`${path.relative(projectFolder, file)}: ${lines.length} of ${used.size}`);
  } finally {
    await workbench.close();
  }
}
