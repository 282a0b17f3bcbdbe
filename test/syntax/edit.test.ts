import assert from 'node:assert/strict';
import { applyEdits, TreeEditor, type PlainValue, type TextEdit } from '../../src/syntax/edit';
import { JoinedText } from '../../src/syntax/joined';
import { parseJson } from '../../src/syntax/json';
import { get, property, toValue } from '../../src/syntax/navigate';
import type { ArrayNode, ObjectNode, Property, Tree, TreeNode } from '../../src/syntax/tree';
import { parseYaml } from '../../src/syntax/yaml';

/** One state in every style that people write; comments say what has to survive. */
const STYLES: Readonly<Record<string, string>> = {
  'JSON on one line':
    '{"A":{"Type":"Task","Retry":[{"MaxAttempts":1}],"Tags":["x","y"],"Empty":{},"None":[]}}',
  'JSON with blanks':
    '{ "A": { "Type": "Task", "Retry": [{ "MaxAttempts": 1 }], "Tags": ["x", "y"], "Empty": {}, "None": [] } }',
  'JSON over several lines': JSON.stringify(
    {
      A: { Type: 'Task', Retry: [{ MaxAttempts: 1 }], Tags: ['x', 'y'], Empty: {}, None: [] },
    },
    null,
    2,
  ),
  'JSON with tabs and CRLF': JSON.stringify(
    {
      A: { Type: 'Task', Retry: [{ MaxAttempts: 1 }], Tags: ['x', 'y'], Empty: {}, None: [] },
    },
    null,
    '\t',
  ).replaceAll('\n', '\r\n'),
  'YAML in blocks': `# the machine
A: # a state
  Type: Task # does work
  # before the retry
  Retry:
    # first retrier
    - MaxAttempts: 1 # once
  Tags:
    - x # one
    - y
  Empty: {}
  None: [] # nothing
# the end
`,
  'YAML with lists at the column of their key': `A:
  Type: Task
  Retry:
  - MaxAttempts: 1
  Tags:
  - x
  # between
  - y
  Empty: {}
  None: []`,
  'YAML with a wide step and quotes': `A:
    "Type": "Task"
    'Retry':
        -   MaxAttempts: 1
    Tags:
        - 'x'
        - "y"
    Empty: { }
    None: [ ]
`,
  'YAML in brackets':
    'A: { Type: Task, Retry: [{ MaxAttempts: 1 }], Tags: [x, y], Empty: {}, None: [] } # all\n',
  'YAML in brackets over several lines': `A: {
    Type: Task, # does work
    Retry: [
      { MaxAttempts: 1 }
    ],
    Tags: [x, y],
    Empty: {},
    None: [],
  }
`,
  'YAML with CRLF':
    'A:\r\n  Type: Task # does work\r\n  Retry:\r\n    - MaxAttempts: 1\r\n  Tags:\r\n    - x\r\n    - y\r\n  Empty: {}\r\n  None: []\r\n',
  'YAML that is a list in a list': `A:
  Type: Task
  Retry: [{ MaxAttempts: 1 }]
  Tags:
    - x
    - y
  Empty: {}
  None: []
`,
};

