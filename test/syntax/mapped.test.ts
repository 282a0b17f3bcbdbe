import assert from 'node:assert/strict';
import { applyEdits, TreeEditor } from '../../src/syntax/edit';
import { parseJson } from '../../src/syntax/json';
import type { Mapped } from '../../src/syntax/mapped';
import { get, toValue } from '../../src/syntax/navigate';
import type { Tree } from '../../src/syntax/tree';
import { parseYaml } from '../../src/syntax/yaml';
import { nodesOf } from '../support/nodes';
import { SeededRandom } from '../support/seededRandom';

/** A string `a` in every way that a host can write one; the rest of the file is around it. */
const HOSTS: readonly string[] = [
  '{ "x": 1, "a": "plain text", "y": 2 }',
  '{ "a": "q\\"uo\\\\te\\/ \\u0041\\uD83D\\uDE00 \\n\\t end" }',
  '{ "a": "" }',
  'x: 1\na: plain text # c\ny: 2\n',
  'a: plain\n  over lines\n\n  and more\ny: 2\n',
  "a: 'it''s ''quoted'''\n",
  "a: 'it''s\n  over lines'\n",
  'a: "q\\"uo\\\\te \\x41\\u0042\\U0001F600 \\n\\t end"\n',
  'a: "over  \n   lines\n\n\n  \\\n   joined \\  x"\n',
  'a: |\n  one\n    two\n\n  three\ny: 2\n',
  'a: |2-\n    one\n  two\ny: 2\n',
  'a: |+\n  one\n\n\ny: 2\n',
  'a: |-\n\n\n  one\n   \n  two\n',
  'a: >\n  one\n  two\n\n  three\n    four\n  five\ny: 2\n',
  'a: >-\r\n  one\r\n  two\r\n\r\n  three\r\ny: 2\r\n',
  'x:\r\n  - 1\r\na: |\r\n  one\r\n    two\r\n\r\n  three\r\ny: 2\r\n',
  'o:\n- - a: |\n      😀\n      ü\n',
  '{ a: "x\\"y", b: 1 }\n',
];

function stringA(host: string): Mapped {
  const tree = parse(host);
  const node = nodesOf(tree).find(
    (each) =>
      each.kind === 'string' &&
      each.parent?.kind === 'property' &&
      each.parent.value === each &&
      each.parent.name === 'a',
  );
  assert.ok(node?.kind === 'string', host);
  assert.equal(node.mapped.text, node.value, 'what is decoded is what the reader read');
  return node.mapped;
}

function parse(host: string): Tree {
  return host.startsWith('{ "') ? parseJson(host) : parseYaml(host);
}

describe('decoded text', () => {
  for (const host of HOSTS) {
    it(`finds its way back to ${JSON.stringify(host)}`, () => {
      const mapped = stringA(host);
      let before = -1;
      for (let offset = 0; offset <= mapped.text.length; offset++) {
        const at = mapped.toHost(offset);
        assert.ok(at >= before && at <= host.length, 'it goes forward in the host');
        before = at;
        const character = mapped.text[offset];
        if (/[a-z0-9]/.test(character ?? '') && /[a-z0-9]/.test(host[at])) assert.equal(host[at], character);
        if (character !== undefined && /\S/.test(character)) assert.equal(mapped.fromHost(at), offset);
      }
      assert.equal(mapped.fromHost(0), 0);
      assert.equal(mapped.fromHost(host.length), mapped.text.length);
    });

    it(`writes into ${JSON.stringify(host)}`, () => {
      const mapped = stringA(host);
      const words = Array.from(mapped.text.matchAll(/[a-z]+/g), ({ index, 0: word }) => [
        index,
        index + word.length,
      ]);
      let written = 0;
      for (const [start, end] of words) {
        for (const replacement of ['new', 'x"y', "it's", 'a\\b', 'é😀']) {
          const newText = mapped.encode(replacement, start, end);
          if (newText === undefined) continue;
          written++;
          const span = { start: mapped.toHost(start), end: mapped.toHost(end) };
          const after = stringA(applyEdits(host, [{ span, newText }]));
          assert.equal(after.text, mapped.text.slice(0, start) + replacement + mapped.text.slice(end));
        }
      }
      assert.ok(written > 0 || words.length === 0, 'something can be written');
    });
  }

  it('keeps lines that are written into a block in the block', () => {
    for (const lineBreak of ['\n', '\r\n']) {
      const host = 'a: |\n  one\n  two\nb: 1\n'.replaceAll('\n', lineBreak);
      const mapped = stringA(host);
      const newText = mapped.encode('x\n\n y', 4, 7);
      assert.ok(newText);
      const span = { start: mapped.toHost(4), end: mapped.toHost(7) };
      const after = applyEdits(host, [{ span, newText }]);
      assert.equal(after, 'a: |\n  one\n  x\n\n   y\nb: 1\n'.replaceAll('\n', lineBreak));
    }
  });
});

