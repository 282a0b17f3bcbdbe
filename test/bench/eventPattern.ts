import { compileEventPattern } from '../../src/model/eventPattern/matcher';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { parseJson } from '../../src/syntax/json';

const EVENT = {
  version: '0',
  id: '3fe6a8b1-9d0c-4c5e-8f57-1b2f2d3c4e5a',
  'detail-type': 'Glue Job State Change',
  source: 'aws.glue',
  account: '123456789012',
  time: '2027-03-01T06:00:00Z',
  region: 'eu-central-1',
  resources: [],
  detail: {
    jobName: 'orders-to-parquet',
    severity: 'ERROR',
    state: 'FAILED',
    jobRunId: 'jr_1',
    message: 'Out of memory',
    attempt: 2,
  },
};

const PATTERNS: Record<string, unknown> = {
  exact: { source: ['aws.glue'] },
  'exact, nested': {
    source: ['aws.glue'],
    'detail-type': ['Glue Job State Change'],
    detail: { state: ['FAILED', 'TIMEOUT'] },
  },
  prefix: { detail: { jobName: [{ prefix: 'orders-' }] } },
  wildcard: { detail: { jobName: [{ wildcard: '*-to-*' }] } },
  'anything-but': { detail: { state: [{ 'anything-but': ['SUCCEEDED', 'STOPPED'] }] } },
  numeric: { detail: { attempt: [{ numeric: ['>', 1, '<=', 5] }] } },
  '$or of three': {
    $or: [{ source: ['aws.s3'] }, { source: ['aws.ec2'] }, { detail: { state: ['FAILED'] } }],
  },
};

function perSecond(work: () => unknown): number {
  for (let round = 0; round < 20_000; round++) work();
  const begin = process.cpuUsage();
  let count = 0;
  let spent = 0;
  // Time on the processor, so that what else the machine does changes nothing.
  for (; spent < 400_000; spent = process.cpuUsage(begin).user) {
    for (let round = 0; round < 1000; round++, count++) work();
  }
  return (count / spent) * 1e6;
}

const HARD: [string, unknown, (size: number) => unknown][] = [
  ['wildcard of 9 asterisks', { k: [{ wildcard: '*a*a*a*a*' }] }, (size) => ({ k: 'a'.repeat(size) + 'b' })],
  [
    'wildcard of a long repetitive text',
    { k: [{ wildcard: `*${'a'.repeat(500)}b*` }] },
    (size) => ({ k: 'a'.repeat(size) }),
  ],
  [
    'list of objects',
    { k: { a: [1], b: [-1] } },
    (size) => ({ k: Array.from({ length: size / 20 }, () => ({ a: 1, b: 2 })) }),
  ],
  [
    'lists in lists',
    { k: { l: { a: [1], b: [-1] }, z: [1] } },
    (size) => ({
      k: Array.from({ length: size / 400 }, () => ({
        l: Array.from({ length: 20 }, () => ({ a: 1, b: 2 })),
        z: 1,
      })),
    }),
  ],
  [
    'one path from many lists',
    { 'a.b.c.d': { k: [1], l: [1], m: [1], n: [2] } },
    (size) => {
      const items = Array.from({ length: size / 400 }, (_, at) => ({
        k: at % 2,
        l: at % 3,
        m: at % 5,
        n: 1,
      }));
      return {
        'a.b.c.d': items,
        'a.b.c': { d: items },
        'a.b': { 'c.d': items, c: { d: items } },
        a: { 'b.c.d': items },
      };
    },
  ],
];
/** Prints how many pattern checks one core does in a second, and what events made to be hard take. */
export function benchEventPatterns(): void {
  const text = JSON.stringify(EVENT);
  const format = (value: number): string => Math.round(value).toLocaleString('en-US').padStart(12);
  console.log(`checks a second on an event of ${text.length} characters:     as value     as text`);
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const matcher = compileEventPattern(readEventPattern(parseJson(JSON.stringify(pattern))));
    if (!matcher.matches(text)) throw new Error(name);
    console.log(
      `  ${name.padEnd(52)}${format(perSecond(() => matcher.matches(EVENT)))}${format(perSecond(() => matcher.matches(text)))}`,
    );
  }

  console.log('milliseconds for events and patterns that are made to be hard:');
  for (const [name, pattern, event] of HARD) {
    const matcher = compileEventPattern(readEventPattern(parseJson(JSON.stringify(pattern))));
    const times = [20_000, 40_000, 80_000].map((size) => {
      const json = JSON.stringify(event(size));
      matcher.matches(json);
      const begin = performance.now();
      matcher.matches(json);
      return `${(performance.now() - begin).toFixed(1)} (${Math.round(json.length / 1024)} KB)`;
    });
    console.log(`  ${name.padEnd(40)}${times.join('   ')}`);
  }
}
