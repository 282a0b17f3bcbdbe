import assert from 'node:assert/strict';
import { INTRINSICS, argumentCounts } from '../../src/catalog/intrinsics';
import { parseIntrinsic, pathsOf } from '../../src/expressions/intrinsic';
import { parsePathOrIntrinsic } from '../../src/expressions/pathOrIntrinsic';
import { expectNone, expectProblems } from './expectProblems';

const array = (depth: number): string => `${'States.Array('.repeat(depth)}1${')'.repeat(depth)}`;

describe('intrinsic functions', () => {
  describe('accepted', () => {
    expectNone(
      [
        'States.Array()',
        'States.UUID()',
        "States.Format('no places')",
        "States.Format('{}/{}', $.bucket, $$.Execution.Name)",
        "States.Format('\\'{}\\' \\{literal\\} \\\\', $name)",
        'States.Format($.template, 1, true, null)',
        "States.Format('${Bucket}-{}', ${Suffix})",
        'States.${Function}($.a)',
        'States.Array(States.Math${Function}($.a, 1))',
        "States.Format('{}', $.list[?(@.a == 'x,)')].length())",
        'States.MathAdd( -1 , 2.5e1 )',
        'States.MathRandom(1, 10, $.seed)',
        "States.Hash($.a, 'SHA-512')",
        "States.StringSplit('Hello\nWorld', '\n')",
        "States.ArrayGetItem(States.StringSplit($$.Execution.Id, ':'), 7)",
        'States.JsonMerge($.a, $.b, false)',
        'States.ArrayRange(0, 999, 1)',
        array(10),
        '$.a.b',
        '$.${Name}',
      ],
      (text) => {
        const { problems, warnings } = parsePathOrIntrinsic(text);
        return [...problems, ...warnings];
      },
    );
  });

  describe('refused', () => {
    expectProblems(
      {
        '«foo»': 'neither a path',
        "«states.Format('x')»": 'neither a path',
        "«States.Fromat»('x')": '"States.Fromat" is not an intrinsic function',
        "«States.format»('x')": '"States.format" is not an intrinsic function',
        '«States.Format»()': 'takes at least 1 argument and has 0 here',
        'States.UUID(«1»)': 'takes no arguments and has 1 here',
        'States.ArrayLength($.a, «1, 2»)': 'takes 1 argument and has 3 here',
        '«States.MathRandom»(1)': 'takes 2 to 3 arguments and has 1 here',
        'States.Format(«"x"»)': 'single quotes',
        "States.Format('a «\\\"»b')": 'is not an escape',
        "States.Format('a «\\n»b')": 'is not an escape',
        "States.Format(«'x)»": 'no closing quote',
        "States.Format«(»'x'": 'is not closed',
        "States.Format('x',«)»": 'is missing before ")"',
        "States.Format(«,» 'x')": 'is missing before ","',
        "States.Format('x' «$.a»)": 'without a comma',
        'States.Format(«x»)': 'is not a text in single quotes',
        '«States.Format»': 'not followed by its arguments',
        "States.Format('x') «+ 1»": 'follows the end',
        "States.Format('{}', $.a«[»)": 'not closed',
        [array(11).replace(/States\.Array\(1/, '«States.Array»(1')]: 'stands in 10 other calls',
      },
      (text) => parsePathOrIntrinsic(text).problems,
    );
  });

  describe('failing when they run', () => {
    expectProblems(
      {
        "States.Format(«'{} {}'», 1)": '2 "{}" and 1 value for them',
        "States.Format(«'\\{\\}'», 1)": '0 "{}" and 1 value for them',
        '«States.ArrayRange(1, 5000, 1)»': 'makes 5000 items',
        'States.ArrayRange(1, 5, «0»)': 'is 0',
        'States.ArrayPartition($.a, «0»)': 'has 0 items',
        "States.Hash($.a, «'sha256'»)": '"sha256" is not an algorithm',
        'States.JsonMerge($.a, $.b, «true»)': 'only the top level',
        "States.ArrayLength(«'abc'»)": 'is an array, and a string stands here',
        [`States.Base64Encode(«'${'x'.repeat(10_001)}'»)`]: '10001 characters',
      },
      (text) => parsePathOrIntrinsic(text).warnings,
    );
  });

  it('suggests what was meant', () => {
    const suggestion = (text: string): string | undefined => {
      const { problems, warnings } = parsePathOrIntrinsic(text);
      return [...problems, ...warnings][0].suggestion;
    };
    assert.equal(suggestion("States.Fromat('x')"), 'States.Format');
    assert.equal(suggestion("states.Format('x')"), "States.Format('x')");
    assert.equal(suggestion("States.Hash($.a, 'sha256')"), "'SHA-256'");
    assert.equal(suggestion('States.Format("x")'), "'x'");
    assert.equal(suggestion('foo'), undefined);
    assert.equal(suggestion('States.Foo()'), undefined);
    assert.equal(suggestion('States.Array_Length($.a)'), 'States.ArrayLength');
    assert.equal(suggestion("States.Format('{a: {}', 1)"), '\\{');
  });

  it('gives arguments and paths with their places', () => {
    const text = "States.Format('a\\'{}', States.ArrayGetItem($.list, -1), $$.State.Name)";
    const { call } = parseIntrinsic(text);
    assert.ok(call);
    assert.deepEqual(
      call.arguments.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
      ["text 'a\\'{}'", 'call States.ArrayGetItem($.list, -1)', 'path $$.State.Name'],
    );
    assert.equal(call.arguments[0].kind === 'text' && call.arguments[0].value, "a'{}");
    assert.deepEqual(
      Array.from(pathsOf(call), ({ start, end }) => text.slice(start, end)),
      ['$.list', '$$.State.Name'],
    );
  });

  it('nested without end stops', () => {
    assert.equal(parseIntrinsic('States.Array('.repeat(50_000)).problems.length, 1);
  });

  for (const intrinsic of INTRINSICS) {
    it(`the example of ${intrinsic.name} is a call of it`, () => {
      const { call, problems, warnings } = parseIntrinsic(intrinsic.example);
      assert.deepEqual([...problems, ...warnings], []);
      assert.equal(call?.name, intrinsic.name);
      const { minimum, maximum } = argumentCounts(intrinsic);
      assert.ok(minimum <= maximum && (maximum === Infinity || maximum === intrinsic.parameters.length));
    });
  }
});
