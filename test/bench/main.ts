/**
 * Milliseconds to validate a text that has just changed, next to other validators: `npm run bench`.
 * Everything runs in one process, after as many rounds as it takes to be warm. `npm run bench -- "500 states"`
 * measures only the cases whose name holds these words; `npm run bench -- patterns` only checks of event patterns.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { stringify } from 'yaml';
import type { lint as lintType } from '../../src/rules/run';
import type { Format } from '../../src/syntax/tree';
import { bundled } from './bundled';
import { benchEventPatterns } from './eventPattern';
import { benchCode } from './code';
import { benchCompletion } from './completion';
import { installPeers, peers, type Peer } from './peers';
import { benchServerMemory } from './serverMemory';
import { benchTemplate } from './template';
import { syntheticMachine } from './syntheticMachine';

const project = fileURLToPath(new URL('../../', import.meta.url));

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

interface Time {
  readonly median: number;
  readonly p95: number;
}

/** Rounds end after this many milliseconds, but for those that a slow validator needs at least: code of ours and theirs is optimized for seconds. */
const PATIENCE = 4000;
/** A validator that takes seconds for each round is as warm as it gets. */
const MOST_PATIENCE = 24_000;

async function main(): Promise<void> {
  if (process.argv[2] === 'patterns') return benchEventPatterns();
  if (process.argv[2] === 'completion') return benchCompletion();
  if (process.argv[2] === 'memory') return benchServerMemory();
  const { lint } = await bundled<{ lint: typeof lintType }>(
    'lint',
    `export { lint } from './src/rules/run';`,
  );
  if (process.argv[2] === 'template') return benchTemplate(lint);
  if (process.argv[2] === 'code') return benchCode(lint);
  installPeers();
  const ours: Peer = {
    name: 'Orchestration Lens',
    validate: (text, format) => lint({ path: `machine.asl.${format}`, text }),
  };
  const all: Peer[] = [ours, ...peers()];
  console.log(`Milliseconds a validation, median (95th percentile), and how many times ours is faster.\n`);
  console.log(row('', ['size', ...all.map(({ name }) => name)]));
  const wanted = process.argv[2] ?? '';
  for (const group of [sampleCases(), ...syntheticCases()]) {
    for (const { name, path, text } of group.filter((each) => each.name.includes(wanted))) {
      const format: Format = /\.ya?ml$/.test(path) ? 'yaml' : 'json';
      const times: (Time | undefined)[] = [];
      for (const each of all) times.push(await measure(each, text, format));
      const [own] = times;
      const cells = times.map((time, index) =>
        !time
          ? '–'
          : index === 0 || !own
            ? shown(time)
            : `${shown(time)} ${(time.median / own.median).toFixed(1)}×`,
      );
      console.log(row(name, [`${(text.length / 1024).toFixed(0)} KB`, ...cells]));
    }
    console.log();
  }
  benchTemplate(lint);
  benchCode(lint);
  benchEventPatterns();
  console.log();
  await benchCompletion();
  await benchServerMemory();
  printBundles();
}

function sampleCases(): Case[] {
  const paths = globSync('samples/**/*.asl.{json,yaml,yml}', { cwd: project }).sort();
  return paths.map((path) => ({
    name: path.replace('samples/', ''),
    path,
    text: readFileSync(`${project}${path}`, 'utf8'),
  }));
}

function syntheticCases(): Case[][] {
  return (['json', 'yaml'] as const).map((format) =>
    (['JSONPath', 'JSONata'] as const).flatMap((language) =>
      [50, 500, 5000].map((size) => {
        const machine = syntheticMachine(size, language);
        return {
          name: `${size.toLocaleString('en-US')} states, ${language}, ${format.toUpperCase()}`,
          path: `machine.asl.${format}`,
          text: format === 'json' ? JSON.stringify(machine) : stringify(machine),
        };
      }),
    ),
  );
}

/** Validates new texts until the times are those of code that is warm; `undefined` for a validator that throws. */
async function measure(peer: Peer, text: string, format: Format): Promise<Time | undefined> {
  const times: number[] = [];
  const begin = performance.now();
  try {
    for (let round = 0; round < 7 || performance.now() - begin < PATIENCE; round++) {
      const fresh = `${text}${' '.repeat(round % 50)}\n`;
      const start = performance.now();
      await peer.validate(fresh, format);
      times.push(performance.now() - start);
      if (performance.now() - begin > MOST_PATIENCE) break;
    }
  } catch {
    return undefined;
  }
  const warm = times.slice(Math.floor(times.length / 3)).sort((a, b) => a - b);
  return { median: warm[warm.length >> 1], p95: warm[Math.floor(warm.length * 0.95)] };
}

function shown({ median, p95 }: Time): string {
  const digits = median < 10 ? 2 : 0;
  return `${median.toFixed(digits)} (${p95.toFixed(digits)})`;
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(34)}${cells.map((cell, index) => cell.padStart(index === 0 ? 9 : 32)).join('')}`;
}

function printBundles(): void {
  const bundles = globSync('dist/**/*.js', { cwd: project }).sort();
  if (bundles.length === 0 || !existsSync(`${project}dist`)) return;
  console.log('Bundles:');
  for (const path of bundles) {
    console.log(
      `  ${path.padEnd(30)}${(statSync(`${project}${path}`).size / 1024).toFixed(0).padStart(7)} KB`,
    );
  }
}

void main();
