import assert from 'node:assert/strict';
import { parseJson } from '../../src/syntax/json';
import {
  awsPath,
  container,
  get,
  getItems,
  getString,
  isKey,
  nodeAt,
  pathTo,
  toValue,
} from '../../src/syntax/navigate';
import { headingOf } from '../../src/syntax/heading';
import { parseYaml } from '../../src/syntax/yaml';
import { readCursor, readMarks } from '../support/marks';
import { nodesOf } from '../support/nodes';

const parse = (text: string) => (/^\s*[{[]/.test(text) ? parseJson(text) : parseYaml(text));

describe('in a tree', () => {
  for (const [marked, found] of [
    ['{ "|a": 1 }', 'key a'],
    ['{ |"a": 1 }', 'key a'],
    ['{ "a"|: 1 }', 'key a'],
    ['{ "a": |1 }', 'number 1'],
    ['{ "a": 1| }', 'number 1'],
    ['{ "a": 1 |}', 'object'],
    ['|{ "a": 1 }', 'object'],
    ['{ "a": [1, "x|"] }', 'string x'],
    ['{ "a": [1,| 2] }', 'array'],
    ['{ "a":| }', 'object'],
    ['{}|', 'object'],
    ['{} |', undefined],
    ['a:\n  - b: x|y\n', 'string xy'],
    ['a:\n  - |b: xy\n', 'key b'],
    ['a: |1\n|', undefined],
    ['x: &x {y: 1}\nz: *|x\n', 'object'],
  ] as const) {
    it(`the node at ${JSON.stringify(marked)} is ${found ?? 'none'}`, () => {
      const { text, offset } = readCursor(marked.replace('a: |1\n|', 'a: 1\n\n|'));
      const node = nodeAt(parse(text), offset);
      const value = node && 'value' in node ? ` ${String(node.value)}` : '';
      assert.equal(node && `${isKey(node) ? 'key' : node.kind}${value}`, found);
    });
  }

  it('a path leads to every node and back', () => {
    const tree = parseJson('{ "States": { "A b": { "Choices": [{ "Next": "x" }, { "Next": "y" }] } } }');
    const next = nodesOf(tree).find((node) => node.kind === 'string' && node.value === 'y');
    assert.ok(next);
    assert.deepEqual(pathTo(next), ['States', 'A b', 'Choices', 1, 'Next']);
    assert.equal(awsPath(next), '/States/A b/Choices[1]/Next');
    assert.equal(toValue(container(next)) !== undefined, true);
    assert.deepEqual(toValue(container(next)), { Next: 'y' });
  });

  it('of a key that is written twice the last one counts', () => {
    const { root } = parseJson('{ "a": 1, "a": "two", "b": [1] }');
    assert.equal(getString(root, 'a')?.value, 'two');
    assert.equal(get(root, 'c'), undefined);
    assert.deepEqual(getItems(root, 'b').map(toValue), [1]);
    assert.deepEqual(getItems(root, 'a'), []);
  });

  for (const marked of [
    '{ «"a"»: { "b": 1 } }',
    'x:\n  - «a: 1»\n    b: 2\n',
    'x:\n  - «a: 1»\n',
    '[«[1, 2]»]',
    '[«{»\n  "a": 1\n}]',
  ]) {
    it(`a whole value is marked at its heading: ${JSON.stringify(marked)}`, () => {
      const { text, spans } = readMarks(marked);
      const tree = parse(text);
      const nodes = nodesOf(tree).filter((node) => node.kind === 'object' || node.kind === 'array');
      const innermost = nodes[nodes.length - 1];
      assert.deepEqual(headingOf(tree, innermost), spans[0]);
    });
  }
});
