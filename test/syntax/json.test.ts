import assert from 'node:assert/strict';
import { parseJson } from '../../src/syntax/json';
import { toValue } from '../../src/syntax/navigate';
import { nodesOf } from '../support/nodes';
import { readMarks, writeMarks } from '../support/marks';
import { SeededRandom } from '../support/seededRandom';

/** Half-typed and mistaken texts, their problems marked: what is read of them, and what is said. */
const TOLERATED: readonly (readonly [marked: string, value: unknown, ...messages: string[]])[] = [
  ['', null],
  [' \n ', null],
  ['«{»', {}, 'The closing brace is missing.'],
  ['{"a"«:»', { a: null }, 'A value belongs behind this colon.'],
  ['{«"a"»', { a: null }, 'A colon and a value belong behind this name.'],
  ['{«"a"» }', { a: null }, 'A colon and a value belong behind this name.'],
  ['{«"a »', { 'a ': null }, 'The string does not end on this line.'],
  ['{"a":«1»', { a: 1 }, 'The closing brace is missing.'],
  ['{"a":[«1»', { a: [1] }, 'The closing bracket is missing.'],
  ['{"a":1 «"b"»:2}', { a: 1, b: 2 }, 'A comma belongs here.'],
  ['{"a"«:» "b": 2}', { a: null, b: 2 }, 'A value belongs behind this colon.'],
  ['{"a"«:»\n "b": 2}', { a: null, b: 2 }, 'A value belongs behind this colon.'],
  ['{"a"«:», "b": 2}', { a: null, b: 2 }, 'A value belongs behind this colon.'],
  ['{«"a"»\n "b": 2}', { a: null, b: 2 }, 'A colon and a value belong behind this name.'],
  ['{«"a"» {"b": 2}}', { a: { b: 2 } }, 'A colon and a value belong behind this name.'],
  ['{"a": «"Sa,»\n "b": 2}', { a: 'Sa,', b: 2 }, 'The string does not end on this line.'],
  ['{«"a»\n "b": 2}', { a: null, b: 2 }, 'The string does not end on this line.'],
  ['{«a»: 1, "b": 2}', { b: 2 }, 'A property name in double quotes belongs here.'],
  ['{«a»: {"x": 1}, "b": 2}', { b: 2 }, 'A property name in double quotes belongs here.'],
  ['{"a":[1,2«}»', { a: [1, 2] }, 'A closing bracket belongs before this.'],
  ['{"a":{"b":[1«}»,"c":1}', { a: { b: [1] }, c: 1 }, 'A closing bracket belongs before this.'],
  ['[{"a":1«]»', [{ a: 1 }], 'A closing brace belongs before this.'],
  ['{"a":1«]»}', { a: 1 }, 'This closes nothing that is open.'],
  ['{"a":1}«}»', { a: 1 }, 'The file goes on after the end of the JSON value.'],
  ['[1 «2»«,»]', [1, 2], 'A comma belongs here.', 'Nothing follows this comma.'],
  ['{"a":1«,»}', { a: 1 }, 'Nothing follows this comma.'],
  ['{«,»}', {}, 'A property belongs before this comma.'],
  ['[1,«,»2]', [1, 2], 'A value belongs before this comma.'],
  ['{"a":«tru»}', { a: null }, 'This is not a JSON value.'],
  ['{"a":«\'x\'»}', { a: null }, 'This is not a JSON value.'],
  ['{"a": «b c d», "e": 1}', { a: null, e: 1 }, 'This is not a JSON value.'],
  ['«hello»', null, 'This is not a JSON value.'],
  ['«:» {}', null, 'This is not a JSON value.'],
  ['«}»', null, 'This closes nothing that is open.'],
  ['{"a":«1.»}', { a: 1 }, 'The number stops in the middle.'],
  ['{"a":"x«\\q»y"}', { a: 'xy' }, 'JSON does not know this escape.'],
  ['{"a":"«\\u12»"}', { a: '' }, 'Four hexadecimal digits belong after "\\u".'],
  ['{"a":"x«\t»y"}', { a: 'x\ty' }, 'A control character has to be written as an escape.'],
  ['{} «/* open»', {}, 'The comment does not end.'],
  ['{} «/* open\r\n»', {}, 'The comment does not end.'],
];

