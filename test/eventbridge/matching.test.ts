import assert from 'node:assert/strict';
import { EventError } from '../../src/model/eventPattern/eventValue';
import { compileEventPattern, type PatternMatcher } from '../../src/model/eventPattern/matcher';
import { readEventPattern } from '../../src/model/eventPattern/readPattern';
import { parseJson } from '../../src/syntax/json';
import { parseYaml } from '../../src/syntax/yaml';

function compile(pattern: string): PatternMatcher {
  const read = readEventPattern(parseJson(pattern));
  assert.deepEqual(
    read.problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  return compileEventPattern(read);
}

/** A list of values, the JSON values of a field that pass, and those that do not. */
const VALUES: [string, string[], string[]][] = [
  [
    '["FAILED"]',
    ['"FAILED"', '["DONE","FAILED"]', '[["FAILED"]]'],
    ['"failed"', '"FAILED "', '[]', '{}', 'null'],
  ],
  ['[""]', ['""'], ['" "', 'null', '[]']],
  ['[null]', ['null', '[null]'], ['"null"', '""', '0', '[]', '{}']],
  ['[true]', ['true', '[false,true]'], ['"true"', '1', 'false']],
  ['[true,false,null]', ['true', 'false', 'null'], ['0', '""']],
  // Numbers are equal by value, whatever the guide says, and never equal to texts.
  ['[300]', ['300', '300.0', '3.0e2', '3E+2', '0.3e3', '[1,300]'], ['"300"', '30', '300.0000001']],
  ['[3.0e2]', ['300', '300.00'], ['"3.0e2"']],
  ['[-0]', ['0', '-0', '0.0', '-0e5'], ['"0"', '1']],
  ['[0.1]', ['0.1', '0.10', '1e-1'], ['0.1000000000000000055', '0.11']],
  // What a double cannot hold is compared as it is written.
  [
    '[9007199254740993]',
    ['9007199254740993'],
    ['9007199254740992', '9007199254740993.0', '9007199254740994'],
  ],
  ['[9007199254740992]', ['9007199254740992', '9.007199254740992e15'], ['9007199254740993']],
  ['[1e400]', ['1e400'], ['1E400', '10e399', '1e401']],
  ['[123456789012]', ['123456789012', '1.23456789012e11'], ['"123456789012"']],
  ['[{"numeric":["=",5]}]', ['5', '5.0'], ['"5"', '5.1', '9007199254740993']],
  ['[{"numeric":[">",0,"<=",5]}]', ['5', '1e-300', '[9,3]'], ['0', '-0', '5.000001', '"3"', 'true', 'null']],
  ['[{"numeric":["<",-1e300]}]', ['-1e301'], ['-1e300', '1e400']],
  ['[{"numeric":[">=",5000000001]}]', ['5000000001', '1e17'], ['5000000000.999']],
  ['[{"prefix":"us-"}]', ['"us-"', '"us-east-1"'], ['"US-east-1"', '"eu-us-"', '["eu"]']],
  ['[{"prefix":""}]', ['""', '"a"'], ['1', 'null', 'true', '[]']],
  ['[{"prefix":{"equals-ignore-case":"Us-"}}]', ['"uS-east"'], ['"us"', '"eu-us-"']],
  ['[{"suffix":".csv"}]', ['".csv"', '"a/b.csv"'], ['".CSV"', '"b.csv.gz"']],
  ['[{"suffix":{"equals-ignore-case":".CSV"}}]', ['"a.cSv"'], ['"a.cs"']],
  ['[{"equals-ignore-case":"Straße"}]', ['"STRASSE"', '"straße"', '"STRAßE"'], ['"strasse"', '"Strasse"']],
  ['[{"equals-ignore-case":"é"}]', ['"É"', '"\\u00e9"'], ['"e\\u0301"', '"e"']],
  ['[{"equals-ignore-case":"true"}]', ['"TRUE"'], ['true']],
  ['[{"wildcard":"a*c"}]', ['"ac"', '"abc"', '"a*c"', '"acc"'], ['"abcd"', '"xac"', '"a"', '1']],
  ['[{"wildcard":"*/x/*.csv"}]', ['"/x/.csv"', '"a/x/b/x/c.csv"'], ['"/x.csv"', '"a/x/b.csvx"']],
  ['[{"wildcard":"*"}]', ['""', '"anything"'], ['5', 'null', 'true', '{}']],
  ['[{"wildcard":"1\\\\*2\\\\\\\\*"}]', ['"1*2\\\\"', '"1*2\\\\x"'], ['"132\\\\"', '"1*2x"']],
  ['[{"wildcard":"aab*aab"}]', ['"aabaab"', '"aabxaab"'], ['"aab"', '"aabab"']],
  ['[{"anything-but":"x"}]', ['"y"', '5', 'null', 'true', '["x","y"]'], ['"x"', '["x"]', '[]', '{}']],
  ['[{"anything-but":["x","y"]}]', ['"z"', '""'], ['"x"', '"y"']],
  ['[{"anything-but":5}]', ['6', '"5"', 'null', '1e400'], ['5', '5.0', '[5]']],
  ['[{"anything-but":[1,2]}]', ['3', '"1"'], ['1.0', '2']],
  ['[{"anything-but":{"prefix":"a"}}]', ['"b"', '1', 'null'], ['"a"', '"ab"']],
  ['[{"anything-but":{"suffix":["a","b"]}}]', ['"c"', '5'], ['"xa"', '"b"']],
  ['[{"anything-but":{"equals-ignore-case":["ab","c"]}}]', ['"abc"'], ['"AB"', '"C"']],
  ['[{"anything-but":{"wildcard":["*/a/*","b*"]}}]', ['"/a"', '"xb"', 'false'], ['"x/a/"', '"b"']],
  [
    '[{"cidr":"10.0.0.0/8"}]',
    ['"10.0.0.0"', '"10.255.255.255"', '"::ffff:a00:1"'],
    ['"11.0.0.0"', '"10.0.0.256"', '"10.0.0"', '10'],
  ],
  ['[{"cidr":"10.0.0.77/30"}]', ['"10.0.0.76"', '"10.0.0.79"'], ['"10.0.0.75"', '"10.0.0.80"']],
  [
    '[{"cidr":"2001:db8::/32"}]',
    ['"2001:DB8:0:0::1"', '"2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"'],
    ['"2001:db9::"', '"2001:db8"'],
  ],
  ['["10.0.0.1"]', ['"10.0.0.1"', '"010.0.0.1"'], ['"10.0.0.2"', '"10.0.0.1 "']],
  ['["::1"]', ['"0:0:0:0:0:0:0:1"', '"::0001"'], ['"::2"', '":::1"']],
  ['[{"anything-but":"10.0.0.1"},{"cidr":"10.0.0.0/30"}]', ['"10.0.0.1"', '"x"'], []],
  ['["10.0.0.1",7]', ['"10.0.0.1"', '7.0'], ['"7"']],
  ['[{"exists":true}]', ['null', '""', '[0]', 'false'], ['[]', '{}', '{"y":1}', '[{}]']],
  ['[{"exists":false}]', ['[]', '{}', '{"y":1}', '[{"y":1}]'], ['null', '""', '[0]']],
  ['[{"exists":false},"x"]', ['"x"', '[]'], ['"y"']],
  ['[{"exactly":"10.0.0.1"}]', ['"10.0.0.1"'], ['"010.0.0.1"']],
  ['["\\u0041"]', ['"A"', '"\\u0041"'], ['"a"']],
];

/** [pattern, event, whether it matches] */
const EVENTS: [string, string, boolean][] = [
  ['{"a":{"b":["x"]}}', '{"a.b":"x"}', true],
  ['{"a.b":["x"]}', '{"a":{"b":"x"}}', true],
  ['{"a":{"b.c":["x"]}}', '{"a.b":{"c":"x"}}', true],
  ['{"a":{"b":["x"]}}', '{"a":{"c":1},"x":{"a":{"b":"x"}}}', false],
  ['{"a":["x"],"b":[{"exists":false}]}', '{"a":"x"}', true],
  ['{"a":["x"],"a":["y"]}', '{"a":"x"}', false],
  ['{"a":["x"],"a":["y"]}', '{"a":"y"}', true],
  ['{"a":{"b":["x"]},"a":{"c":["y"]}}', '{"a":{"c":"y"}}', false],
  ['{"a":{"b":["x"]},"a.b":["y"]}', '{"a":{"b":"y"}}', true],
  ['{"$or":[{"a":[1]},{"b":[2]}]}', '{"b":2}', true],
  ['{"$or":[{"a":[1]},{"b":[2]}]}', '{"a":2,"b":1}', false],
  ['{"c":["z"],"$or":[{"a":[1]},{"b":[2]}]}', '{"b":2}', false],
  ['{"d":{"$or":[{"a":[1]},{"$or":[{"b":[2]},{"c":[3]}],"e":[5]}]}}', '{"d":{"c":3,"e":5}}', true],
  ['{"d":{"$or":[{"a":[1]},{"$or":[{"b":[2]},{"c":[3]}],"e":[5]}]}}', '{"d":{"c":3}}', false],
  // What comes last in the document counts, also across "$or".
  ['{"a":[1],"$or":[{"a":[2]},{"b":[3]}]}', '{"a":2}', true],
  ['{"$or":[{"a":[2]},{"b":[3]}],"a":[1]}', '{"a":2}', false],
  // In an event a key that is written twice has both values.
  ['{"a":["x"]}', '{"a":"x","a":"y"}', true],
  ['{"":["x"]}', '{"":"x"}', true],
  ['{"a":[{"prefix":"é"}]}', '{"a":"\\u00e9t\\u00e9"}', true],
  ['{"a":["x"]}', ' \t{"skip":[{"deep":"\\\\\\""},[1e5,-0.1,null]],\n"a" : "x"}\r\n', true],
];

const NO_EVENTS = [
  '',
  '[]',
  '"a"',
  'null',
  '{',
  '{"a":}',
  '{"a":01}',
  '{"a":"\t"}',
  '{"a":"\\x"}',
  '{"a":1,}',
  '{"a":1} x',
  '{a:1}',
  "{'a':1}",
  '{"a":[1}',
  '{"a":tru}',
  `{"a":${'['.repeat(1200)}${']'.repeat(1200)}}`,
];

describe('matching', () => {
  for (const [list, passing, failing] of VALUES) {
    it(`${list} lets through what AWS lets through`, () => {
      const matcher = compile(`{"k":${list}}`);
      for (const value of passing) assert.equal(matcher.matches(`{"k":${value}}`), true, value);
      for (const value of failing) assert.equal(matcher.matches(`{"k":${value}}`), false, value);
    });
  }
  for (const [pattern, event, expected] of EVENTS) {
    it(`${pattern} ${expected ? 'matches' : 'does not match'} ${event.trim()}`, () => {
      assert.equal(compile(pattern).matches(event), expected);
    });
  }
  it('takes the value of an event as well as its text', () => {
    const matcher = compile('{"a":{"b":[1,{"prefix":"x"}]},"c":[{"exists":false}]}');
    assert.equal(matcher.matches({ a: [{ b: 2 }, { b: 1 }] }), true);
    assert.equal(matcher.matches({ 'a.b': 'xy' }), true);
    assert.equal(matcher.matches({ a: { b: Infinity } }), false);
    assert.equal(matcher.matches({ a: { b: 1 }, c: null }), false);
    assert.throws(() => matcher.matches([1]), EventError);
  });
  for (const text of NO_EVENTS) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))} as an event`, () => {
      assert.throws(() => compile('{"z":["a"]}').matches(text), EventError);
    });
  }
  it('reads patterns of YAML, with its spellings of numbers', () => {
    const pattern = readEventPattern(
      parseYaml('source: [aws.s3]\ndetail:\n  size:\n    - numeric: [">", 0x10]\n').root!,
    );
    assert.equal(compileEventPattern(pattern).matches({ source: 'aws.s3', detail: { size: 17 } }), true);
    assert.equal(compileEventPattern(pattern).matches({ source: 'aws.s3', detail: { size: 16 } }), false);
  });
  it('lets nothing through where a value is filled in from outside', () => {
    const matcher = compile('{"a":["${Name}",{"prefix":"x-${Stage}"},{"anything-but":"${Other}"}]}');
    assert.equal(matcher.matches({ a: '${Name}' }), false);
    assert.equal(matcher.matches({ a: 'x-prod' }), false);
  });
});
