import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder, runOrThrow } from './command.mjs';

const manifestFolder = (host) => path.join(projectFolder, 'test', 'hosts', 'packages', host);
const hostFolder = (host) => path.join(projectFolder, '.hosts', host);

function fingerprint(host) {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) {
    hash.update(readFileSync(path.join(manifestFolder(host), file)));
  }
  return hash.digest('hex');
}

// Neither build needs a script to run or a peer that its own lock file leaves out.
const quiet = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];

const stampOf = (folder) => path.join(folder, 'installed');
const isCurrent = (host) => {
  const stamp = stampOf(hostFolder(host));
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(host);
};

/** VS Code's server brings its dependencies as a list, and a wrapper that fetches ripgrep instead of the program. */
async function completeServer(folder) {
  const server = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await runOrThrow('npm', ['ci', '--omit=dev', ...quiet], { cwd: server });

  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const vendor = path.join(
    folder,
    'node_modules',
    '@vscode',
    `ripgrep-${process.platform}-${process.arch}`,
    'bin',
    name,
  );
  if (!existsSync(vendor)) return;
  const bin = path.join(server, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(bin, { recursive: true });
  copyFileSync(vendor, path.join(bin, name));
  chmodSync(path.join(bin, name), 0o755);
}

/** Puts the VS Code build of the `node` or `web` host under `.hosts/`, unless it is there; resolves to its folder. */
export async function ensureHost(host) {
  const folder = hostFolder(host);
  if (isCurrent(host)) return folder;

  console.log(`Installing VS Code for the ${host} extension host (once) …`);
  const partial = `${folder}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(manifestFolder(host), partial, { recursive: true });
  try {
    await runOrThrow('npm', ['ci', ...quiet], { cwd: partial });
    if (host === 'node') await completeServer(partial);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  writeFileSync(stampOf(partial), fingerprint(host));
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  return folder;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const host of ['node', 'web']) console.log(await ensureHost(host));
}