describe('JSON', () => {
  for (const [marked, value, ...messages] of TOLERATED) {
    it(`is read as far as it is typed: ${marked}`, () => {
      const { text, spans } = readMarks(marked);
      const tree = parseJson(text);
      const found = tree.problems.map(({ span }) => span);
      assert.deepEqual(found, spans, writeMarks(text, found));
      assert.deepEqual(
        tree.problems.map(({ message }) => message),
        messages,
      );
      assert.deepEqual(toValue(tree.root), value);
    });
  }

  it('tells comments and a comma too many from what makes the tree unsure', () => {
    const { problems, comments, root } = parseJson('// first\n{ "a": 1, /* in */ "b": 2, } // last');
    assert.ok(problems.every(({ harmless }) => harmless));
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['first', 'in', 'last'],
    );
    assert.deepEqual(toValue(root), { a: 1, b: 2 });
  });

  it('says where every node stands', () => {
    const marked = '«{ «"a"»: «[«1», «"x\\n"», «{}», «null»]», «"b"»: «-1.5e3» }»';
    const { text, spans } = readMarks(marked);
    const found = nodesOf(parseJson(text)).map(({ span }) => span);
    assert.equal(writeMarks(text, found), writeMarks(text, spans));
  });

  it('spans a property to the end of its value, or as far as it is typed', () => {
    for (const [marked, key] of [
      ['{ «"a": [1, 2]», "b": 1 }', 'a'],
      ['{ «"a":» , "b": 1 }', 'a'],
      ['{ «"a"» , "b": 1 }', 'a'],
    ] as const) {
      const { text, spans } = readMarks(marked);
      const { root } = parseJson(text);
      assert.ok(root?.kind === 'object');
      assert.deepEqual(root.properties.find((each) => each.name === key)?.span, spans[0]);
    }
  });

  it('skips a byte order mark and takes every line break', () => {
    const { root, problems } = parseJson('\uFEFF{\r\n"a":\r1\n}');
    assert.deepEqual(problems, []);
    assert.deepEqual(toValue(root), { a: 1 });
    assert.equal(root?.span.start, 1);
  });

  it('refuses to follow 10,000 levels', () => {
    for (const text of ['['.repeat(10_000), '{"a":'.repeat(10_000), `${'['.repeat(501)}${']'.repeat(501)}`]) {
      const { root, problems } = parseJson(text);
      assert.equal(root, undefined);
      assert.equal(problems[0].message, 'The text is nested more than 500 levels deep.');
    }
    assert.deepEqual(parseJson(`${'['.repeat(500)}${']'.repeat(500)}`).problems, []);
  });

  it('reads what JSON.parse reads, to the same value', () => {
    const random = new SeededRandom(7);
    const texts = ['', 'a', '\\', '"', '\n', '\u2028', '😀', '${X}', '//', '{', '}', ','];
    const make = (depth: number): unknown => {
      switch (random.below(depth > 4 ? 5 : 7)) {
        case 0:
          return random.below(1000) / 8 - 50;
        case 1:
          return random.next() < 0.5;
        case 2:
          return null;
        case 3:
        case 4:
          return random.pick(texts) + random.pick(texts);
        case 5:
          return Array.from({ length: random.below(4) }, () => make(depth + 1));
        default:
          return Object.fromEntries(
            Array.from({ length: random.below(4) }, (_, index) => [
              random.pick(texts) + index,
              make(depth + 1),
            ]),
          );
      }
    };
    for (let round = 0; round < 300; round++) {
      const value = make(0);
      for (const indent of [undefined, 2, '\t']) {
        const text = JSON.stringify(value, null, indent);
        const tree = parseJson(text);
        assert.deepEqual(tree.problems, [], text);
        assert.deepEqual(toValue(tree.root), value, text);
        for (const node of nodesOf(tree)) {
          const written = text.slice(node.span.start, node.span.end);
          assert.deepEqual(JSON.parse(written), toValue(node));
        }
      }
    }
  });
});
