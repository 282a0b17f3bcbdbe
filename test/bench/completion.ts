/**
 * Milliseconds from a keystroke to the list: a character is typed at the kinds of places at which people type, and
 * completed. `npm run bench -- completion` measures this alone.
 */
import { stringify } from 'yaml';
import type { complete } from '../../src/language/completion';
import type { LanguageDocument } from '../../src/language/document';
import { bundled } from './bundled';
import { syntheticMachine } from './syntheticMachine';

interface Engine {
  readonly complete: typeof complete;
  readonly LanguageDocument: typeof LanguageDocument;
}

/** Places that every synthetic machine has, as what stands before the cursor, and what is typed there. */
const PLACES: readonly (readonly [RegExp, typed?: string])[] = [
  [/"?Next"?: "?/g],
  [/"?Type"?: "?/g],
  [/"?Resource"?: "?/g],
  [/Payload\.\$"?: "?\$|Payload"?: ["']?\{% \$states.input/g, '.'],
  [/"?ErrorEquals"?:\s*(?:\[|- )"?/g],
  [/"?(?:Parameters|Arguments)"?:\s*\{?/g],
];

/** States that make about 100 KB and 1 MB. */
const SIZES = [350, 3500];

const ROUNDS = 72;

/** Prints the median and the 95th percentile for definitions of about 100 KB and 1 MB. */
export async function benchCompletion(): Promise<void> {
  const engine = await bundled<Engine>(
    'completion',
    `export { complete } from './src/language/completion';
export { LanguageDocument } from './src/language/document';`,
  );
  console.log(
    'Milliseconds to a completion, median (95th percentile): after a keystroke, and in a file that is just opened.\n',
  );
  for (const format of ['json', 'yaml'] as const) {
    for (const language of ['JSONPath', 'JSONata'] as const) {
      for (const size of SIZES) {
        const machine = syntheticMachine(size, language);
        const text = format === 'json' ? JSON.stringify(machine, null, 1) : stringify(machine);
        const path = `machine.asl.${format}`;
        const name = `${size.toLocaleString('en-US')} states, ${language}, ${format.toUpperCase()}`;
        const length = `${(text.length / 1024).toFixed(0)} KB`;
        const { times, items } = measure(engine, text, path, true);
        const opened = measure(engine, text, path, false);
        console.log(
          `${name.padEnd(34)}${length.padStart(9)}${shown(times)}${shown(opened.times)}   ${items} items`,
        );
      }
    }
  }
  const { heapUsed, rss } = process.memoryUsage();
  console.log(`Memory: ${megabytes(heapUsed)} heap, ${megabytes(rss)} in all.\n`);
}

function measure(
  { complete, LanguageDocument }: Engine,
  text: string,
  path: string,
  isTyped: boolean,
): { times: number[]; items: number } {
  const places = PLACES.flatMap(([place, typed]) => {
    const found = [...text.matchAll(place)];
    // The middle and near the end: what stands before the cursor must not matter.
    return [found[found.length >> 1], found[Math.floor(found.length * 0.9)]].flatMap((match) =>
      match ? [{ offset: match.index + match[0].length, typed }] : [],
    );
  });
  const times: number[] = [];
  let items = 0;
  let before = new LanguageDocument({ path, text });
  for (let round = 0; round < ROUNDS; round++) {
    const { offset, typed = LETTERS[round % LETTERS.length] } = places[round % places.length];
    before = new LanguageDocument({ path, text }, undefined, before);
    if (!before.located.tree) throw new Error(`${path} cannot be read.`);
    const changed = text.slice(0, offset) + typed + text.slice(offset);
    const start = performance.now();
    const document = new LanguageDocument({ path, text: changed }, undefined, isTyped ? before : undefined);
    items += complete(document, offset + 1).length;
    times.push(performance.now() - start);
    before = document;
  }
  return { times: times.slice(ROUNDS / 3).sort((a, b) => a - b), items };
}

/** A list that was worked out for one letter is of no use for the next. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function shown(times: readonly number[]): string {
  const [median, p95] = [times[times.length >> 1], times[Math.floor(times.length * 0.95)]];
  return `${median.toFixed(1)} (${p95.toFixed(1)})`.padStart(18);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}
