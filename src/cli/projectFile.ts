import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { CONFIG_FILES, DEFAULT_CONFIG, readConfig, type RuleConfig } from '../rules/config';
import { rules } from '../rules/registry.generated';
import { reason } from './reason';
import { UsageError } from './usage';

/** What holds for a run. */
export interface Project {
  readonly config: RuleConfig;
  /** The folder that its globs are relative to. */
  readonly folder: string;
}

/** The project file that is named, else the nearest one in this folder or above, else the defaults. */
export function readProject(named: string | undefined): Project {
  const path = named ?? nearestFile(process.cwd());
  if (path === undefined) return { config: DEFAULT_CONFIG, folder: process.cwd() };
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'), { logLevel: 'error' });
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reason(error)}.`);
  }
  const { config, problems } = readConfig(value, new Set(rules.map(({ id }) => id)));
  if (problems.length > 0) throw new UsageError(`${path}: ${problems.join(' ')}`);
  return { config, folder: dirname(resolve(path)) };
}

function nearestFile(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    for (const name of CONFIG_FILES) if (existsSync(join(folder, name))) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}
