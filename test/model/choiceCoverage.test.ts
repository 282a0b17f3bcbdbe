import assert from 'node:assert/strict';
import { coversEverything } from '../../src/model/choiceCoverage';
import { parseJson } from '../../src/syntax/json';
import type { ObjectNode } from '../../src/syntax/tree';

const cases: [covered: boolean, rules: string[]][] = [
  [true, ['{ "Variable": "$.a", "BooleanEquals": true }', '{ "BooleanEquals": false, "Variable": "$.a" }']],
  [false, ['{ "Variable": "$.a", "BooleanEquals": true }', '{ "Variable": "$.b", "BooleanEquals": false }']],
  [true, ['{ "Variable": "$.a", "IsPresent": true }', '{ "Variable": "$.a", "IsPresent": false }']],
  [
    true,
    ['{ "Variable": "$.a", "NumericLessThanEquals": 1 }', '{ "Variable": "$.a", "NumericGreaterThan": 1 }'],
  ],
  [
    true,
    [
      '{ "Variable": "$.a", "StringLessThan": "m" }',
      '{ "Variable": "$.a", "StringEquals": "m" }',
      '{ "Variable": "$.a", "StringGreaterThan": "m" }',
    ],
  ],
  [false, ['{ "Variable": "$.a", "NumericLessThan": 1 }', '{ "Variable": "$.a", "NumericGreaterThan": 1 }']],
  [
    true,
    [
      '{ "Variable": "$.a", "NumericLessThanPath": "$.b" }',
      '{ "Variable": "$.a", "NumericGreaterThanEqualsPath": "$.b" }',
    ],
  ],
  [
    true,
    [
      '{ "Variable": "$.a", "StringEquals": "x", "Next": "A" }',
      '{ "Not": { "StringEquals": "x", "Variable": "$.a" }, "Next": "B" }',
    ],
  ],
  [false, ['{ "Variable": "$.a", "StringEquals": "x" }', '{ "Variable": "$.a", "StringEquals": "y" }']],
  [true, ['{ "Condition": true }']],
  [true, ['{ "Condition": "{% $a %}" }', '{ "Condition": "{% $not($a) %}" }']],
  [false, ['{ "Condition": "{% $a %}" }', '{ "Condition": "{% $not($b) %}" }']],
];

describe('rules of a Choice that leave nothing over', () => {
  for (const [covered, rules] of cases) {
    it(`${covered ? 'are' : 'are not'} ${rules.join(' and ')}`, () => {
      const nodes = rules.map((text) => parseJson(text).root as ObjectNode);
      assert.equal(coversEverything(nodes), covered);
    });
  }
});
