// A picture of the product: `node test/hosts/screenshot.mjs --file pipeline.asl.json --out out/shot.png`.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkbench } from './workbench.mjs';

const usage = `node test/hosts/screenshot.mjs [--host node|web] [--folder samples] [--file FILE] [--out out/shot.png]
  [--theme 'Default Dark Modern'] [--width 1280] [--height 800] [--wait 4000] [--settings JSON]
  [--command 'Title in the palette'] [--keys 'Control+Home ArrowDown F2'] [--text 'typed at the end']
Paths of --file are relative to --folder. Keys are Playwright's names, separated by spaces.`;

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: 'node' },
    folder: { type: 'string', default: 'samples' },
    file: { type: 'string' },
    out: { type: 'string', default: 'out/shot.png' },
    theme: { type: 'string' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    wait: { type: 'string', default: '4000' },
    settings: { type: 'string', default: '{}' },
    command: { type: 'string' },
    keys: { type: 'string', default: '' },
    text: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help) {
  console.log(usage);
  process.exit();
}

const { host, folder, theme, wait, out } = values;
const file = values.file?.startsWith(`${folder}/`) ? values.file.slice(folder.length + 1) : values.file;
const workbench = await openWorkbench({
  ...{ host, folder, file, theme },
  width: Number(values.width),
  height: Number(values.height),
  settings: JSON.parse(values.settings),
});
const pause = () => workbench.page.waitForTimeout(Number(wait));
try {
  await pause();
  if (values.command) await workbench.command(values.command);
  for (const key of values.keys.split(' ').filter(Boolean)) await workbench.page.keyboard.press(key);
  if (values.text) await workbench.page.keyboard.type(values.text);
  if (values.command || values.keys || values.text) await pause();
  mkdirSync(path.dirname(out), { recursive: true });
  await workbench.page.screenshot({ path: out });
  console.log(out);
} finally {
  await workbench.close();
}
