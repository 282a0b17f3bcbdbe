import assert from 'node:assert/strict';
import type { PatternDialect } from '../../src/model/eventPattern/dialects';
import type { PatternProblemCode } from '../../src/model/eventPattern/problem';
import { validateEventPattern } from '../../src/model/eventPattern/validate';
import { parseJson } from '../../src/syntax/json';

/** A pattern with « » around the place, what is wrong there, and AWS's words. */
const ERRORS: [string, PatternProblemCode, string?][] = [
  ['«[1]»', 'not-an-object', 'Filter is not an object'],
  ['«"a"»', 'not-an-object', 'Filter is not an object'],
  ['«{}»', 'empty-object', 'Empty objects are not allowed'],
  ['{"a":{"b":«{}»}}', 'empty-object', 'Empty objects are not allowed'],
  ['{"a":«[]»}', 'empty-array', 'Empty arrays are not allowed'],
  ['{"detail":{"state":«"FAILED"»}}', 'not-an-array', '"state" must be an object or an array'],
  ['{"a":«null»}', 'not-an-array', '"a" must be an object or an array'],
  ['{"a":[«["b"]»]}', 'nested-array', 'Match value must be String, number, true, false, or null'],
  ['{"a":[«{}»]}', 'empty-operator', 'Match expression name not found'],
  ['{"a":[{«"Prefix"»:"b"}]}', 'unknown-operator', 'Unrecognized match type Prefix'],
  ['{"a":[{«"$or"»:[]}]}', 'unknown-operator', 'Unrecognized match type $or'],
  ['{"a":[{"prefix":"b",«"suffix":"c"»}]}', 'several-operators', 'Only one key allowed in match expression'],
  ['{"a":[{"prefix":"b",«"prefix":"c"»}]}', 'several-operators', 'Only one key allowed in match expression'],
  ['{"a":[{"prefix":«["b"]»}]}', 'operand-type', 'prefix match pattern must be a string'],
  ['{"a":[{"suffix":«1»}]}', 'operand-type', 'suffix match pattern must be a string'],
  ['{"a":[{"prefix":{«"wildcard"»:"b*"}}]}', 'nested-operator', 'Unsupported prefix pattern: wildcard'],
  ['{"a":[{"suffix":«{}»}]}', 'empty-operator', 'Suffix expression name not found'],
  [
    '{"a":[{"prefix":{"equals-ignore-case":«["b"]»}}]}',
    'operand-type',
    'equals-ignore-case match pattern must be a string',
  ],
  [
    '{"a":[{"prefix":{"equals-ignore-case":"b",«"x":1»}}]}',
    'several-operators',
    'Only one key allowed in match expression',
  ],
  ['{"a":[{"cidr":«7»}]}', 'operand-type', 'prefix match pattern must be a string'],
  ['{"a":[{"exactly":«7»}]}', 'operand-type', 'exact match pattern must be a string'],
  ['{"a":[{"exists":«"true"»}]}', 'operand-type', 'exists match pattern must be either true or false.'],
  ['{"a":[{"numeric":«5»}]}', 'operand-type', 'Value of numeric must be an array.'],
  ['{"a":[{"wildcard":"x«**»y"}]}', 'wildcard-repeated', 'Consecutive wildcard characters at pos 2'],
  ['{"a":[{"wildcard":"é«***»"}]}', 'wildcard-repeated', 'Consecutive wildcard characters at pos 3'],
  ['{"a":[{"wildcard":"x«\\\\n»"}]}', 'wildcard-escape', 'Invalid escape character at pos 2'],
  [
    '{"a":[{"anything-but":{"wildcard":["x","y«\\\\»"]}}]}',
    'wildcard-escape',
    'Invalid escape character at pos 2',
  ],
  [
    '{"a":[{"anything-but":«null»}]}',
    'operand-type',
    'Value of anything-but must be an array or single string/number value.',
  ],
  [
    '{"a":[{"anything-but":«[]»}]}',
    'mixed-list',
    'Inside anything but list, either all values are number or string, mixed type is not supported',
  ],
  [
    '{"a":[{"anything-but":«["x",1]»}]}',
    'mixed-list',
    'Inside anything but list, either all values are number or string, mixed type is not supported',
  ],
  [
    '{"a":[{"anything-but":["x",«true»]}]}',
    'operand-type',
    'Inside anything but list, start|null|boolean is not supported.',
  ],
  [
    '{"a":[{"anything-but":[«{"prefix":"x"}»]}]}',
    'operand-type',
    'Inside anything but list, start|null|boolean is not supported.',
  ],
  [
    '{"a":[{"anything-but":{«"cidr"»:"10.0.0.0/8"}}]}',
    'nested-operator',
    'Unsupported anything-but pattern: cidr',
  ],
  ['{"a":[{"anything-but":«{}»}]}', 'empty-operator', 'Anything-But expression name not found'],
  ['{"a":[{"anything-but":{"prefix":«""»}}]}', 'empty-operand', 'Null prefix/suffix not allowed'],
  [
    '{"a":[{"anything-but":{"suffix":["x",«2»]}}]}',
    'operand-type',
    'prefix/suffix match pattern must be a string',
  ],
  [
    '{"a":[{"anything-but":{"prefix":«{"equals-ignore-case":"x"}»}}]}',
    'operand-type',
    'Value of anything-but must be an array or single string/number value.',
  ],
  ['{"a":[{"anything-but":"x",«"b":1»}]}', 'several-operators', 'Too many elements in numeric expression'],
  [
    '{"a":[{"anything-but":«9007199254740993»}]}',
    'number-not-comparable',
    'Cannot compare number : 9007199254740993',
  ],
  ['{"a":[{"numeric":[«1»]}]}', 'numeric-form', 'Invalid member in numeric match: 1'],
  ['{"a":[{"numeric":«[]»}]}', 'numeric-form', 'Invalid member in numeric match: ]'],
  ['{"a":[{"numeric":[«"!="»,1]}]}', 'numeric-form', 'Unrecognized numeric range operator: !='],
  ['{"a":[{"numeric":["=",«"1"»]}]}', 'numeric-form', 'Value of equals must be numeric'],
  ['{"a":[{"numeric":[«">"»]}]}', 'numeric-form', 'Value of > must be numeric'],
  ['{"a":[{"numeric":["<",1,«">"»,0]}]}', 'numeric-form', 'Too many elements in numeric expression'],
  ['{"a":[{"numeric":[">",1,«2»]}]}', 'numeric-form', 'Bad value in numeric range: 2'],
  ['{"a":[{"numeric":[">",1,«"="»,2]}]}', 'numeric-form', 'Bad numeric range operator: ='],
  ['{"a":[{"numeric":[">",1,«"<"»]}]}', 'numeric-form', 'Value of < must be numeric'],
  ['{"a":[{"numeric":[">",1,"<",2,«3»]}]}', 'numeric-form', 'Too many terms in numeric range expression'],
  ['{"a":[{"numeric":[">",«2,"<",2»]}]}', 'numeric-order', 'Bottom must be less than top'],
  ['{"a":[{"numeric":["<",«1e309»]}]}', 'number-not-comparable', 'Cannot compare number : 1e309'],
  ['{"a":[{"cidr":«"10.0.0.0"»}]}', 'cidr', "Malformed CIDR, one '/' required"],
  ['{"a":[{"cidr":«"10.0.0.0/x"»}]}', 'cidr', 'Malformed CIDR, mask bits must be an integer'],
  ['{"a":[{"cidr":«"10.0.0.0/-1"»}]}', 'cidr', 'Malformed CIDR, mask bits must not be negative'],
  ['{"a":[{"cidr":«"10.0.0.0/32"»}]}', 'cidr', 'IPv4 mask bits must be < 32'],
  ['{"a":[{"cidr":«"fe80::/128"»}]}', 'cidr', 'IPv6 mask bits must be < 128'],
  ['{"a":[{"cidr":«"10.0.0.300/8"»}]}', 'cidr', 'Invalid IP address: 10.0.0.300'],
  ['{"a":[{"cidr":«"host/8"»}]}', 'cidr', 'Nonstandard IP address: host'],
  ['{"$or":«{"a":[1]}»}', 'or-form', 'It must be an Array followed with $or.'],
  ['{«"$or"»:[{"a":[1]}]}', 'or-form', 'There must have at least 2 Objects in $or relationship.'],
  ['{"$or":[{"a":[1]},«5»]}', 'or-form', 'Only JSON object is allowed in array of $or relationship.'],
  [
    '{"$or":[{"a":[1]},{«"prefix"»:["b"]}]}',
    'or-reserved-name',
    'prefix is Ruler reserved fieldName which cannot be used inside $or.',
  ],
  [
    '{"$or":[{"a":[1]},{"b":{«"<="»:["b"]}}]}',
    'or-reserved-name',
    '<= is Ruler reserved fieldName which cannot be used inside $or.',
  ],
  ['{"a":["b"«,»]}', 'syntax'],
  ['{"a":["b"] «// no»\n}', 'syntax'],
  ['{"k":[«{"wildcard":"*:*:*:*:*:stream/*"}»]}', 'wildcard-complexity'],
];

