import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package of TypeScript that is generated from the Smithy models that AWS publishes. */
export interface ModelPackage {
  readonly name: string;
  readonly version: string;
}

/** Where the models come from. */
export const MODELS = {
  name: '@distilled.cloud/aws',
  version: '1.0.0-rc.12',
  /** Day on which this version was published. */
  date: '2026-09-21',
} as const;

/** Older, but says of all services what they require, which the other leaves out for some. */
export const REQUIREMENTS: ModelPackage = { name: 'itty-aws', version: '0.4.1' };

/** Fetches a package once, without installing it, and returns the folder of its services. */
export async function unpack({ name, version }: ModelPackage): Promise<string> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/catalog', import.meta.url));
  const folder = join(cache, `${name.replace(/\W+/g, '-')}-${version}`);
  const services = join(folder, 'package/src/services');
  if (existsSync(services)) return services;
  mkdirSync(folder, { recursive: true });
  const packed = await run('npm', ['pack', '--silent', `${name}@${version}`], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  await run('tar', ['-xzf', packed.stdout.trim(), 'package/src/services'], { cwd: folder });
  return services;
}
