// Measures what a person at the keyboard feels, in a real VS Code: `npm run bench:editor`.
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../../scripts/command.mjs';
import { openWorkbench } from '../../hosts/workbench.mjs';
import { measureGuide } from './guide.mjs';

const bundle = path.join(projectFolder, 'out', 'suite', 'bench.js');
await build({
  entryPoints: [path.join(projectFolder, 'test', 'bench', 'editor', 'suite.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
});

let finish;
const finished = new Promise((resolve) => (finish = resolve));
let figures;
// In a folder without a file of ours the extension sleeps until the bench wakes it.
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
if (figures) {
  const { activation, kilobytes, median, p95 } = figures;
  console.log(`activation ${activation.toFixed(0)} ms`);
  console.log(
    `keystroke to findings, ${kilobytes} KB: median ${median.toFixed(0)} ms, 95th percentile ${p95.toFixed(0)} ms`,
  );
  const guide = await measureGuide();
  console.log(
    `guide interactive ${guide.opened.toFixed(0)} ms after the command, of which ${guide.own.toFixed(0)} ms after VS Code has made a webview; ${guide.shown.toFixed(0)} ms when it was hidden`,
  );
} else {
  console.log('VS Code ended without figures.');
  process.exitCode = 1;
}