const VALID = [
  '{"source":["aws.glue"],"detail":{"state":["FAILED",{"prefix":"ERR"},null,1,true,""]}}',
  '{"prefix":["a"],"exists":{"numeric":[1]}}',
  '{"a":[{"prefix":""},{"suffix":""},{"equals-ignore-case":""},{"wildcard":""},{"anything-but":""}]}',
  '{"a":[1e309,9007199254740993]}',
  '{"a":[{"numeric":[">=",-1e300,"<",1e300]},{"numeric":["=",5e-324]}]}',
  '{"a":[{"cidr":"10.0.0.0/+8"},{"cidr":"::/0"},{"cidr":"0.0.0.0/0"}]}',
  '{"a":[{"wildcard":"*\\\\**"},{"wildcard":"\\\\\\\\"}]}',
  '{"$or":[{"a":[1],"$or":[{"b":[1]},{"c":[1]}]},{"d":{"$or":[{"b":[1]},{"c":[1]}]}}]}',
  '{"k":[{"wildcard":"a*b*c*d*e*f*g"}]}',
  '{"k":[{"wildcard":"*.csv"},{"wildcard":"*.json"},{"wildcard":"*.orc"},{"wildcard":"*.avro"}]}',
  '{"a":["${Name}"],"b":${List},"c":[{"wildcard":"${Prefix}**"},{"numeric":[">",${Limit}]}]}',
];

