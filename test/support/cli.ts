import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyAssets } from './assets';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'out', 'test-cli.js');
let built = false;

/** The command line as users run it, from the sources as they are now. */
function commandLine(): string {
  if (!built) {
    buildSync({
      entryPoints: [join(root, 'src', 'cli', 'main.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      define: { 'import.meta.url': '__filename' },
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    copyAssets(dirname(bundle));
    built = true;
  }
  return bundle;
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of files that goes when the test is over. */
export class CliFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'orchestration-lens-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), content);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Runs the command line in the folder, or in one below it. */
  run(words: readonly string[], input = '', below = ''): CliResult {
    const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine(), ...words], {
      cwd: join(this.path, below),
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { code: status, stdout, stderr };
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
