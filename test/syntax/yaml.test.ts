import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { toValue } from '../../src/syntax/navigate';
import { parseYaml } from '../../src/syntax/yaml';
import { nodesOf } from '../support/nodes';
import { readMarks, writeMarks } from '../support/marks';

/** Texts without a mistake, and what they say. */
const READ: Readonly<Record<string, readonly (readonly [text: string, value: unknown])[]>> = {
  scalars: [
    ['a: 1\nb: -2.5\nc: 1e3\nd: 0x1F', { a: 1, b: -2.5, c: 1000, d: 31 }],
    ['a: true\nb: false\nc: null\nd: ~', { a: true, b: false, c: null, d: null }],
    ['a: yes\nb: no\nc: on', { a: 'yes', b: 'no', c: 'on' }],
    ['a: 2024-01-01T00:00:00Z\nb: 12:30', { a: '2024-01-01T00:00:00Z', b: '12:30' }],
    ['"a\\u0041": \'it\'\'s\'\nb: "\\x41\\t\\\n  z"', { aA: "it's", b: 'A\tz' }],
    ['a: two\n  lines\nb: "two\n  lines"\nc: \'a\n\n  b\'', { a: 'two lines', b: 'two lines', c: 'a\nb' }],
    ['1: a\ntrue: b\nnull: c', { '1': 'a', true: 'b', null: 'c' }],
    ['a: 😀 # c\n😀: "\\U0001F600"', { a: '😀', '😀': '😀' }],
    ['a:\nb: ', { a: null, b: null }],
    ['', null],
    ['# only a comment\n', null],
  ],
  blocks: [
    ['a: |\n  x\n   y\n\n  z\nb: 1', { a: 'x\n y\n\nz\n', b: 1 }],
    ['a: |-\n  x\n\n\nb: 1', { a: 'x', b: 1 }],
    ['a: |+\n  x\n\n\nb: 1', { a: 'x\n\n\n', b: 1 }],
    ['a: |2-\n    x\n   y\n', { a: '  x\n y' }],
    ['a:\n - |1\n   x\n', { a: [' x\n'] }],
    ['a: >\n  x\n  y\n\n  z\n    w\n  v\n', { a: 'x y\nz\n  w\nv\n' }],
    ['a: >-\n  {% $x\n  + 1 %}\n', { a: '{% $x + 1 %}' }],
    ['a: |\n\n  x\n', { a: '\nx\n' }],
    ['a: |\nb: 1', { a: '', b: 1 }],
    ['a: | # so\n  # text\n  x', { a: '# text\nx\n' }],
    ['a: |\n  x', { a: 'x\n' }],
  ],
  collections: [
    ['- a\n- - b\n  - c\n- d: 1\n  e: 2', ['a', ['b', 'c'], { d: 1, e: 2 }]],
    ['a: {b: [1, {c: d}], "e": f}', { a: { b: [1, { c: 'd' }], e: 'f' } }],
    ['a: {\n  b: 1,\n  # in\n  c: [\n    2,\n  ],\n}', { a: { b: 1, c: [2] } }],
    ['{"a": 1,\n"b": [\n2]}', { a: 1, b: [2] }],
    ['a:\n- 1\n- 2\nb: 3', { a: [1, 2], b: 3 }],
    ['? a\n: 1\n? [b]\n: 2', { a: 1, '[b]': 2 }],
  ],
  'brackets that close below their block': [
    ['A: {\n  "b": 1\n}\nC: 2', { A: { b: 1 }, C: 2 }],
    ['X:\n  A: {\n    "b": 1\n  }\n  C: 2', { X: { A: { b: 1 }, C: 2 } }],
    ['X:\n  A: {\n"b": [1,\n2], # c\n"d": "}"\n}\n  C: 2\n', { X: { A: { b: [1, 2], d: '}' }, C: 2 } }],
    [
      'X:\n  - A: [\n  1\n]\n    B: {\n "c": 1 }\n  - 2\nD: [\n3\n]\n',
      { X: [{ A: [1], B: { c: 1 } }, 2], D: [3] },
    ],
  ],
  'line breaks and marks': [
    ['\uFEFFa: 1', { a: 1 }],
    ['a: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n    z\r\n', { a: 1, b: ['x', 'y\nz\n'] }],
    ['a:\t1\t# c\nb: "x\ty"', { a: 1, b: 'x\ty' }],
    ['%YAML 1.2\n---\na: 1\n...\n', { a: 1 }],
    ['# first\n---\na: 1\n---\nb: 2\n', { a: 1 }],
    ['--- {a: 1}\n--- broken: [\n', { a: 1 }],
  ],
  'anchors and aliases': [
    ['a: &x {b: 1}\nc: *x\nd: [*x, *x]', { a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }, { b: 1 }] }],
    ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
    ['&k a: 1\nb: *k', { a: 1, b: 'a' }],
    ['a: &k x\n*k : 1', { a: 'x', x: 1 }],
    ['a: &d {x: 1, y: 2}\nb:\n  <<: *d\n  y: 3', { a: { x: 1, y: 2 }, b: { x: 1, y: 3 } }],
    ['a: &d {x: 1, y: 2}\nb:\n  y: 3\n  <<: *d', { a: { x: 1, y: 2 }, b: { y: 3, x: 1 } }],
    [
      'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}',
      { a: { x: 1 }, b: { x: 2, y: 2 }, c: { x: 1, y: 2 } },
    ],
    ['a: {"<<": 1}', { a: { '<<': 1 } }],
  ],
};

