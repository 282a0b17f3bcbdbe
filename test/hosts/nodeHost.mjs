import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../scripts/command.mjs';
import { ensureHost } from '../../scripts/hosts.mjs';
import { quietSettings } from './settings.mjs';

const suiteModule = path.join(projectFolder, 'out', 'suite', 'node.js');
const uriPath = (file) => (process.platform === 'win32' ? `/${file.replaceAll('\\', '/')}` : file);

const isRunning = (child) => child.exitCode === null && child.signalCode === null;

/** Ends a process and those it started; the server leaves its extension hosts behind otherwise. */
function endGroup(child) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const take = (data) => {
      output += data;
      const [, port] = /Extension host agent listening on (\d+)/.exec(output) ?? [];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('exit', (status) =>
      reject(new Error(`VS Code's server ended with status ${status}.\n${output}`)),
    );
  });
}

/**
 * Serves VS Code on localhost, with an extension host that is a Node process.
 * `folder` is opened as it is on disk; `tests` is true for the suite, or the path of another module with `run()`; `beside` are
 * the paths of extensions to install as well. The result's `url` carries the token without which nobody gets in.
 */
export async function startNodeHost({
  extension = projectFolder,
  folder,
  file,
  settings = {},
  tests = false,
  beside = [],
}) {
  const installed = await ensureHost('node');
  const server = path.join(installed, 'node_modules', 'code-server', 'lib', 'vscode');
  const data = mkdtempSync(path.join(os.tmpdir(), 'lens-node-host-'));
  mkdirSync(path.join(data, 'user', 'User'), { recursive: true });
  writeFileSync(
    path.join(data, 'user', 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }),
  );

  // Under its own path the extension would hold `.hosts`, and VS Code would take the themes in there for its own.
  const link = path.join(data, 'extension');
  symlinkSync(extension, link, 'junction');
  for (const place of beside)
    cpSync(place, path.join(data, 'extensions', path.basename(place)), { recursive: true });

  const token = randomBytes(16).toString('hex');
  const child = spawn(
    process.execPath,
    [
      path.join(server, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms'],
      ...['--user-data-dir', path.join(data, 'user'), '--extensions-dir', path.join(data, 'extensions')],
      ...['--server-data-dir', path.join(data, 'server'), '--telemetry-level', 'off'],
    ],
    { cwd: server, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = () => {
    if (isRunning(child)) endGroup(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', end);
  const close = async () => {
    process.off('exit', end);
    const ended = new Promise((resolve) => child.once('close', resolve));
    if (isRunning(child)) {
      endGroup(child);
      await ended;
    }
    end();
  };

  let port;
  try {
    port = await listening(child);
  } catch (error) {
    await close();
    throw error;
  }

  const remote = (place) => `vscode-remote://127.0.0.1:${port}${uriPath(place)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(link)],
    ['skipWelcome', 'true'],
    ...(tests ? [['extensionTestsPath', remote(typeof tests === 'string' ? tests : suiteModule)]] : []),
    ...(file ? [['openFile', remote(path.resolve(folder, file))]] : []),
  ];
  const query = new URLSearchParams({
    tkn: token,
    folder: uriPath(folder),
    payload: JSON.stringify(payload),
  });
  return { url: `http://127.0.0.1:${port}/?${query}`, close };
}
