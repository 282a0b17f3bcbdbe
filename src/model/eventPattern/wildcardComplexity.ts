import type { Alternative, PatternField } from './eventPattern';
import type { ValueTest } from './valueTest';
import type { WildcardParts } from './wildcard';

/** The wildcards of one field that AWS's matcher follows at the same time. */
export interface FieldComplexity {
  /** The places in the wildcards at which a text can be at once, at most `cap`. */
  readonly value: number;
  readonly tests: readonly ValueTest[];
  /** True where some of the wildcards stand in `anything-but`. */
  readonly negated: boolean;
}

/** Sets of places that are looked at before the largest one so far is taken for the answer. */
const MOST_SETS = 20_000;

/**
 * How complex the wildcards are by AWS's measure (`MachineComplexityEvaluator` of its open-source
 * matcher): wildcards of one field count together when all fields that sort before it are the same.
 */
export function wildcardComplexity(alternatives: readonly Alternative[], cap: number): FieldComplexity[] {
  const machines = new Map<string, Set<PatternField>>();
  for (const alternative of alternatives) {
    let before = '';
    for (const field of alternative) {
      const key = `${before}\n${field.path}`;
      machines.set(key, (machines.get(key) ?? new Set()).add(field));
      before += `\n${field.path} ${field.span.start}`;
    }
  }
  const found = new Map<string, FieldComplexity>();
  for (const fields of machines.values()) {
    const tests = [...fields].flatMap((field) => field.tests).filter((test) => wildcardsOf(test).length > 0);
    if (tests.length === 0) continue;
    const wildcards = new Map(tests.flatMap(wildcardsOf).map((parts) => [JSON.stringify(parts), parts]));
    const value = placesAtOnce([...wildcards.values()].map(placesOf), cap);
    const key = tests.map(({ span }) => span.start).join();
    if (!found.has(key))
      found.set(key, { value, tests, negated: tests.some(({ kind }) => kind === 'anythingBut') });
  }
  return [...found.values()];
}

function wildcardsOf(test: ValueTest): WildcardParts[] {
  if (test.kind === 'anythingBut') return test.not.flatMap(wildcardsOf);
  return test.kind === 'wildcard' ? [test.parts] : [];
}

/** A byte to be read next, or `STAR` for any bytes. */
type Place = number;
const STAR: Place = -1;
const QUOTE = 0x22;

/** The bytes of the text as AWS's matcher compares it, in quotes. */
function placesOf(parts: WildcardParts): Place[] {
  const encoder = new TextEncoder();
  const bytes = parts.flatMap((part, index) => [...(index > 0 ? [STAR] : []), ...encoder.encode(part)]);
  return [QUOTE, ...bytes, QUOTE];
}

/**
 * The most places that any text leads to. A place `i` means that the bytes up to `places[i]` were
 * read; at an asterisk that has taken a byte, it is the asterisk's own.
 */
function placesAtOnce(wildcards: readonly Place[][], cap: number): number {
  const all: Place[] = [];
  const last = new Set<number>();
  const starts: number[] = [];
  for (const places of wildcards) {
    starts.push(all.length);
    all.push(...places);
    last.add(all.length - 1);
  }
  const isStarAfter = (at: number): boolean => !last.has(at) && all[at + 1] === STAR;
  let most = 0;
  const seen = new Set<string>();
  const queue: number[][] = [starts];
  for (let at = 0; at < queue.length && seen.size < MOST_SETS; at++) {
    const set = queue[at];
    const reachable = new Set(set);
    let size = set.length;
    for (const place of set) if (isStarAfter(place) && !reachable.has(place + 1)) size++;
    if (size >= cap) return cap;
    most = Math.max(most, size);
    for (const next of following(set, all, last)) {
      const key = next.join();
      if (next.length === 0 || seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return most;
}

/** The sets that the next byte can lead to, one for every byte that some place waits for and one for all others. */
function following(set: readonly number[], all: readonly Place[], last: ReadonlySet<number>): number[][] {
  const stays: number[] = [];
  const byByte = new Map<number, number[]>();
  const expect = (place: number): void => {
    const byte = all[place];
    const places = byByte.get(byte) ?? [];
    places.push(place);
    byByte.set(byte, places);
  };
  for (const place of set) {
    if (last.has(place)) continue;
    if (all[place] === STAR) stays.push(place);
    if (all[place + 1] === STAR) {
      stays.push(place + 1);
      expect(place + 2);
    } else {
      expect(place + 1);
    }
  }
  const merge = (places: readonly number[]): number[] =>
    [...new Set([...stays, ...places])].sort((a, b) => a - b);
  return [merge([]), ...[...byByte.values()].map(merge)];
}
