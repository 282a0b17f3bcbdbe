// Opens `samples/` in VS Code with the extension: `npm start [-- --browser] [-- --no-open]`.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, run } from './command.mjs';
import { ensureBundles, ensureModules } from './ensure.mjs';

const samples = path.join(projectFolder, 'samples');
const open = !process.argv.includes('--no-open');
const inBrowser = !open || process.argv.includes('--browser');

const steps = [
  'Open a file of samples/; the README there says what each one is for.',
  'Break a "Next": change a letter of the state it names, and look at the squiggle and its fix (Ctrl+. or Cmd+.).',
  'Rest the pointer on a field, a "Type" or a "Resource" for what it is and what limits it.',
  'In an empty place under "States", press Ctrl+Space for snippets, such as a task with a retry.',
  'In a second terminal: npx orchestration-lens lint samples',
];

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function desktop() {
  if (inBrowser || !hasDisplay()) return false;
  const { status } = await run('code', ['--version']);
  return status === 0;
}

function tell(where) {
  console.log(`\n${where}\n\nWhat to try:`);
  for (const [index, step] of steps.entries()) console.log(`  ${index + 1}. ${step}`);
  console.log('\nCtrl+C ends this.\n');
}

/** When npm is ended from outside, the shell between it and this process does not pass the signal on. */
function endWithParent(end) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
}

async function openUrl(url) {
  const openers = {
    darwin: ['open', [url]],
    win32: ['cmd.exe', ['/c', 'start', '""', url.replaceAll('&', '^&')]],
  };
  const [program, args] = openers[process.platform] ?? ['xdg-open', [url]];
  if (hasDisplay()) await run(program, args);
}

await ensureModules();
if (!(await ensureBundles())) process.exit(1);

if (await desktop()) {
  tell('VS Code opens samples/ with the extension loaded.');
  const args = [`--extensionDevelopmentPath=${projectFolder}`, '--new-window', '--wait', samples];
  const child = spawn('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  child.on('close', (status) => process.exit(status ?? 0));
} else {
  const { startNodeHost } = await import('../test/hosts/nodeHost.mjs');
  const { url, close } = await startNodeHost({
    folder: samples,
    file: existsSync(path.join(samples, 'README.md')) ? 'README.md' : undefined,
  });
  const end = () => void close().then(() => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  if (process.env.npm_lifecycle_event) endWithParent(end);
  tell(`VS Code with samples/ and the extension is at\n${url}`);
  if (open) await openUrl(url);
}
