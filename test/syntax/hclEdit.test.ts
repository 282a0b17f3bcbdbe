import assert from 'node:assert/strict';
import { applyEdits, TreeEditor, type TextEdit } from '../../src/syntax/edit';
import { parseHcl } from '../../src/syntax/hcl';
import { get, property } from '../../src/syntax/navigate';
import type { ObjectNode, Tree } from '../../src/syntax/tree';
import { readyHcl } from '../support/hcl';

/** A value of `locals { x = … }`, a change of it, and what it becomes. */
interface Case {
  readonly title: string;
  readonly before: string;
  readonly change: (editor: TreeEditor, x: ObjectNode) => TextEdit | undefined;
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    title: 'adds a member on a line of its own',
    before: '{\n    A = 1\n    B = 2\n  }',
    change: (editor, x) => editor.add(x, 'C', { D: true, 'e f': ['${g}'] }),
    after: '{\n    A = 1\n    B = 2\n    C = {\n      D = true\n      "e f" = ["$${g}"]\n    }\n  }',
  },
  {
    title: 'adds a member behind a comma where commas are',
    before: '{\n    "A" : 1,\n    "B" : 2,\n  }',
    change: (editor, x) => editor.add(x, 'C', 'c'),
    after: '{\n    "A" : 1,\n    "B" : 2,\n    "C": "c",\n  }',
  },
  {
    title: 'adds a member on one line, behind another one',
    before: '{ A = 1, B = 2 }',
    change: (editor, x) => editor.add(x, 'C', [{ D: 1 }], property(x, 'A')),
    after: '{ A = 1, C = [{ D = 1 }], B = 2 }',
  },
  {
    title: 'adds the first member',
    before: '{}',
    change: (editor, x) => editor.add(x, 'A', 1),
    after: '{ A = 1 }',
  },
  {
    title: 'adds the first member over several lines',
    before: '{\n  }',
    change: (editor, x) => editor.add(x, 'A', null),
    after: '{\n    A = null\n  }',
  },
  {
    title: 'replaces a value',
    before: '{ A = var.x, B = 2 }',
    change: (editor, x) => editor.replace(get(x, 'A') ?? x, 'text'),
    after: '{ A = "text", B = 2 }',
  },
  {
    title: 'gives a member another name',
    before: '{\n    A = 1\n  }',
    change: (editor, x) => editor.rename(x.properties[0], 'B.$'),
    after: '{\n    "B.$" = 1\n  }',
  },
  {
    title: 'removes a member',
    before: '{\n    A = 1\n    B = 2\n    C = 3\n  }',
    change: (editor, x) => editor.remove(x.properties[1]),
    after: '{\n    A = 1\n    C = 3\n  }',
  },
  {
    title: 'removes a member and leaves the comment of the next one',
    before: '{\n    A = 1\n    B = 2 # of B\n    # of C\n    C = 3\n  }',
    change: (editor, x) => editor.remove(x.properties[1]),
    after: '{\n    A = 1\n    # of C\n    C = 3\n  }',
  },
  {
    title: 'removes one of the members with its comma and leaves the comment of the next one',
    before: '{\n    A = 1,\n    B = 2,\n    # of C\n    C = 3,\n  }',
    change: (editor, x) => editor.removeAll([x.properties[1]])?.at(-1),
    after: '{\n    A = 1,\n    # of C\n    C = 3,\n  }',
  },
  {
    title: 'removes the last member',
    before: '{ A = 1, B = 2 }',
    change: (editor, x) => editor.remove(x.properties[1]),
    after: '{ A = 1 }',
  },
  {
    title: 'adds an item',
    before: '{ A = ["a"] }',
    change: (editor, x) => insertInto(editor, x, 'b'),
    after: '{ A = ["a", "b"] }',
  },
  {
    title: 'adds an item on a line of its own',
    before: '{\n    A = [\n      { B = 1 }\n    ]\n  }',
    change: (editor, x) => insertInto(editor, x, { B: 2 }),
    after: '{\n    A = [\n      { B = 1 },\n      {\n        B = 2\n      }\n    ]\n  }',
  },
];

function insertInto(editor: TreeEditor, x: ObjectNode, value: string | { B: number }): TextEdit | undefined {
  const list = get(x, 'A');
  return list?.kind === 'array' ? editor.insert(list, value) : undefined;
}

function read(text: string): { tree: Tree; x: ObjectNode } {
  const tree = parseHcl(text);
  const x = get(get(tree?.root, 'locals'), 'x');
  assert.ok(tree && x?.kind === 'object');
  return { tree, x };
}

describe('changes of Terraform', () => {
  before(readyHcl);

  for (const { title, before, change, after } of CASES) {
    it(title, () => {
      const text = `locals {\n  x = ${before}\n}\n`;
      const { tree, x } = read(text);
      const edit = change(new TreeEditor(tree), x);
      assert.ok(edit);
      const changed = applyEdits(text, [edit]);
      assert.equal(changed, `locals {\n  x = ${after}\n}\n`);
      assert.deepEqual(read(changed).tree.problems, []);
    });
  }
});
