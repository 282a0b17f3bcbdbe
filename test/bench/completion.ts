/**
 * Milliseconds from a keystroke to the list: a text that has just changed is read and completed at the kinds of
 * places at which people type. `npm run bench -- completion` measures this alone.
 */
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { complete } from '../../src/language/completion';
import type { LanguageDocument } from '../../src/language/document';
import { syntheticMachine } from './syntheticMachine';

const project = fileURLToPath(new URL('../../', import.meta.url));

interface Engine {
  readonly complete: typeof complete;
  readonly LanguageDocument: typeof LanguageDocument;
}

/** Places that every synthetic machine has, as what stands before the cursor. */
const PLACES: readonly RegExp[] = [
  /"?Next"?: "?/g,
  /"?Type"?: "?/g,
  /"?Resource"?: "?/g,
  /(?:Payload\.\$|Payload)"?: "?/g,
  /"?ErrorEquals"?:\s*(?:\[|- )"?/g,
  /"?(?:Parameters|Arguments)"?:\s*\{?/g,
];

/** States that make about 100 KB and 1 MB. */
const SIZES = [350, 3500];

const ROUNDS = 72;

/** Prints the median and the 95th percentile for definitions of about 100 KB and 1 MB. */
export async function benchCompletion(): Promise<void> {
  const engine = await bundled();
  console.log('Milliseconds to a completion after a keystroke, median (95th percentile).\n');
  for (const format of ['json', 'yaml'] as const) {
    for (const language of ['JSONPath', 'JSONata'] as const) {
      for (const size of SIZES) {
        const machine = syntheticMachine(size, language);
        const text = format === 'json' ? JSON.stringify(machine, null, 1) : stringify(machine);
        const times = measure(engine, text, `machine.asl.${format}`);
        const name = `${size.toLocaleString('en-US')} states, ${language}, ${format.toUpperCase()}`;
        const { median, p95, items } = times;
        const length = `${(text.length / 1024).toFixed(0)} KB`;
        console.log(
          `${name.padEnd(34)}${length.padStart(9)}${`${median.toFixed(1)} (${p95.toFixed(1)})`.padStart(18)}   ${items} items`,
        );
      }
    }
  }
  const { heapUsed, rss } = process.memoryUsage();
  console.log(`Memory: ${megabytes(heapUsed)} heap, ${megabytes(rss)} in all.\n`);
}

/** The engine as it is shipped, minified, with the build of `yaml` that the server has. */
async function bundled(): Promise<Engine> {
  const outfile = `${project}out/bench/completion.cjs`;
  await build({
    stdin: {
      contents: `export { complete } from './src/language/completion';
export { LanguageDocument } from './src/language/document';`,
      resolveDir: project,
    },
    absWorkingDir: project,
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile) as Engine;
}

function measure(
  { complete, LanguageDocument }: Engine,
  text: string,
  path: string,
): { median: number; p95: number; items: number } {
  const offsets = PLACES.flatMap((place) => {
    const found = [...text.matchAll(place)];
    // The middle and near the end: what stands before the cursor must not matter.
    return [found[found.length >> 1], found[Math.floor(found.length * 0.9)]].flatMap((match) =>
      match ? [match.index + match[0].length] : [],
    );
  });
  const times: number[] = [];
  let items = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const offset = offsets[round % offsets.length];
    // A text that differs from every one before, of the same length.
    const fresh = text.replace('An order pipeline', `An order ${String(round).padStart(8, '0')}`);
    const start = performance.now();
    items += complete(new LanguageDocument({ path, text: fresh }), offset).length;
    times.push(performance.now() - start);
  }
  const warm = times.slice(ROUNDS / 3).sort((a, b) => a - b);
  return { median: warm[warm.length >> 1], p95: warm[Math.floor(warm.length * 0.95)], items };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}
