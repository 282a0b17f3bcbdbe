import assert from 'node:assert/strict';
import { isJsonataString, parseJsonata, unclosedJsonata } from '../../src/expressions/jsonata';
import { expectNone, expectProblems, type Cases } from './expectProblems';

/** Problems of an expression, at offsets of the expression without its delimiters. */
function inside(kind: 'problems' | 'topLevel' | 'warnings' | 'arity'): Parameters<typeof expectProblems>[1] {
  return (text) =>
    parseJsonata(`{% ${text} %}`)[kind].map((each) => ({
      ...each,
      start: each.start - 3,
      end: each.end - 3,
    }));
}

function references(text: string): string {
  const whole = `{% ${text} %}`;
  return parseJsonata(whole)
    .references.map(({ start, end, path }) =>
      [whole.slice(start, end), ...path.map((step) => whole.slice(step.start, step.end))].join('.'),
    )
    .join(' ');
}

describe('JSONata', () => {
  it('is a string that is an expression from end to end', () => {
    for (const text of ['{% 1 %}', '{%%}', '{%$x%}']) assert.ok(isJsonataString(text), text);
    for (const text of ['{%}', ' {% 1 %}', '{% 1 %} ', '{% 1 }', '']) assert.ok(!isJsonataString(text), text);
  });

  describe('left open', () => {
    expectProblems({ '«{%» 1 }': 'not closed', '{% 1 %}« »': 'follows the closing' }, (text) => {
      const problem = unclosedJsonata(text);
      return problem ? [problem] : [];
    });
    for (const text of ['{% 1 %}', ' {% 1', '1 %}', '']) {
      it(`not ${text}`, () => assert.equal(unclosedJsonata(text), undefined));
    }
  });

  describe('syntax', () => {
    const SYNTAX: Cases = {
      '1 «+»': 'ends after "+"',
      '$x «:=»': 'ends after ":="',
      '{"a":«}»': '"}" stands where a value belongs',
      '$a[1«,»2)': '"," stands where "]" belongs',
      '$sum([1, 2«)»': '")" stands where "]" belongs',
      '[1 «"two"»]': '"two" stands where "]" belongs',
      '(«1»': 'ends where ")" belongs',
      '1«)»': '")" closes nothing',
      '$a «$b»': '"$b" follows the end',
      '$a.«1»': 'cannot be a step',
      '«"open »': 'no closing quote',
      '$match("a", «/abc »': 'no closing "/"',
      '$a + «/* open »': 'no closing "*/"',
      '«`open »': 'no closing "`"',
      '"a«\\q»"': 'is not an escape',
      '"a«\\u12g4»"': 'four hexadecimal digits',
      '1 + «1e999»': 'too large',
      '«//»': 'pattern is empty',
      'function(«x»){ 1 }': '"x" of the function',
      '«1» := 2': 'left side of ":="',
      '$a@«b»': 'right side of "@"',
      '$a «!» $b': '"!" is not an operator',
      '«%»': 'no parent',
      '$a{"x": 1}«{»"y": 2}': 'grouped twice',
      'phone %«.»other': '"." stands where a value belongs',
    };
    expectProblems(SYNTAX, inside('problems'));
    it('nothing', () => {
      assert.deepEqual(
        parseJsonata('{%  %}').problems[0].message,
        'The expression between "{%" and "%}" is empty.',
      );
    });
    it('nested without end', () => {
      assert.equal(parseJsonata(`{%${'('.repeat(100_000)}%}`).problems.length, 1);
    });
  });

  describe('reads of the context item, refused at the top level', () => {
    expectProblems(
      {
        '«phone»': '"phone" is read from nothing',
        '«phone»[0].number': '',
        '-«phone»': '',
        '$states.input.a ? «phone» : 2': '',
        '$states.input.a in «phone»': '',
        '$sum(«phone»)': '',
        '«phone» ~> $string()': '',
        '[1..«phone»]': '',
        '(«phone»).other': '',
        '{«phone»: 1}': '',
        '($x := «phone»; $x)': '',
        '$map($states.input.a, function($y){ «phone» })': '',
        '«phone»[inner > 1]': '',
        '«`my phone`».x': '',
        '«$»': '"$" holds nothing',
        '«$».phone': '',
        '$map($states.input.a, function($x){ «$» })': '',
        '«$$»': '"$$" holds nothing',
        '$states.input.items[owner = «$$».owner]': '"$$" holds nothing',
        '$states.input.items.(price * «$$».rate)': '',
        '$states.input ~> |items|{"all": «$$»}|': '',
      },
      inside('topLevel'),
    );
    expectNone(
      [
        '$states.input.phone',
        '$states.input.items[phone > 3]',
        '$states.input.items[$ > 3]',
        '$states.input.a^(phone)',
        "$states.input.a{'k': phone}",
        '$states.input.a.(phone)',
        '$states.input ~> |phone|{"b": 1}|',
        '**.phone',
        "{'k': 1}.phone",
        'function($x){ $x.phone }',
        "'phone'",
      ],
      inside('topLevel'),
    );
    it('is suggested to be the input', () => {
      assert.deepEqual(
        ['phone', '$.phone'].map((text) => parseJsonata(`{%${text}%}`).topLevel[0].suggestion),
        ['$states.input.phone', '$states.input'],
      );
    });
  });

  describe('functions', () => {
    expectProblems(
      {
        '«$eval»("1")': 'does not have "$eval"',
        '«$strng»(1)': '"$strng" is not a function',
        '$a «??» $b': 'JSONata 2.1',
        '$a «?:» $b': 'JSONata 2.1',
      },
      inside('warnings'),
    );
    expectProblems(
      {
        '«$substring»("a", 1, 2, 3)': '"$substring(text, start, length?)" is called with 4 arguments here',
        '«$append»($a)': 'is called with 1 argument here',
        '«$count»()': 'is called with no arguments here',
        '$a ~> «$count»(1)': 'is called with 2 arguments here',
      },
      inside('arity'),
    );
    const FINE = [
      '$a ~> $substring(1, 2)',
      '$states.input.names.$uppercase()',
      '($f := function($n){ $n > 0 ? $f($n - 1) : 0 }; $f(5))',
      '($even := function($n){ $odd($n) }; $odd := function($n){ $even($n) }; $even(2))',
      '($first := $substring(?, 0, 5); $first("Hello"))',
      '$zip([1], [2], [3])',
      '$uuid() & $hash("a", "MD5") & $parse("1") & $random(1)',
    ];
    expectNone(FINE, inside('arity'));
    expectNone(FINE, inside('warnings'));
    it('are listed where they are called', () => {
      const text = '{% $sum($map($a, $string)) %}';
      const { calls, builtinReads } = parseJsonata(text);
      assert.deepEqual(
        calls.map(({ start, end }) => text.slice(start, end)),
        ['$sum', '$map'],
      );
      assert.deepEqual(
        builtinReads.map(({ name }) => name),
        ['string'],
      );
    });
  });

  describe('references', () => {
    const REFERENCES: Readonly<Record<string, string>> = {
      '$states.input.a.b': '$states.input.a.b',
      $states: '$states',
      "'s3://' & $bucket & '/' & $states.input.key": '$bucket $states.input.key',
      '$states.input."my key".b': '$states.input."my key".b',
      '$states.result.`a b`[0].c': '$states.result.`a b`.c',
      '$states.input.items[id = $wanted].name': '$states.input.items.name $wanted',
      '$orders[0].id': '$orders.id',
      '($x := $x + $y; $x * $z)': '$x $y $z',
      '$reduce($items, function($sum, $item){ $sum + $item })': '$items',
      '$states.input.a@$i#$k.($i.x & $k & $j)': '$states.input.a $j',
      '($f := function(){ $later }; $later := 1; $f())': '',
      '(($inner := 1); $inner)': '$inner',
      '$a ?: $b': '$a $b',
      '$states.input.list.{"id": $.id, "v": $var}': '$states.input.list $var',
      '"${Bucket}" & ${Suffix} & $name': '$name',
      '$states.input.${Field}.x': '$states.input',
      // Half typed: taken from the tokens.
      '$states.input.': '$states.input',
      '$a + ($b := $c; $b +': '$a $c',
      '$map($items, function($x){ $x.': '$items',
    };
    for (const [text, expected] of Object.entries(REFERENCES)) {
      it(text, () => assert.equal(references(text), expected));
    }
  });

  it('does not judge the syntax around a placeholder', () => {
    assert.deepEqual(parseJsonata('{% ${A} ${B} %}').problems, []);
  });
});
