// Measures what a person at the keyboard feels, in a real VS Code: `npm run bench:editor`. Medians of several starts.
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../../scripts/command.mjs';
import { openWorkbench } from '../../hosts/workbench.mjs';
import { measureGuide } from './guide.mjs';

const STARTS = 3;
const bundle = path.join(projectFolder, 'out', 'suite', 'bench.js');
await build({
  entryPoints: [path.join(projectFolder, 'test', 'bench', 'editor', 'suite.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
});

/** Figures of one start of VS Code, in a folder without a file of ours: there the extension sleeps until it is woken. */
async function measureStart() {
  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  let figures;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lens-bench-'));
  const workbench = await openWorkbench({
    host: 'node',
    folder,
    tests: bundle,
    expose: {
      codeAutomationLog: (_type, values) => {
        const [, json] = /^bench: (\{.*\})$/m.exec(values.join(' ')) ?? [];
        if (json) figures = JSON.parse(json);
      },
      codeAutomationExit: () => finish(),
    },
  });
  await finished;
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

/** The shares of the time to a guide that takes input, beside those of a panel with nothing in it. */
function printGuide({ guide, empty, shown }) {
  const row = (label, part) =>
    console.log(
      `  ${label.padEnd(34)}${[guide[part], empty[part], guide[part] - empty[part]].map((ms) => ms.toFixed(0).padStart(14)).join('')}`,
    );
  console.log(`milliseconds after the command ${'guide   empty panel    difference'.padStart(47)}`);
  row('interactive', 'whole');
  row('command until there is a webview', 'command');
  row('VS Code loads the webview', 'webview');
  row('script and style sheet are loaded', 'resources');
  row('the script runs', 'script');
  console.log(`guide that was hidden: seen ${shown.toFixed(0)} ms after the command`);
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const starts = [];
for (let start = 0; start < STARTS; start += 1) starts.push(await measureStart());
if (starts.every(Boolean)) {
  const of = (part, key) => median(starts.map((start) => start[part][key])).toFixed(0);
  const activation = (key) => of('activation', key);
  console.log(
    `activation by VS Code's own account: ${activation('load')} ms to load the code, ${activation('call')} ms in activate(), ${activation('finish')} ms until it had ended`,
  );
  console.log(
    `activation with what VS Code does before and after: ${activation('activation')} ms; first finding in a file that is opened then: after ${activation('first')} ms`,
  );
  console.log(
    `keystroke to findings, ${of('keystroke', 'kilobytes')} KB: median ${of('warm', 'median')} ms, 95th percentile ${of('warm', 'p95')} ms; the first ten after the start ${of('cold', 'median')} and ${of('cold', 'p95')} ms`,
  );
  printGuide(await measureGuide());
} else {
  console.log('VS Code ended without figures.');
  process.exitCode = 1;
}
