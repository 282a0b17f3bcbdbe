import assert from 'node:assert/strict';
import { parseJson } from '../../src/syntax/json';
import { hasPlaceholder, maskPlaceholders, placeholderNames } from '../../src/syntax/placeholders';
import { parseYaml } from '../../src/syntax/yaml';
import { nodesOf } from '../support/nodes';
import { readMarks, writeMarks } from '../support/marks';

describe('placeholders', () => {
  for (const [text, names] of [
    ['${Table}', ['Table']],
    ['arn:${AWS::Partition}:s3:::${Bucket.Name}/*', ['AWS::Partition', 'Bucket.Name']],
    ['${ spaced }', ['spaced']],
    ['${upper(name)}', ['upper']],
    ['${!Literal}', ['Literal']],
    ['$${Escaped}', []],
    ['$.a', []],
    ['${', []],
    ['${}', []],
    ['${1}', []],
    ['{${a}}', ['a']],
  ] as const) {
    it(`in ${text} are ${names.join(', ') || 'none'}`, () => {
      assert.deepEqual(placeholderNames(text), names);
      assert.equal(hasPlaceholder(text), names.length > 0);
    });
  }

  it('are also what CloudFormation looks up when it deploys', () => {
    assert.equal(hasPlaceholder('{{resolve:ssm:/orders/function}}'), true);
    assert.equal(hasPlaceholder('{{name}}'), false);
  });

  it('take no time that grows with the square of a text', () => {
    const text = `\${${'a'.repeat(500_000)}`;
    assert.equal(hasPlaceholder(text), false);
    assert.deepEqual(maskPlaceholders(text).text, text);
  });

  for (const marked of [
    '{ "a": «${X}» }',
    '{ "a": «${X}», "b": [«${Y}», 1, «${Z.Arn}»] }',
    '{ "a": 1, ${Member} }',
    '{ ${Member}, "a": 1 }',
    '{ ${Member} "a": 1 }',
    '{ "a": 1 ${CommaAndMember} }',
    '{ "a": { ${Members} }, ${More} }',
    '«${All}»',
    '{ "a": «${jsonencode({ a = { b = 1 } })}», "b": «${join(",", [x])}» }',
    '[«${A}»«${B}»]',
  ]) {
    it(`outside of strings are values that nobody knows: ${marked}`, () => {
      const { text, spans } = readMarks(marked);
      const tree = parseJson(text);
      assert.deepEqual(tree.problems, []);
      const found = nodesOf(tree).flatMap((node) => (node.kind === 'dynamic' ? [node.span] : []));
      assert.equal(writeMarks(text, found), writeMarks(text, spans));
    });
  }

  it('that are half typed are mistakes', () => {
    for (const text of ['{ "a": ${X\n}', '{ "a": ${', '{ "a": $ }']) {
      assert.equal(parseJson(text).problems.length > 0, true, text);
    }
  });

  it('in strings leave them strings whose value is only partly known', () => {
    for (const parse of [parseJson, parseYaml]) {
      const tree = parse('{ "a": "x ${Y} z", "${K}": "$${no}", "b": "plain" }');
      assert.deepEqual(tree.problems, []);
      assert.deepEqual(
        nodesOf(tree).flatMap((node) =>
          node.kind === 'string' ? [[node.value, node.dynamic ?? false]] : [],
        ),
        [
          ['a', false],
          ['x ${Y} z', true],
          ['${K}', true],
          ['$${no}', false],
          ['b', false],
          ['plain', false],
        ],
      );
    }
  });
});
