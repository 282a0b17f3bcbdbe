import assert from 'node:assert/strict';
import { isDefinite, parseJsonPath, referencePathProblems } from '../../src/expressions/jsonPath';
import { expectNone, expectProblems } from './expectProblems';

/** The segments in short: their kind's sign and what they say. */
function short(text: string): string {
  const { path } = parseJsonPath(text);
  if (path === undefined) return 'no path';
  const segments = path.segments.map((segment) => {
    switch (segment.kind) {
      case 'name':
        return `name ${segment.name}`;
      case 'index':
        return `index ${segment.index}`;
      case 'slice':
        return `slice ${segment.from ?? ''}:${segment.to ?? ''}:${segment.step ?? ''}`;
      case 'union':
        return `union ${segment.members.join(' ')}`;
      case 'filter':
        return `filter ${segment.expression}`;
      case 'function':
        return `call ${segment.name}(${segment.argumentText})`;
      default:
        return segment.kind;
    }
  });
  return [path.variable ?? path.root, ...segments].join(', ');
}

describe('JSONPath', () => {
  const SEGMENTS: Readonly<Record<string, string>> = {
    $: 'input',
    $$: 'context',
    '$$.Map.Item.Value': 'context, name Map, name Item, name Value',
    '$order.id': 'order, name id',
    $größe: 'größe',
    '$.a.b[0][-1]': 'input, name a, name b, index 0, index -1',
    "$['my name'].x": 'input, name my name, name x',
    '$["it\'s"]': "input, name it's",
    "$['a\\'b']": "input, name a'b",
    '$.detail-type': 'input, name detail-type',
    '$.store\\.book\\ 1': 'input, name store.book 1',
    '$.Ж中.x': 'input, name Ж中, name x',
    '$.list[1:3]': 'input, name list, slice 1:3:',
    '$.list[:-1]': 'input, name list, slice :-1:',
    '$.list[::2]': 'input, name list, slice ::2',
    '$.list[0, 2]': 'input, name list, union 0 2',
    "$.[*].['a', 'b']": 'input, wildcard, union a b',
    '$.*[ * ]': 'input, wildcard, wildcard',
    '$.list.[*]*': 'input, name list, wildcard, wildcard',
    "$.a[0]b['c']d.*e": 'input, name a, index 0, name b, name c, name d, wildcard, name e',
    '$..price': 'input, descendant, name price',
    '$..[0]': 'input, descendant, index 0',
    "$.list[?(@.name == ')]')].id": "input, name list, filter @.name == ')]', name id",
    '$.list.length()': 'input, name list, call length()',
    '$.a.concat($.b, ")")': 'input, name a, call concat($.b, ")")',
    '$.${Attribute}.S': 'input, name ${Attribute}, name S',
    '$.a[${Index}]': 'input, name a, name ${Index}',
    '$.a ': 'input, name a',
    '${Path}': 'no path',
    '$${Path}': 'no path',
    '$$${Path}.Id': 'no path',
    '$order${Path}': 'no path',
    '$.a[0]${Path}': 'no path',
    '$.a.b[': 'input, name a, name b',
  };
  for (const [text, expected] of Object.entries(SEGMENTS)) {
    it(`${text} is ${expected}`, () => assert.equal(short(text), expected));
  }

  describe('problems', () => {
    expectProblems(
      {
        '«foo»': 'does not start with "$"',
        '« $.a»': 'does not start with "$"',
        '«@.a»': 'does not start with "$"',
        '$.a[0]«(»': 'comes "." or "["',
        '$.a[0]« »b': 'comes "." or "["',
        '$«.»': 'ends with a dot',
        '$.a«.»': 'ends with a dot',
        '$.a«..»': 'ends with a dot',
        '$..«.»a': 'Three dots',
        '$a«-»b': 'comes "." or "["',
        '$$«a»': 'comes "." or "["',
        '$«.my name».x': '"my name" has a space in it',
        '$.a«[»': 'not closed',
        '$.a«[»0': 'not closed',
        "$.a[«'b].c»": 'not closed',
        '$.a[«b»]': '"b" in brackets',
        '$.a[«(@.length-1)»]': 'in brackets',
        '$.a«[]»': 'empty',
        '$.a[?«(»@.b]': 'parenthesis of the filter',
        '$.a«[?()]»': 'filter is empty',
        '$.a.length«(»': 'parenthesis after "length"',
      },
      (text) => parseJsonPath(text).problems,
    );
    it('the empty text', () => assert.equal(parseJsonPath('').problems.length, 1));
    expectNone(
      ['${Path}', '$${Path}', '$$${Path}', '$.a[0]${Path}', '$.${Name}', '$.a[?(@.state==Open && @.n > 1)]'],
      (text) => parseJsonPath(text).problems,
    );
    it('a space is taken into brackets', () => {
      const [{ start, end, suggestion }] = parseJsonPath('$.my name.x').problems;
      assert.equal('$.my name.x'.slice(0, start) + suggestion + '$.my name.x'.slice(end), "$['my name'].x");
    });
  });

  it('knows where each segment stands', () => {
    const text = "$.orders[0]['the id'].*";
    const { path } = parseJsonPath(text);
    assert.deepEqual(
      path?.segments.map(({ start, end }) => text.slice(start, end)),
      ['.orders', '[0]', "['the id']", '.*'],
    );
    const names = path?.segments.flatMap((each) =>
      each.kind === 'name' ? [text.slice(each.nameStart, each.nameEnd)] : [],
    );
    assert.deepEqual(names, ['orders', 'the id']);
  });

  describe('reference paths', () => {
    expectProblems(
      {
        '$.a«[*]»': 'wildcard',
        '$.a«.*»': 'wildcard',
        '$«..»a': 'every depth',
        '$.a«[1:]»': 'slice',
        '$.a«[0,1]»': 'several members',
        '$.a«[?(@.b)]»': 'filter',
        '$.a«.length()»': 'calls no functions',
        '$.a«*»': '"*" is an operator',
        '$.«@»type': '"@" is an operator',
      },
      (text) => {
        const { path } = parseJsonPath(text);
        return path === undefined ? [] : referencePathProblems(path);
      },
    );
    for (const text of ['$', '$$.Execution.Id', '$x.y', "$.a[0]['b*']", '$.detail-type', '$.a\\@b']) {
      it(`${text} is one`, () => {
        const { path } = parseJsonPath(text);
        assert.ok(path && isDefinite(path));
      });
    }
    it('an indefinite path is none', () => {
      const { path } = parseJsonPath('$.a[*].b');
      assert.ok(path && !isDefinite(path));
    });
  });
});
