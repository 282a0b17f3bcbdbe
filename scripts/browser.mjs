import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './command.mjs';

const executable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (names) =>
  names.flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  );

function candidates() {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]);
  }
  return [
    ...onPath(['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']),
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
}

/** The browser's path: `CHROME_PATH` when it is set, else the first Chrome or Chromium that is installed. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return candidates().find(executable);
}

/** One sentence for the terminal on why `findBrowser` found nothing. */
export function browserMissing() {
  const chosen = process.env.CHROME_PATH;
  return chosen
    ? `CHROME_PATH is "${chosen}", and there is no such file.`
    : 'No Chrome or Chromium was found: install one, or set CHROME_PATH to where it is.';
}

function aptGetWorks() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !executable('/usr/bin/apt-get'))
    return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Finds a browser; as root on Debian or Ubuntu, installs one first when there is none. */
export async function ensureBrowser() {
  if (findBrowser() || process.env.CHROME_PATH || !aptGetWorks()) return findBrowser();

  console.log('Installing Chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  // Debian's name, then Ubuntu's, where it may be a stand-in that only asks for snap.
  for (const name of ['chromium', 'chromium-browser']) {
    const packages = [name, 'fonts-dejavu-core'];
    const { status, output } = await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
      { env },
    );
    const found = findBrowser();
    if (found && (await run(found, ['--version'])).status === 0) return found;
    if (status !== 0) console.error(output);
  }
  return undefined;
}
