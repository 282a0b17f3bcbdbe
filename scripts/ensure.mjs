import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder, run, runOrThrow } from './command.mjs';

const inProject = (...parts) => path.join(projectFolder, ...parts);
const packagesOf = (file) => JSON.parse(readFileSync(inProject(file), 'utf8')).packages;

/** Whether each package of the lock file that this platform needs is there in its version. */
function modulesAreCurrent() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(inProject(installed))) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([place, { version, optional }]) =>
      place === '' || (present[place] ? present[place].version === version : optional),
  );
}

/** Modification times in milliseconds of every file at or below the given places. */
const times = (...places) =>
  places.flatMap((place) => {
    const stats = statSync(place, { throwIfNoEntry: false });
    if (!stats) return [];
    return stats.isDirectory()
      ? times(...readdirSync(place).map((name) => path.join(place, name)))
      : [stats.mtimeMs];
  });

function bundlesAreCurrent() {
  const sources = times(
    ...['src', 'media', 'test/suite', 'esbuild.js', 'package-lock.json'].map((each) => inProject(each)),
  );
  const bundles = ['dist', 'out/suite'].map((each) => times(inProject(each)));
  return bundles.every((each) => each.length > 0) && Math.max(...sources) < Math.min(...bundles.flat());
}

/** Installs the packages of the lock file unless they are there. */
export async function ensureModules() {
  if (modulesAreCurrent()) return;
  console.log('Installing packages (npm ci) …');
  await runOrThrow('npm', ['ci', '--no-audit', '--no-fund'], { show: true });
}

/** Makes the bundles unless they are newer than their sources; resolves to false when a source does not build. */
export async function ensureBundles() {
  if (bundlesAreCurrent()) return true;
  console.log('Building …');
  const { status } = await run(process.execPath, ['esbuild.js'], { show: true });
  return status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureModules();
  if (!(await ensureBundles())) process.exitCode = 1;
}