/** Texts with a mistake, marked, what is read of them all the same, and what is said. */
const MISTAKEN: readonly (readonly [marked: string, value: unknown, ...messages: string[]])[] = [
  ['Type: Pass\n«Ne»', { Type: 'Pass', Ne: null }, 'A colon belongs behind this name.'],
  [
    'a:\n  «Ne»\n  End: true\nb: 1',
    { a: { Ne: null, End: true }, b: 1 },
    'A colon belongs behind this name.',
  ],
  [
    '«Ne»\n«Ty»\nEnd: true',
    { Ne: null, Ty: null, End: true },
    'A colon belongs behind this name.',
    'A colon belongs behind this name.',
  ],
  ['a: "Sa«d»', { a: 'Sa' }, 'The closing quote is missing.'],
  ['a: [1, «2»', { a: [1, 2] }, 'The closing "]" is missing.'],
  ['a: {b: «1»', { a: { b: 1 } }, 'The closing "}" is missing.'],
  ['a: «b»: c', { a: { b: 'c' } }, 'A text with a colon and a blank in it has to stand in quotes.'],
  ['a: «%»x', { a: '%x' }, 'A text that starts with "%" has to stand in quotes.'],
  ['a: «`»x`', { a: '`x`' }, 'A text that starts with "`" has to stand in quotes.'],
  ['a: "x«\\»q"', { a: 'x\\q' }, 'YAML does not know the escape "\\q".'],
  ['a:\n«\t»b: 1', { a: null, b: 1 }, 'Tabs are not allowed as indentation.'],
  ['a: «*x»\nb: &x 1', { a: null, b: 1 }, 'No anchor "x" stands before this alias.'],
  ['a: &x [«*x»]', { a: [null] }, 'The alias "x" stands in its own anchor.'],
  [
    'a: &x {b: &y [«*x»]}\nc: *y',
    { a: { b: [null] }, c: [{ b: [null] }] },
    'The alias "x" stands in its own anchor.',
  ],
];

