import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { WholeText } from '../../src/syntax/mapped';
import { readPlainYaml } from '../../src/syntax/plainYaml';
import type { Tree, TreeNode } from '../../src/syntax/tree';
import { readYaml } from '../../src/syntax/yamlReader';
import { syntheticMachine } from '../bench/syntheticMachine';
import { mutate } from '../fuzz/mutate';
import { samples } from '../fuzz/samples';
import { SeededRandom } from '../support/seededRandom';

/** All that a tree says. */
function described({ root, problems, comments }: Tree): unknown {
  return { root: root && node(root), problems, comments };
}

function node(read: TreeNode): unknown {
  const { kind, span } = read;
  switch (read.kind) {
    case 'object':
      return {
        kind,
        span,
        properties: read.properties.map(({ key, value, span: whole }) => [
          whole,
          node(key),
          value && node(value),
        ]),
      };
    case 'array':
      return { kind, span, items: read.items.map(node) };
    case 'string':
      return {
        kind,
        span,
        value: read.value,
        text: read.mapped.text,
        end: read.mapped.toHost(read.value.length),
      };
    case 'dynamic':
      return { kind, span, tag: read.tag };
    default:
      return { kind, span, value: read.value, raw: read.raw };
  }
}

function assertSame(text: string): boolean {
  const source = new WholeText(text);
  const plain = readPlainYaml(source);
  if (plain) assert.deepEqual(described(plain), described(readYaml(source).tree), text);
  return plain !== undefined;
}

/** Plain, each in its own way. */
const PLAIN: readonly string[] = [
  'a: 1',
  '---\na: 1\n',
  '# c\n---\n# d\na: 1 # e\n',
  'a:\n  b:\n    - c\n    - d: 1\n      e:\n      - f\n      -\n      - - g\n        - h\n  i:\nj: k\n',
  'a: {b: 1, "c": [x, "y", {z: -1.5e3}], d: {}, e: []} # c\nf: [\n  1, # one\n  2,\n]\n',
  'a: |\n  x\n   y\n\nb: >-\n  z\n  w\n\n\nc: |+ # keep\n  k\n\nd:\n  - |\n    l\n  - >\n    m\n',
  "a: two\n  lines\nb:\n  on the next\nc: \"x\\ty\"\nd: 'it''s'\n\"e\": f\n'g' : h\n",
  'a: ~\nb: null\nc: true\nd: FALSE\ne: 007\nf: +1\ng: .5\nh: 1.\ni: 1e3\nj: 1.2.3\nl: nullable\nm: 12:30\n',
  '\uFEFFa: 1\r\nb:\r\n  - c # d\r\n  - |\r\n    e\r\n    f\r\n\r\ng: h\r\n',
  '- a: 1\n  b: 2\n\n- c: 3\n# between\n- d\n',
  '{"StartAt": "A",\n "States": {\n   "A": {"Type": "Pass", "End": true}}}\n',
  "a: '{% $states.input %}'",
  'a: {"b":1, "c":[x,y], d: "e"}\nf: g#h\ni: http://j\n',
  '# c\na: two\n\n  lines # d\nb:\n    c\n  # e\nf: >+\n\n  g\n\n\nh: |\n    i\n\n   \nj: k\n',
  'a:\n- "b\\\n  c\\\n   d"\ne: "f\\\n  g"\n',
  'a: [\n  b,\n  {c: d}\n]\ne:\n- - f\n  - g: {\n      h: i\n    }\n',
];

/** Not plain, or a mistake: the reader of all YAML has the word. */
const OTHER: readonly string[] = [
  ...['', '# c', 'a: &x 1', 'a: *x', 'a: !Ref X', '? a\n: b', 'a: 1\n---\nb: 2', '%YAML 1.2\n---\na: 1'],
  ...[
    'a: b: c',
    'a: - b',
    'a\nb: 1',
    'a:\n   b: 1\n  c: 2',
    'a:\n- b\n c: 1',
    'a: "b',
    "a: 'b",
    'a: "b" c',
    'a: @b',
  ],
  ...[
    'a: [1',
    'a: {b}',
    'a: [b: c]',
    'a: {b: , c: 1}',
    'a: {,}',
    'a: {"b" "c"}',
    'a: {\nb: 1\n}',
    '"a"\n: b',
    'a:\tb',
  ],
  ...[
    'a: |2\n  b',
    'a: |x\n  b',
    'a: 0x1F',
    'a: .inf',
    'a: "b\n  c"',
    'a: "b\\\nc"',
    'a:\n  - "b\\\n  c"',
    'a: ["b\\\nc"]',
    'a: "b\\\n\n  c"',
    'a: "b"#c',
    'a: |\n x\n  y\n z: 1\nb',
    'a:\n#c\n  b\nd: 1',
    'a: [-, b]',
    'a: b\r c',
    'a\n: b',
    '---\na: 1\n...\n',
    '<<: {a: 1}',
  ],
  ...['- a\nb: 1', ': a', '{a: 1}: b', 'a: b\n  c: d', '- - - a\n - b', '- '.repeat(600)],
];

describe('plain YAML', () => {
  for (const text of PLAIN) {
    it(`is read as all YAML is: ${JSON.stringify(text)}`, () => assert.ok(assertSame(text)));
  }

  for (const text of OTHER) {
    it(`is not ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.equal(readPlainYaml(new WholeText(text)), undefined);
    });
  }

  it('is what programs write', () => {
    for (const language of ['JSONPath', 'JSONata'] as const) {
      assert.ok(assertSame(stringify(syntheticMachine(100, language))));
    }
  });

  it('is read as all YAML is wherever it is in the middle of a change', () => {
    const yaml = samples().filter(({ path }) => /\.ya?ml$/.test(path));
    const random = new SeededRandom(11);
    let plain = 0;
    for (const { text } of yaml) if (text.length < 20_000 && assertSame(text)) plain++;
    assert.ok(plain > yaml.length / 3, `${plain} of ${yaml.length} are plain`);
    for (let round = 0; round < 1500; round++) {
      assertSame(mutate(random, random.pick(yaml).text.slice(0, 3000), random.pick(yaml).text));
    }
  });
});