const VALUES: readonly PlainValue[] = [
  'plain',
  'with: colon',
  '# no comment',
  '',
  'true',
  '12',
  '.5',
  "it's",
  '{% $states.input %}',
  '$.a',
  'two\nlines',
  'ünï 😀',
  0,
  -1.5,
  true,
  null,
  [],
  {},
  ['a', 1, null],
  ['States.ALL'],
  { a: 1, 'b c': 'x: y' },
  { 'day.$': '$.day', nested: { list: [{ a: 1 }, { b: [1, 2] }], text: 'two\nlines\n' } },
  [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
  [['a'], [{ b: 1 }]],
];

interface Change {
  readonly name: string;
  edit(editor: TreeEditor, state: ObjectNode): TextEdit | undefined;
  /** The same change of the plain value. */
  expected(state: Record<string, unknown>): unknown;
}

function entry(node: TreeNode | undefined, key: string): Property {
  const found = property(node, key);
  assert.ok(found, `"${key}" is there`);
  return found;
}

function value(node: TreeNode | undefined, key: string): TreeNode {
  const found = get(node, key);
  assert.ok(found, `"${key}" has a value`);
  return found;
}

const list = (state: ObjectNode, key: string): ArrayNode => value(state, key) as ArrayNode;

function changesWith(plain: PlainValue): Change[] {
  return [
    ...['Type', 'Retry', 'Tags', 'Empty', 'None'].map((key) => ({
      name: `replace ${key}`,
      edit: (editor: TreeEditor, state: ObjectNode) => editor.replace(value(state, key), plain),
      expected: (state: Record<string, unknown>) => ({ ...state, [key]: plain }),
    })),
    ...[undefined, 'Type', 'Retry', 'Tags', 'None'].map((after) => ({
      name: `add behind ${after ?? 'everything'}`,
      edit: (editor: TreeEditor, state: ObjectNode) =>
        editor.add(state, 'New key', plain, after === undefined ? undefined : entry(state, after)),
      expected: (state: Record<string, unknown>) => ({ ...state, 'New key': plain }),
    })),
    {
      name: 'add to what is empty',
      edit: (editor, state) => editor.add(value(state, 'Empty') as ObjectNode, 'New', plain),
      expected: (state) => ({ ...state, Empty: { New: plain } }),
    },
    {
      name: 'add to an item',
      edit: (editor, state) => editor.add(list(state, 'Retry').items[0] as ObjectNode, 'New', plain),
      expected: (state) => ({ ...state, Retry: [{ MaxAttempts: 1, New: plain }] }),
    },
    {
      name: 'replace an item',
      edit: (editor, state) => editor.replace(list(state, 'Tags').items[0], plain),
      expected: (state) => ({ ...state, Tags: [plain, 'y'] }),
    },
    ...[
      ['Tags', undefined, [plain]],
      ['Tags', 0, [plain]],
      ['Tags', 1, [plain]],
      ['Retry', undefined, [plain]],
      ['Retry', 0, [plain]],
      ['None', undefined, [plain]],
    ].map(([key, index]) => ({
      name: `insert into ${String(key)} at ${String(index ?? 'the end')}`,
      edit: (editor: TreeEditor, state: ObjectNode) =>
        editor.insert(list(state, key as string), plain, index as number | undefined),
      expected: (state: Record<string, unknown>) => {
        const items = [...(state[key as string] as unknown[])];
        items.splice((index as number | undefined) ?? items.length, 0, plain);
        return { ...state, [key as string]: items };
      },
    })),
  ];
}

const CHANGES: readonly Change[] = [
  ...['Type', 'Retry', 'Tags', 'Empty', 'None'].flatMap((key): Change[] => [
    {
      name: `rename ${key}`,
      edit: (editor, state) => editor.rename(entry(state, key), 'Other: name'),
      expected: (state) =>
        Object.fromEntries(
          Object.entries(state).map(([name, item]) => [name === key ? 'Other: name' : name, item]),
        ),
    },
    {
      name: `remove ${key}`,
      edit: (editor, state) => editor.remove(entry(state, key)),
      expected: (state) => Object.fromEntries(Object.entries(state).filter(([name]) => name !== key)),
    },
  ]),
  {
    name: 'remove the only member of an item',
    edit: (editor, state) => editor.remove(entry(list(state, 'Retry').items[0], 'MaxAttempts')),
    expected: (state) => ({ ...state, Retry: [{}] }),
  },
];

/** Every change with some values and every value in some changes; all of all takes too long. */
const SPREAD = VALUES.flatMap((plain, index) =>
  changesWith(plain).filter((_, nth) => (nth + index) % 3 === 0),
);

function parse(text: string): Tree {
  return /^\s*\{/.test(text) ? parseJson(text) : parseYaml(text);
}

function assertChanged(text: string, change: Change, isIn = parse): void {
  const tree = isIn(text);
  assert.deepEqual(tree.problems, [], text);
  const state = value(tree.root, 'A') as ObjectNode;
  const edit = change.edit(new TreeEditor(tree), state);
  assert.ok(edit, 'the text can be written back');
  const after = applyEdits(text, [edit]);
  const again = isIn(after);
  assert.deepEqual(again.problems, [], after);
  const before = toValue(state) as Record<string, unknown>;
  assert.deepEqual(toValue(get(again.root, 'A')), change.expected(before), after);
  // Comments in what was taken out or replaced go with it; all others stay.
  const { start, end } = edit.span;
  const kept = tree.comments.filter(({ span }) => span.end <= start || span.start >= end);
  for (const { text: comment } of kept) {
    assert.ok(
      again.comments.some((each) => each.text === comment),
      `"${comment}" is gone:\n${after}`,
    );
  }
  if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/, 'line breaks stay as they are');
}

function assertAll(text: string, changes: readonly Change[], isIn = parse): void {
  for (const change of changes) {
    try {
      assertChanged(text, change, isIn);
    } catch (error) {
      throw new Error(`${change.name}: ${(error as Error).message}`, { cause: error });
    }
  }
}

describe('a tree is changed in the style of its text', () => {
  for (const [style, text] of Object.entries(STYLES)) {
    it(style, () => {
      assertAll(text, [...CHANGES, ...SPREAD]);
    });

    it(`${style}, inside of a block of YAML`, () => {
      const block = `Outer:\n  Body: |\n${text.replaceAll('\r\n', '\n').replace(/^(?=.)/gm, '      ')}\n  Next: 1\n`;
      const inner = (host: string): Tree => {
        const body = value(get(parseYaml(host).root, 'Outer'), 'Body');
        assert.ok(body.kind === 'string');
        return /^\s*\{/.test(body.value) ? parseJson(body.mapped) : parseYaml(body.mapped);
      };
      assertAll(block, [...CHANGES, ...VALUES.slice(-4).flatMap(changesWith)], inner);
    });

    it(`${style}, inside of a JSON string`, () => {
      const host = JSON.stringify({ before: '\n"', Body: text, after: 1 });
      const inner = (outer: string): Tree => {
        const body = value(parseJson(outer).root, 'Body');
        assert.ok(body.kind === 'string');
        return parse(body.value).format === 'json' ? parseJson(body.mapped) : parseYaml(body.mapped);
      };
      assertAll(host, [...CHANGES, ...changesWith('x"y'), ...changesWith({ a: ['\\'] })], inner);
    });
  }
});

describe('a member is added to YAML', () => {
  for (const [text, after] of [
    ['a: 1\n!Sub "${X}": 2\n', 'a: 1\n!Sub "${X}": 2\n"b": new\n'],
    ['x:\n  &k y: 2\n', 'x:\n  &k y: 2\nb: new\n'],
    ['a: 1\n: 2\n', 'a: 1\n: 2\nb: new\n'],
    ['a: &x {c: 1}\nd: *x # alias\n', 'a: &x {c: 1}\nd: *x # alias\nb: new\n'],
    ['a: &x {c: 1}\nd: 1\n<<: *x\n', 'a: &x {c: 1}\nd: 1\nb: new\n<<: *x\n'],
    ['a:', 'a:\nb: new'],
    ['{}: 1\na: 2\n', '{}: 1\na: 2\nb: new\n'],
    ['a:\n  b: 1\n :\n  c: 1\n', 'a:\n  b: 1\n :\n  c: 1\nb: new\n'],
    // A lone carriage return is text.
    ['a: x\r', 'a: x\r\nb: new'],
  ] as const) {
    it(`behind ${JSON.stringify(text)}`, () => {
      const tree = parseYaml(text);
      const edit = new TreeEditor(tree).add(tree.root as ObjectNode, 'b', 'new');
      assert.equal(edit && applyEdits(text, [edit]), after);
    });
  }
});

describe('a change of lines that are joined', () => {
  const host = '["{", "  \\"a\\": \\"x\\"", "}"]';
  const lines = parseJson(host).root;
  assert.ok(lines?.kind === 'array');
  const pieces = lines.items.flatMap((item, index) => {
    assert.ok(item.kind === 'string');
    const { start } = item.span;
    return index > 0 ? [{ text: '\n', span: { start, end: start } }, item.mapped] : [item.mapped];
  });
  const tree = parseJson(new JoinedText(pieces));
  const editor = new TreeEditor(tree);

  for (const [title, edit, after] of [
    [
      'replaces the last word of a line and keeps its quote',
      editor.replace(get(tree.root, 'a') as TreeNode, 'y'),
      '["{", "  \\"a\\": \\"y\\"", "}"]',
    ],
    [
      'adds a member behind the last word of a line',
      editor.add(tree.root as ObjectNode, 'b', 1),
      '["{", "  \\"a\\": \\"x\\",\\n  \\"b\\": 1", "}"]',
    ],
  ] as const) {
    it(title, () => assert.equal(edit && applyEdits(host, [edit]), after));
  }
});
