import { addressDigits, isInRange } from './address';
import type { Leaf } from './eventFields';
import { CaselessText } from './ignoreCase';
import type { ValueTest } from './valueTest';
import { wildcardTest } from './wildcard';

/** Whether a value of an event passes. */
export type LeafTest = (leaf: Leaf) => boolean;

/** The test for a field: a value passes where it passes any of `tests`. */
export function fieldTest(tests: readonly ValueTest[]): LeafTest {
  if (tests.every((test) => test.kind === 'text') && tests.length > 1) {
    const texts = new Set<Leaf>(tests.map(({ text }) => text));
    return (leaf) => texts.has(leaf);
  }
  return anyOf(tests.map(leafTest));
}

function anyOf(tests: readonly LeafTest[]): LeafTest {
  if (tests.length === 1) return tests[0];
  return (leaf) => {
    for (const test of tests) if (test(leaf)) return true;
    return false;
  };
}

function leafTest(test: ValueTest): LeafTest {
  switch (test.kind) {
    case 'text': {
      const { text } = test;
      return (leaf) => leaf === text;
    }
    case 'literal': {
      const { value } = test;
      return (leaf) => leaf === value;
    }
    case 'number': {
      const { value, raw } = test;
      if (value !== undefined) return (leaf) => leaf === value;
      return (leaf) => isOpaque(leaf) && leaf.raw === raw;
    }
    case 'range': {
      const { from, to } = test;
      const above = bound(from, (value, limit) => value > limit);
      const below = bound(to, (value, limit) => value < limit);
      return (leaf) => typeof leaf === 'number' && above(leaf) && below(leaf);
    }
    case 'prefix':
    case 'suffix':
    case 'equalsIgnoreCase':
    case 'wildcard': {
      const matches = textTest(test);
      return (leaf) => typeof leaf === 'string' && matches(leaf);
    }
    case 'anythingBut': {
      const excluded = anyOf(test.not.map(leafTest));
      // What is not known here might be the value itself.
      if (test.not.some(({ kind }) => kind === 'unknown')) return () => false;
      return (leaf) => !excluded(leaf);
    }
    case 'exists':
      return test.exists ? () => true : () => false;
    case 'address': {
      const { range } = test;
      return (leaf) => {
        const digits = typeof leaf === 'string' ? addressDigits(leaf) : undefined;
        return digits !== undefined && isInRange(digits, range);
      };
    }
    case 'unknown':
      return () => false;
  }
}

type TextTest = Extract<ValueTest, { kind: 'prefix' | 'suffix' | 'equalsIgnoreCase' | 'wildcard' }>;

/** AWS's matcher compares texts in their quotes, so that a prefix may reach over the closing one. */
function textTest(test: TextTest): (text: string) => boolean {
  const { text } = test;
  switch (test.kind) {
    case 'wildcard':
      return wildcardTest(test.parts);
    case 'equalsIgnoreCase': {
      const caseless = new CaselessText(text);
      return (value) => caseless.equals(value);
    }
    case 'prefix': {
      if (!test.ignoreCase) {
        return text.endsWith('"')
          ? (value) => `${value}"`.startsWith(text)
          : (value) => value.startsWith(text);
      }
      const caseless = new CaselessText(text);
      return (value) => caseless.isPrefixOf(`${value}"`);
    }
    case 'suffix': {
      if (!test.ignoreCase) {
        return text.startsWith('"') ? (value) => `"${value}`.endsWith(text) : (value) => value.endsWith(text);
      }
      const caseless = new CaselessText(text);
      return (value) => caseless.isSuffixOf(`"${value}`);
    }
  }
}

function bound(
  limit: { readonly value: number; readonly inclusive: boolean } | undefined,
  beyond: (value: number, limit: number) => boolean,
): (value: number) => boolean {
  if (!limit) return () => true;
  const { value: at, inclusive } = limit;
  return inclusive ? (value) => value === at || beyond(value, at) : (value) => beyond(value, at);
}

function isOpaque(leaf: Leaf): leaf is Exclude<Leaf, string | number | boolean | null> {
  return typeof leaf === 'object' && leaf !== null;
}