const DEFINITION = {
  StartAt: 'Load',
  States: {
    Load: { Type: 'Pass', Comment: 'a "quoted"\\ text,\n\ttwo lines 😀', Next: 'Save' },
    Save: { Type: 'Succeed' },
  },
};

/** A definition at any depth of text in text, the outermost first. */
const NESTINGS: Readonly<Record<string, readonly ('json' | 'block' | 'folded' | 'double' | 'single')[]>> = {
  'a JSON string': ['json'],
  'a block of YAML': ['block'],
  'a folded block of YAML': ['folded'],
  'a double-quoted string of YAML': ['double'],
  'a single-quoted string of YAML': ['single'],
  'a JSON string in a block of YAML': ['block', 'json'],
  'a JSON string in a JSON string': ['json', 'json'],
  'a JSON string in a JSON string in a block of YAML': ['block', 'json', 'json'],
  'a block of YAML in a JSON string': ['json', 'block'],
  'a block in a block of YAML': ['block', 'block'],
  'a JSON string in a single-quoted string of YAML': ['single', 'json'],
};

function wrap(text: string, how: string): string {
  const lines = text.replace(/^(?=.)/gm, '      ');
  switch (how) {
    case 'json':
      return JSON.stringify({ before: 'ü\n', Body: text, after: true }, null, 2);
    case 'block':
      return `before: ü # c\nin:\n  - Body: |\n${lines}\n    after: true\n`;
    case 'folded':
      return `in:\n  - Body: >-\n${lines}\n    after: true\n`;
    case 'double':
      return `in:\n  - Body: ${JSON.stringify(text)}\n    after: true\n`;
    default:
      return `in:\n  - Body: '${text.replaceAll("'", "''").replaceAll('\n', ' ')}'\n    after: true\n`;
  }
}

function unwrap(host: string, nesting: readonly string[]): Tree {
  let tree = parseOne(host, nesting[0]);
  nesting.forEach((how, level) => {
    assert.deepEqual(tree.problems, []);
    const holder = how === 'json' ? tree.root : firstItem(get(tree.root, 'in'));
    const body = get(holder, 'Body');
    assert.ok(body?.kind === 'string');
    tree = parseOne(body.mapped, nesting[level + 1] ?? 'json');
  });
  return tree;
}

function firstItem(node: ReturnType<typeof get>): ReturnType<typeof get> {
  return node?.kind === 'array' ? node.items[0] : undefined;
}

function parseOne(text: string | Mapped, how: string): Tree {
  return how === 'json' ? parseJson(text) : parseYaml(text);
}

describe('a definition that is embedded in', () => {
  for (const [name, nesting] of Object.entries(NESTINGS)) {
    const inner = JSON.stringify(DEFINITION, null, nesting.includes('single') ? undefined : 2);
    const host = nesting.reduceRight((text, how) => wrap(text, how), inner);

    it(`${name} is read at its place`, () => {
      const tree = unwrap(host, nesting);
      assert.deepEqual(tree.problems, []);
      assert.deepEqual(toValue(tree.root), DEFINITION);
      for (const node of nodesOf(tree)) {
        const written = host.slice(node.span.start, node.span.end);
        if (node.kind !== 'string') assert.match(written, /^\{.*\}$/s);
        else if (/^\w+$/.test(node.value)) {
          assert.match(written, new RegExp(`^[\\\\"']+${node.value}[\\\\"']+$`));
        }
      }
    });

    it(`${name} is changed at its place`, () => {
      const random = new SeededRandom(nesting.length);
      for (const text of ['Other', 'a "b" \\ c', "it's: # x", '😀 ü']) {
        const tree = unwrap(host, nesting);
        const strings = nodesOf(tree).filter(
          (node) => node.kind === 'string' && node.parent?.kind === 'property' && node.parent.value === node,
        );
        const node = random.pick(strings);
        const edit = new TreeEditor(tree).replace(node, text);
        assert.ok(edit);
        const again = unwrap(applyEdits(host, [edit]), nesting);
        assert.deepEqual(again.problems, []);
        const at = strings.indexOf(node);
        const after = nodesOf(again).filter(
          (each) => each.kind === 'string' && each.parent?.kind === 'property' && each.parent.value === each,
        );
        assert.deepEqual(
          after.map(toValue),
          strings.map((each, index) => (index === at ? text : toValue(each))),
        );
      }
    });

    it(`${name} gets new members`, () => {
      const value = { ErrorEquals: ['States.ALL'], Comment: 'a "b"', Next: 'Save' };
      const tree = unwrap(host, nesting);
      const state = get(get(tree.root, 'States'), 'Load');
      assert.ok(state?.kind === 'object');
      const edit = new TreeEditor(tree).add(state, 'Catch', [value]);
      assert.ok(edit);
      const again = unwrap(applyEdits(host, [edit]), nesting);
      assert.deepEqual(again.problems, []);
      const expected = structuredClone(DEFINITION) as { States: Record<string, Record<string, unknown>> };
      expected.States.Load.Catch = [value];
      assert.deepEqual(toValue(again.root), expected);
    });
  }
});
