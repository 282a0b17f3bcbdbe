import type { Leaf } from './eventFields';
import type { NumericBound, ValueTest } from './valueTest';

/** What a test lets through, to follow "expected": `a text that begins with "us-"`. */
export function describeTest(test: ValueTest): string {
  switch (test.kind) {
    case 'text':
      return JSON.stringify(test.text);
    case 'number':
      return test.raw;
    case 'literal':
      return String(test.value);
    case 'address':
      return test.source.includes('/') ? `an IP address in ${test.source}` : `the IP address ${test.source}`;
    case 'prefix':
      return `a text that begins with ${quoted(test.text, test.ignoreCase)}`;
    case 'suffix':
      return `a text that ends with ${quoted(test.text, test.ignoreCase)}`;
    case 'equalsIgnoreCase':
      return quoted(test.text, true);
    case 'wildcard':
      return `a text like ${JSON.stringify(test.text)}`;
    case 'range':
      return `a number ${[limit(test.from, '>'), limit(test.to, '<')].filter(Boolean).join(' and ')}`;
    case 'anythingBut':
      return `anything but ${describeTests(test.not)}`;
    case 'exists':
      return test.exists ? 'any value' : 'no value';
    case 'unknown':
      return 'a value that is filled in elsewhere';
  }
}

/** What several tests let through, of which one has to pass. */
export function describeTests(tests: readonly ValueTest[]): string {
  const parts = tests.map(describeTest);
  const last = parts.pop() ?? 'nothing';
  return parts.length > 0 ? `${parts.join(', ')} or ${last}` : last;
}

/** A value of an event as JSON. */
export function describeLeaf(leaf: Leaf): string {
  return typeof leaf === 'object' && leaf !== null ? leaf.raw : JSON.stringify(leaf);
}

function quoted(text: string, ignoreCase: boolean): string {
  return JSON.stringify(text) + (ignoreCase ? ' in any case' : '');
}

function limit(bound: NumericBound | undefined, sign: '<' | '>'): string {
  return bound ? `${sign}${bound.inclusive ? '=' : ''} ${bound.value}` : '';
}
