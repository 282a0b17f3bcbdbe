import assert from 'node:assert/strict';
import { compileEventPattern } from '../../src/model/eventPattern/matcher';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { parseJson } from '../../src/syntax/json';

function matches(pattern: unknown, event: unknown): boolean {
  return compileEventPattern(readEventPattern(parseJson(JSON.stringify(pattern)))).matches(
    JSON.stringify(event),
  );
}

/** [pattern, event, whether it matches] */
const CASES: [unknown, unknown, boolean][] = [
  [{ a: { b: [1], c: [2] } }, { a: [{ b: 1, c: 2 }] }, true],
  [
    { a: { b: [1], c: [2] } },
    {
      a: [
        { b: 1, c: 3 },
        { b: 4, c: 2 },
      ],
    },
    false,
  ],
  [{ a: { b: [1], c: [2] } }, { a: [{ b: 1 }, { b: 1, c: 2 }] }, true],
  [{ a: { b: [1] }, x: { b: [1] } }, { a: [{ b: 0 }, { b: 1 }], x: [{ b: 1 }] }, true],
  // Values that stand in the list itself are not bound to an element.
  [{ a: [1], 'a.b': [2] }, { a: [1, { b: 2 }] }, true],
  // Lists in lists: the innermost element counts, and all around it.
  [{ a: { b: [1], c: [2] } }, { a: [[{ b: 1 }], [{ c: 2 }]] }, false],
  [{ a: { b: [1], c: [2] } }, { a: [[{ b: 1 }, { c: 2 }]] }, false],
  [{ a: { b: [1], c: [2] } }, { a: [[{ b: 1, c: 2 }]] }, true],
  [{ a: { b: { c: [1] }, d: [2] } }, { a: [{ b: [{ c: 0 }, { c: 1 }], d: 2 }] }, true],
  [
    { a: { b: { c: [1] }, d: [2] } },
    {
      a: [
        { b: [{ c: 1 }], d: 0 },
        { b: [{ c: 0 }], d: 2 },
      ],
    },
    false,
  ],
  // A field is missing when none of its values is in the element that an earlier field chose …
  [{ a: { b: [1], c: [{ exists: false }] } }, { a: [{ b: 1 }, { c: 2 }] }, true],
  [{ a: { b: [1], c: [{ exists: false }] } }, { a: [{ b: 1, c: 2 }] }, false],
  // … and fields are taken in the order of their names.
  [{ a: { b: [{ exists: false }], c: [1] } }, { a: [{ c: 1 }, { b: 2 }] }, false],
  // Keys with dots bring several lists to one path.
  [{ a: { b: { c: [1], d: [2] } } }, { 'a.b': [{ c: 1 }], a: { b: [{ d: 2 }] } }, true],
];

interface Value {
  readonly value: unknown;
  readonly elements: ReadonlyMap<number, number>;
}

/** The matcher as it is described, without any shortcut: every choice is tried. */
function tryAll(pattern: Record<string, unknown[]>, event: unknown): boolean {
  const fields = new Map<string, Value[]>();
  let lists = 0;
  const flatten = (value: unknown, path: string[], elements: ReadonlyMap<number, number>): void => {
    if (Array.isArray(value)) {
      const list = lists++;
      value.forEach((item, index) => {
        const inside = typeof item === 'object' && item !== null;
        flatten(item, path, inside ? new Map([...elements, [list, index]]) : elements);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) flatten(item, [...path, key], elements);
    } else {
      const name = path.join('.');
      fields.set(name, [...(fields.get(name) ?? []), { value, elements }]);
    }
  };
  flatten(event, [], new Map());
  const fits = (chosen: ReadonlyMap<number, number>, elements: ReadonlyMap<number, number>): boolean =>
    [...elements].every(([list, index]) => (chosen.get(list) ?? index) === index);
  const keys = Object.keys(pattern).sort();
  const find = (at: number, chosen: ReadonlyMap<number, number>): boolean => {
    if (at === keys.length) return true;
    const values = (fields.get(keys[at]) ?? []).filter(({ elements }) => fits(chosen, elements));
    const wanted = pattern[keys[at]];
    if (values.length === 0 && wanted.includes(undefined) && find(at + 1, chosen)) return true;
    return values.some(
      ({ value, elements }) => wanted.includes(value) && find(at + 1, new Map([...chosen, ...elements])),
    );
  };
  return find(0, new Map());
}

/** A small generator of the same numbers every time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('array consistency', () => {
  for (const [pattern, event, expected] of CASES) {
    it(`${JSON.stringify(pattern)} ${expected ? 'matches' : 'does not match'} ${JSON.stringify(event)}`, () => {
      assert.equal(matches(pattern, event), expected);
    });
  }

  it('answers as if every choice were tried', () => {
    const next = random(7);
    const names = ['a', 'b', 'c', 'a.b'];
    const value = (depth: number): unknown => {
      const kind = next(depth > 3 ? 1 : 4);
      if (kind === 1) return Array.from({ length: 1 + next(3) }, () => value(depth + 1));
      if (kind > 1)
        return Object.fromEntries(
          Array.from({ length: 1 + next(3) }, () => [names[next(4)], value(depth + 1)]),
        );
      return next(3);
    };
    let matched = 0;
    for (let round = 0; round < 4000; round++) {
      const event = Object.fromEntries(Array.from({ length: 2 }, () => [names[next(3)], value(0)]));
      const paths = new Set(
        Array.from({ length: 1 + next(4) }, () =>
          Array.from({ length: 1 + next(3) }, () => names[next(3)]).join('.'),
        ),
      );
      const wanted = [...paths].map((path): [string, unknown[]] => [
        path,
        next(4) ? [next(3), next(3)] : [undefined, next(3)],
      ]);
      const pattern = Object.fromEntries(
        wanted.map(([path, values]) => [path, values.map((item) => item ?? { exists: false })]),
      );
      const expected = tryAll(Object.fromEntries(wanted), event);
      if (expected) matched++;
      assert.equal(matches(pattern, event), expected, `${JSON.stringify(pattern)} ${JSON.stringify(event)}`);
    }
    assert.ok(matched > 400, `only ${matched} matched`);
  });

  it('does not try all choices of independent lists', () => {
    const list = Array.from({ length: 2000 }, (_, index) => ({ x: 1, y: index }));
    const event: Record<string, unknown> = {};
    const pattern: Record<string, unknown> = {};
    for (let at = 0; at < 20; at++) {
      event[`k${at}`] = list;
      pattern[`k${at}`] = { x: [1], y: [at === 19 ? -1 : 1999] };
    }
    assert.equal(matches(pattern, event), false);
  });
});
