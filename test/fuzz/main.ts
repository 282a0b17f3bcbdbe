/**
 * Asks every feature about documents that somebody is in the middle of changing:
 * `npm run fuzz -- [--count 10000] [--seed 1]`. Nothing may throw, hang or point outside of the document.
 */
import { parseArgs } from 'node:util';
import { readyHcl } from '../support/hcl';
import { documentOf } from './document';
import { examine } from './examine';
import { FEATURES } from './features';
import { samples } from './samples';
import { Watchdog } from './watchdog';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const count = Number(values.count);
  const first = Number(values.seed);
  await readyHcl();
  const all = samples();
  console.log(`${count.toLocaleString('en-US')} documents from ${all.length} samples, seed ${first}.`);
  const watchdog = new Watchdog(['locate', 'judge', ...Object.keys(FEATURES)]);
  const seen = new Set<string>();
  const begin = performance.now();
  let failed = 0;
  for (let seed = first; seed < first + count; seed++) {
    const { file, random } = documentOf(seed, all);
    const faults = examine(file, random, (feature) => watchdog.tell(seed, feature));
    if (faults.length > 0) failed++;
    for (const fault of faults) {
      // The same mistake in a hundred documents is one mistake.
      const [what, where = ''] = fault.split('\n');
      const key = (what + where).replace(/\d+/g, '');
      if (seen.has(key)) continue;
      seen.add(key);
      console.log(`\n${file.path}: ${fault}\n  npm run fuzz -- --seed ${seed} --count 1`);
      if (count === 1) console.log(file.text);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${seed - first + 1}`);
  }
  const seconds = (performance.now() - begin) / 1000;
  console.log(
    `\n${(count / seconds).toFixed(0)} documents a second, ${failed} failed, ${seen.size} kinds of faults.`,
  );
  watchdog.stop();
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
