import assert from 'node:assert/strict';
import type { CallExpression, Expression } from '../../src/syntax/code/ast';
import { addEntry, addKeyword, addKeywordToDecorator } from '../../src/syntax/code/edit';
import { parsePython } from '../../src/syntax/code/python';
import { callsIn } from '../../src/syntax/code/walk';
import { applyEdits, type TextEdit } from '../../src/syntax/edit';

const apply = (text: string, edits: readonly TextEdit[] | undefined): string | undefined =>
  edits && applyEdits(text, edits);

function firstCall(text: string): CallExpression {
  const [call] = callsIn(parsePython(text).body);
  return call;
}

describe('edits of code', () => {
  const CALLS: readonly (readonly [text: string, expected: string])[] = [
    ['f()', 'f(n=1)'],
    ['f(a)', 'f(a, n=1)'],
    ['f(a, b=2)', 'f(a, b=2, n=1)'],
    ['f(a, **rest)', 'f(a, **rest, n=1)'],
    ['f(a,)', 'f(a, n=1)'],
    ['f(\n    a=1,\n    b=2,\n)', 'f(\n    a=1,\n    b=2,\n    n=1,\n)'],
    ['f(\n    a=1,\n    b=2\n)', 'f(\n    a=1,\n    b=2,\n    n=1\n)'],
    ['f(\n    a=1,\n    b=2)', 'f(\n    a=1,\n    b=2,\n    n=1)'],
    ['f(\n    a=1,  # one\n)', 'f(\n    a=1,  # one\n    n=1,\n)'],
    ['f(\n    a=1  # one\n)', 'f(\n    a=1,  # one\n    n=1\n)'],
    ['f(\n    a=1, b=2,\n)', 'f(\n    a=1, b=2, n=1,\n)'],
    ['f(a=1,\n  b=g(2),\n)', 'f(a=1,\n  b=g(2),\n  n=1,\n)'],
    ['f(a={\n  "x": 1,\n})', 'f(a={\n  "x": 1,\n}, n=1)'],
    ['f(\r\n    a,\r\n    b,\r\n)', 'f(\r\n    a,\r\n    b,\r\n    n=1,\r\n)'],
  ];
  for (const [text, expected] of CALLS) {
    it(`adds an argument to ${JSON.stringify(text)}`, () => {
      assert.equal(apply(text, addKeyword(text, firstCall(text), 'n', '1')), expected);
    });
  }

  it('leaves a call alone that is not closed', () => {
    const text = 'f(a, b\nx = 1';
    assert.equal(addKeyword(text, firstCall(text), 'n', '1'), undefined);
  });

  const DECORATORS: readonly (readonly [text: string, expected: string])[] = [
    ['@dag\ndef f():\n    pass\n', '@dag(n=1)\ndef f():\n    pass\n'],
    ['@dag()\ndef f():\n    pass\n', '@dag(n=1)\ndef f():\n    pass\n'],
    ['@a.dag(x=2)\ndef f():\n    pass\n', '@a.dag(x=2, n=1)\ndef f():\n    pass\n'],
  ];
  for (const [text, expected] of DECORATORS) {
    it(`adds an argument to ${JSON.stringify(text)}`, () => {
      const [unit] = parsePython(text).body.statements;
      assert.ok(unit.kind === 'function');
      assert.equal(apply(text, addKeywordToDecorator(text, unit.decorators[0], 'n', '1')), expected);
    });
  }

  const DICTIONARIES: readonly (readonly [text: string, expected: string])[] = [
    ['x = {}', 'x = {"n": 1}'],
    ["x = {'a': 2}", "x = {'a': 2, 'n': 1}"],
    ['x = {\n    "a": 2,\n    **base,\n}', 'x = {\n    "a": 2,\n    **base,\n    "n": 1,\n}'],
    [
      'x = {\n    "a": 2,\n    "b": [\n        3,\n    ],\n}',
      'x = {\n    "a": 2,\n    "b": [\n        3,\n    ],\n    "n": 1,\n}',
    ],
  ];
  for (const [text, expected] of DICTIONARIES) {
    it(`adds an entry to ${JSON.stringify(text)}`, () => {
      const [statement] = parsePython(text).body.statements;
      assert.ok(statement.kind === 'assign');
      const value: Expression = statement.value;
      assert.ok(value.kind === 'object');
      assert.equal(apply(text, addEntry(text, value, 'n', '1')), expected);
    });
  }
});
