import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { changedTree } from '../../src/syntax/changedTree';
import { parseJson } from '../../src/syntax/json';
import type { Property, Tree, TreeNode } from '../../src/syntax/tree';
import { parseYaml } from '../../src/syntax/yaml';
import { syntheticMachine } from '../bench/syntheticMachine';
import { mutate } from '../fuzz/mutate';
import { samples } from '../fuzz/samples';
import { SeededRandom } from '../support/seededRandom';

/** All that a tree says; that nodes hang where they stand is made sure of. */
function described({ root, problems, comments, source, entangled }: Tree): unknown {
  return { root: root && node(root), problems, comments, entangled, text: source.text };
}

function node(read: TreeNode, parent?: TreeNode['parent']): unknown {
  assert.equal(read.parent, parent);
  const { kind, span } = read;
  switch (read.kind) {
    case 'object':
      return { kind, span, properties: read.properties.map((property) => member(property, read)) };
    case 'array':
      return { kind, span, items: read.items.map((item) => node(item, read)) };
    case 'string': {
      const { value, mapped, dynamic } = read;
      return { kind, span, value, dynamic, text: mapped.text, end: mapped.toHost(value.length) };
    }
    case 'dynamic':
      return { kind, span, names: read.names, tag: read.tag, inner: read.inner && node(read.inner, parent) };
    default:
      return { kind, span, value: read.value, raw: read.raw };
  }
}

function member(property: Property, holder: TreeNode): unknown {
  assert.equal(property.parent, holder);
  const { key, value, span } = property;
  return [span, node(key, property), value && node(value, property)];
}

type Parse = (text: string) => Tree;

/** The tree of a text that an edit made of another, and whether all of it had to be read. */
function edited(tree: Tree, text: string, parse: Parse): { tree: Tree; isWhole: boolean } {
  const whole = parse(text);
  const changed = changedTree(tree, text);
  if (changed) assert.deepEqual(described(changed), described(whole), text);
  return { tree: changed ?? whole, isWhole: !changed };
}

const FORMATS: readonly (readonly [string, Parse, string, RegExp])[] = [
  ['JSON', parseJson, JSON.stringify(syntheticMachine(60, 'JSONPath'), null, 2), /\.json$/],
  ['YAML', parseYaml, stringify(syntheticMachine(60, 'JSONata')), /\.ya?ml$/],
];

/** What is typed, behind which text, and whether what is around it is all that has to be read. */
const TYPED: Readonly<
  Record<string, readonly (readonly [behind: string, typed: string, isLocal: boolean])[]>
> = {
  JSON: [
    ['"Wait",', '\n "Comment": "c",', true],
    ['"Wait",', '\n "Comm', true],
    ['"Wait",', '\n "Comm"', true],
    ['"Wait",', '\n "Comment": ', true],
    ['"Seconds": 30', ', "Comment": { "a": [1, { "b": "', false],
    ['"Seconds": 3', '1', true],
    ['"Seconds": 30,', '\n // c', true],
    ['"Seconds": 30,', '},\n "X": {', true],
    ['"Seconds": 30,', '"X": {', false],
    ['"Seconds": 30,', ' /* c', false],
    ['"StartAt": "', 'X', true],
    ['"States": {', '\n "A": { "Type": "Pass" },', true],
  ],
  YAML: [
    ['Type: Wait\n', '      Comment: c\n', true],
    ['Type: Wait\n', '    Comment: c\n', true],
    ['Type: Wait\n', '    Comm\n', true],
    ['Seconds: 30\n', '    Comm\n', true],
    ['Seconds: 30\n', '  X\n', true],
    ['Seconds: 3', '1', true],
    ['Seconds: 30', ' # c', true],
    ['Seconds: 30\n', '# c\n', true],
    ['Seconds: 30\n', '#c\n', false],
    ['Seconds: 30\n', "    Comment: '\n", false],
    ['Seconds: 30\n', '    Comment: [\n', false],
    ['Seconds: 30\n', '    Comment: &a b\n', false],
    ['Seconds: 30\n', '    Comment: |\n      a\n\n      b\n\n', true],
    ['Seconds: 30\n', '---\n', false],
    ['pipeline failed.\n', '  New\n', true],
    ['pipeline failed.\n', '    Comm', true],
    ['StartAt: ', 'X', true],
    ['States:\n', '  A:\n    Type: Pass\n', false],
  ],
};

describe('tree of a text that has changed', () => {
  for (const [format, parse, text, paths] of FORMATS) {
    for (const [behind, typed, isLocal] of TYPED[format]) {
      it(`${format}, behind ${JSON.stringify(behind)}: ${JSON.stringify(typed)}`, () => {
        const at = text.indexOf(behind) + behind.length;
        const after = text.slice(0, at) + typed + text.slice(at);
        const { tree, isWhole } = edited(parse(text), after, parse);
        assert.equal(isWhole, !isLocal);
        // And what was typed is taken out again.
        edited(tree, text, parse);
      });
    }

    it(`${format}: is that of all of the text, whatever is changed`, () => {
      const texts = [text, ...samples().flatMap((sample) => (paths.test(sample.path) ? sample.text : []))];
      const random = new SeededRandom(17);
      let local = 0;
      for (let round = 0; round < 120; round++) {
        let now = random.pick(texts).slice(0, 6000);
        let tree = parse(now);
        for (let edits = 1 + random.below(6); edits > 0; edits--) {
          now = random.below(3) > 0 ? typedIn(random, now) : mutate(random, now, random.pick(texts));
          const next = edited(tree, now, parse);
          if (!next.isWhole) local++;
          tree = next.tree;
        }
      }
      assert.ok(local > 50, `${local} edits were local`);
    });
  }
});

const PIECES = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  ' ',
  '\n',
  '\n    ',
  'x',
  '- ',
  '#',
  '|',
  '""',
  '${X}',
  '//',
];

function typedIn(random: SeededRandom, text: string): string {
  const at = random.below(text.length + 1);
  const taken = random.below(3) === 0 ? random.below(20) : 0;
  return text.slice(0, at) + (taken > 0 ? '' : random.pick(PIECES)) + text.slice(at + taken);
}
