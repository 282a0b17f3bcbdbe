import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { compileEventPattern } from '../../src/model/eventPattern/matcher';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import type { Severity } from '../../src/rules/rule';
import { lint } from '../../src/rules/run';
import { parseJson } from '../../src/syntax/json';

/** How many mistakes each file of `samples/broken` has, as it says itself or as samples/README.md says. */
const MISTAKES: Readonly<Record<string, number>> = {
  'nightly-load.asl.json': 6,
  'orders-ingest.asl.yaml': 6,
  'price-check.asl.json': 4,
};

const read = (path: string): string => readFileSync(`samples/${path}`, 'utf8');
const definitions = (folder: string): string[] =>
  readdirSync(`samples/${folder}`).filter((name) => /\.asl\.(?:json|ya?ml)$/.test(name));

function findings(path: string, ...severities: Severity[]): string[] {
  return lint({ path, text: read(path) })
    .filter(({ severity }) => severities.includes(severity))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('samples', () => {
  for (const name of definitions('.')) {
    it(`${name} is clean`, () => assert.deepEqual(findings(name, 'error', 'warning'), []));
  }

  for (const name of definitions('broken')) {
    it(`broken/${name} has the mistakes that it promises, each found once`, () => {
      const found = findings(`broken/${name}`, 'error');
      assert.equal(found.length, MISTAKES[name], found.join('\n'));
    });
  }

  it('have an event that the event pattern matches', () => {
    const pattern = readEventPattern(parseJson(read('events/order-file-created.eventpattern.json')));
    assert.deepEqual(pattern.problems, []);
    assert.equal(compileEventPattern(pattern).matches(read('events/order-file-created.event.json')), true);
  });
});
