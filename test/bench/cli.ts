/** Files a second and peak memory of the command line on a large repository: `npm run bench:cli [-- COUNT]`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRepository } from './repository';

const project = fileURLToPath(new URL('../../', import.meta.url));
const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'lens-repository-'));
try {
  const bytes = writeRepository(folder, count);
  const megabytes = (bytes / 1024 / 1024).toFixed(0);
  console.log(`${count} files, ${megabytes} MB`);
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        '--require',
        `${project}test/bench/peakMemory.cjs`,
        `${project}dist/cli.js`,
        'lint',
        '--format',
        'json',
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0 && status !== 1) throw new Error(stderr);
    const { files } = JSON.parse(stdout) as { files: { diagnostics: unknown[] }[] };
    const findings = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
    const [, peak = '?'] = /peak: (\d+)/.exec(stderr) ?? [];
    console.log(
      `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} files a second, ${peak} MB at the peak, ${findings} findings`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