describe('YAML', () => {
  for (const [name, texts] of Object.entries(READ)) {
    it(`reads ${name}`, () => {
      for (const [text, value] of texts) {
        const tree = parseYaml(text);
        assert.deepEqual(tree.problems, [], text);
        assert.deepEqual(toValue(tree.root), value, text);
      }
    });
  }

  for (const [marked, value, ...messages] of MISTAKEN) {
    it(`is read as far as it is typed: ${marked}`, () => {
      const { text, spans } = readMarks(marked);
      const tree = parseYaml(text);
      const found = tree.problems.map(({ span }) => span);
      assert.equal(writeMarks(text, found), writeMarks(text, spans));
      assert.deepEqual(
        tree.problems.map(({ message }) => message),
        messages,
      );
      assert.deepEqual(toValue(tree.root), value);
    });
  }

  it('knows the short forms of CloudFormation', () => {
    const { root, problems } = parseYaml(
      'a: !Ref X\nb: !Sub "x ${Y}"\nc: !GetAtt A.Arn\nd: !If [Live, {e: 1}, !Ref Z]\nf: !Sub\n  - x\n  - {}\ng: !Sub |\n  z\n',
    );
    assert.deepEqual(problems, []);
    assert.ok(root?.kind === 'object');
    const seen = root.properties.map(({ name, value }) => [
      name,
      value?.kind,
      value && 'tag' in value ? value.tag : undefined,
      value?.kind === 'dynamic' ? toValue(value.inner) : toValue(value),
    ]);
    assert.deepEqual(seen, [
      ['a', 'dynamic', 'Ref', 'X'],
      ['b', 'string', 'Sub', 'x ${Y}'],
      ['c', 'dynamic', 'GetAtt', 'A.Arn'],
      ['d', 'dynamic', 'If', ['Live', { e: 1 }, null]],
      ['f', 'dynamic', 'Sub', ['x', {}]],
      ['g', 'string', 'Sub', 'z\n'],
    ]);
  });

  it('says where every node stands', () => {
    for (const marked of [
      '««a»: «[«1», «two»]» # c\n«b»:\n  «- «x» # d\n  - «|\n    t»»»\n\n# e\n',
      "# c\n««k»:\r\n  ««b»: «'x'»»\r\n«c»: «>-\r\n  y\r\n  z»»\r\n\r\n",
      '««k»: «{ «b»: «"x"» }»»\n',
      '«- «- «a»\n  - ««b»: «1»»»»\n',
    ]) {
      const { text, spans } = readMarks(marked);
      const found = nodesOf(parseYaml(text)).map(({ span }) => span);
      assert.equal(writeMarks(text, found), writeMarks(text, spans));
    }
  });

  it('spans a property to the end of what is written, also through an alias', () => {
    for (const marked of [
      'x: &x 1\nm:\n  «a: *x» # c\n  b: 2',
      'm:\n  «a:»\n  b: 2',
      'm:\n  «a: |\n    x»\n\n  b: 2',
      'm:\n  «a:\n    - x» # c\n  b: 2',
      'm: { «a: [1]», b: 2 }',
      'm:\n  «a»\n  b: 2',
    ]) {
      const { text, spans } = readMarks(marked);
      const { root } = parseYaml(text);
      assert.ok(root?.kind === 'object');
      const map = root.properties.find(({ name }) => name === 'm')?.value;
      assert.ok(map?.kind === 'object');
      assert.deepEqual(map.properties[0].span, spans[0], marked);
    }
  });

  it('finds comments, and no comment in a value', () => {
    const marked = `«# head»
a: 1 «# one»
b: 'x # no' «# two»
c: "x # no" «#three»
d: x#no «# four»
e: | «# five»
  # no
  x # no
f: >- «# six»
  # no
«# seven»
g: [1, «# eight»
  2]
«## nine»
`;
    for (const lineBreak of ['\n', '\r\n']) {
      const { text, spans } = readMarks(marked.replaceAll('\n', lineBreak));
      const { comments, problems } = parseYaml(text);
      assert.deepEqual(problems, []);
      assert.equal(
        writeMarks(
          text,
          comments.map(({ span }) => span),
        ),
        writeMarks(text, spans),
      );
      assert.deepEqual(
        comments.map((comment) => comment.text),
        ['head', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
      );
    }
  });

  it('finds the comments of text with a mistake', () => {
    const { comments } = parseYaml('# one\na: [1 # two\nb: 2 # three\n');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['one', 'two', 'three'],
    );
  });

  it('ends what grows without end', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, level) =>
        `a${level}: &a${level} [${Array(9)
          .fill(level ? `*a${level - 1}` : 'x')
          .join(', ')}]`,
    ).join('\n');
    const merges = Array.from(
      { length: 30 },
      (_, level) =>
        `a${level}: &a${level} {${level ? `<<: *a${level - 1}, x${level}: *a${level - 1}, y${level}: *a${level - 1}` : 'x: 1'}}`,
    ).join('\n');
    for (const text of [bomb, merges, bomb.replaceAll('x', '[]').replaceAll('&[]', '&x')]) {
      const tree = parseYaml(text);
      assert.ok(nodesOf(tree).length < 1_500_000);
      assert.equal(tree.problems.length, 1, text);
      assert.match(tree.problems[0].message, /more values/);
    }
  });

  it('refuses to follow 10,000 levels', () => {
    for (const text of [
      '['.repeat(10_000),
      '- '.repeat(10_000),
      `${'['.repeat(501)}${']'.repeat(501)}`,
      Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    ]) {
      const { root, problems } = parseYaml(text);
      assert.equal(root, undefined);
      assert.equal(problems[0].message, 'The text is nested more than 500 levels deep.');
    }
  });

  it('reads what the package reads, where there is nothing to add', () => {
    for (const texts of [READ.scalars, READ.blocks, READ.collections])
      for (const [text] of texts.filter(([each]) => !/\? \[|null:/.test(each))) {
        assert.deepEqual(toValue(parseYaml(text).root), parse(text) ?? null, text);
      }
  });
});
