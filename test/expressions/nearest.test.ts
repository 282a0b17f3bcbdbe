import assert from 'node:assert/strict';
import { nearest } from '../../src/expressions/nearest';

describe('The nearest word', () => {
  const CASES: readonly (readonly [string, string, string | undefined])[] = [
    ['Sace', 'Load Save Store', 'Save'],
    ['Nxet', 'Next End Type', 'Next'],
    ['next', 'Nest Next', 'Next'],
    ['StrngEquals', 'StringEquals StringEqualsPath', 'StringEquals'],
    ['StringEquals', 'StringEqual StringEquals', 'StringEquals'],
    ['ab', 'cd ef', undefined],
    ['x', 'y z', undefined],
    ['Load', 'Transform Publish', undefined],
    ['Loda', 'Lode Load', 'Lode'],
    ['', 'a b', undefined],
  ];
  for (const [word, candidates, expected] of CASES) {
    it(`${word} of ${candidates}`, () => assert.equal(nearest(word, candidates.split(' ')), expected));
  }
});
