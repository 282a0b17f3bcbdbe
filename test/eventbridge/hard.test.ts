import assert from 'node:assert/strict';
import { compileEventPattern } from '../../src/model/eventPattern/matcher';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { parseJson } from '../../src/syntax/json';

interface Hard {
  readonly name: string;
  readonly pattern: unknown;
  readonly event: unknown;
  readonly matches: boolean;
}

const many = (count: number, item: (index: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, index) => item(index));

/** Matchers that try one way after the other do not end on these; the limit of a test is their clock. */
const CASES: readonly Hard[] = [
  {
    name: 'a wildcard with an asterisk before each letter',
    pattern: { k: [{ wildcard: '*a*a*a*a*a*a*a*a*c' }] },
    event: { k: 'a'.repeat(500_000) },
    matches: false,
  },
  {
    name: 'a wildcard whose long part nearly matches everywhere',
    pattern: { k: [{ wildcard: `*${'a'.repeat(1000)}b*` }] },
    event: { k: 'a'.repeat(500_000) },
    matches: false,
  },
  {
    name: 'anything-but a wildcard',
    pattern: { k: [{ 'anything-but': { wildcard: '*a*a*a*a*b' } }] },
    event: { k: 'a'.repeat(500_000) },
    matches: true,
  },
  {
    name: 'a list of objects in which no element has both values',
    pattern: { k: { a: [1], b: [1], c: [1] } },
    event: { k: many(20_000, (index) => ({ a: index % 2, b: (index + 1) % 2, c: 1 })) },
    matches: false,
  },
  {
    name: 'lists in lists in lists',
    pattern: { k: { l: { m: { a: [1], b: [-1] } } } },
    event: { k: many(30, () => ({ l: many(30, () => ({ m: many(20, () => ({ a: 1, b: 2 })) })) })) },
    matches: false,
  },
  {
    name: 'fields from lists that do not know of each other',
    pattern: Object.fromEntries(
      many(10, (index) => [`f${index}`, { a: [1], b: [-1] }]) as [string, unknown][],
    ),
    event: Object.fromEntries(
      many(10, (index) => [`f${index}`, many(200, () => ({ a: 1, b: 2 }))]) as [string, unknown][],
    ),
    matches: false,
  },
  {
    name: 'an event as deep as AWS reads',
    pattern: { a: { a: { b: [1] } } },
    event: JSON.parse('{"a":'.repeat(900) + '1' + '}'.repeat(900)) as unknown,
    matches: false,
  },
];

describe('events and patterns that are made to be hard', () => {
  for (const { name, pattern, event, matches } of CASES) {
    it(`ends on ${name}`, () => {
      const matcher = compileEventPattern(readEventPattern(parseJson(JSON.stringify(pattern)), 'ruler'));
      assert.equal(matcher.matches(event), matches);
      assert.equal(matcher.matches(JSON.stringify(event)), matches);
    });
  }

  const or = (count: number): unknown => ({
    $or: [{ a: [1] }, { b: [1] }],
    x: count === 1 ? { y: [1] } : or(count - 1),
  });

  it('tells of "$or" lists that multiply to more ways than AWS reads, and does not spell them out', () => {
    const { alternatives, problems } = readEventPattern(parseJson(JSON.stringify(or(40))), 'ruler');
    assert.deepEqual(alternatives, []);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['or-combinations', 'error']],
    );
  });

  it('spells out those that AWS may read', () => {
    assert.equal(readEventPattern(parseJson(JSON.stringify(or(10))), 'ruler').alternatives.length, 1024);
  });
});