/** [dialect, pattern, code, severity] */
const BY_DIALECT: [PatternDialect, string, PatternProblemCode | undefined, ('error' | 'warning')?][] = [
  ['bus', '{"a":[{"anything-but":{"prefix":"x"}}]}', undefined],
  ['pipe', '{"a":[{"anything-but":{"prefix":"x"}}]}', 'operator-of-other-dialect', 'warning'],
  ['pipe', '{"a":[{"anything-but":["x"]},{"wildcard":"x*"}]}', undefined],
  ['lambda', '{"a":[{"wildcard":"x*"}]}', 'operator-of-other-dialect', 'warning'],
  ['lambda', '{"a":[{"cidr":"10.0.0.0/8"}]}', 'operator-of-other-dialect', 'warning'],
  ['lambda', '{"body":{"a":["10.0.0.1",{"suffix":"x"}]}}', undefined],
  ['snsAttributes', '{"a":{"b":["x"]}}', 'nested-fields', 'error'],
  ['snsBody', '{"a":{"b":["x"]}}', undefined],
  ['snsBody', '{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}', 'too-many-keys', 'error'],
  ['snsBody', '{"a":[1,2,3,4,5,6,7,8,9,10],"b":{"c":[1,2,3,4,5,6,7,8]}}', 'too-many-values', 'error'],
  ['snsAttributes', '{"a":[{"numeric":["<",2000000000]}]}', 'number-not-comparable', 'warning'],
  ['bus', `{"a":[${JSON.stringify('x'.repeat(2100))}]}`, 'too-long', 'warning'],
  ['bus', `{"a":[${JSON.stringify('x'.repeat(4100))}]}`, 'too-long', 'error'],
  ['ruler', '{"k":[{"wildcard":"*:*:*:*:*:stream/*"}]}', undefined],
  ['bus', '{"a":["x"],"a":["y"]}', 'overridden-field', 'warning'],
  ['bus', '{"a":{"b":["x"]},"a.b":["y"]}', 'overridden-field', 'warning'],
  ['bus', '{"a":{"b":["x"]},"a":{"c":["y"]}}', undefined],
  ['bus', '{"a":[{"anything-but":{"wildcard":[]}}]}', 'empty-operand', 'warning'],
];

describe('validation of patterns', () => {
  for (const [marked, code, awsMessage] of ERRORS) {
    it(`${marked} is refused`, () => {
      const start = marked.indexOf('«');
      const end = marked.indexOf('»') - 1;
      const problems = validateEventPattern(parseJson(marked.replace(/[«»]/g, '')));
      const [first] = problems;
      assert.equal(first?.code, code, JSON.stringify(problems));
      assert.equal(first.severity, 'error');
      assert.equal(problems.length, 1, JSON.stringify(problems));
      if (code !== 'syntax') assert.deepEqual(first.span, { start, end });
      if (awsMessage !== undefined) assert.equal(first.awsMessage, awsMessage);
      assert.match(first.message, /^[^.].*\.$/);
    });
  }
  for (const text of VALID) {
    it(`${text} is accepted`, () => assert.deepEqual(validateEventPattern(parseJson(text)), []));
  }
  for (const [dialect, text, code, severity] of BY_DIALECT) {
    it(`${text.slice(0, 80)} for ${dialect}: ${code ?? 'accepted'}`, () => {
      const problems = validateEventPattern(parseJson(text), { dialect });
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.severity]),
        code ? [[code, severity]] : [],
      );
    });
  }
  it('finds every mistake, in order', () => {
    const problems = validateEventPattern(parseJson('{"a":"x","b":[],"c":[{"Prefix":"y"}]}'));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['not-an-array', 'empty-array', 'unknown-operator'],
    );
  });
  it('does not multiply "$or" beyond what can be meant', () => {
    const or = '"$or":[{"a":[1]},{"b":[1]}]';
    const nested = (depth: number): string =>
      depth === 0 ? `{${or}}` : `{"k${depth}":${nested(depth - 1)},${or}}`;
    const [problem] = validateEventPattern(parseJson(nested(20)));
    assert.equal(problem.code, 'or-combinations');
    assert.equal(problem.severity, 'error');
  });
});
