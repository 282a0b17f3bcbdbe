/**
 * Functions of JSONata 2.0.6, the version that Step Functions runs, and the ones that it adds.
 * docs.jsonata.org and "Transforming data with JSONata in Step Functions", as of 2026.
 */
export interface JsonataFunction {
  /** Without its `$`. */
  readonly name: string;
  readonly parameters: readonly JsonataParameter[];
  readonly returns: string;
  readonly doc: string;
  readonly example: string;
  readonly result: string;
  /** True for what Step Functions adds to JSONata. */
  readonly added?: true;
}

export interface JsonataParameter {
  readonly name: string;
  readonly optional?: true;
  /** Left out, the value that the path has reached is taken. */
  readonly context?: true;
  /** May be given any number of times. */
  readonly rest?: true;
}

/** Names that JSONata has and Step Functions does not, with what stands in for them. */
export const UNAVAILABLE_FUNCTIONS: Readonly<Record<string, string>> = { eval: 'parse' };

/** By their parameters: `x?` may be left out, `x~` is the context unless given, `x*` repeats. */
function define(
  name: string,
  parameters: string,
  returns: string,
  doc: string,
  example: string,
  result: string,
): JsonataFunction {
  return {
    name,
    parameters: parameters.split(' ').filter(Boolean).map(parameter),
    returns,
    doc,
    example,
    result,
  };
}

function parameter(text: string): JsonataParameter {
  const name = text.replace(/[?~*]$/, '');
  if (text.endsWith('?')) return { name, optional: true };
  if (text.endsWith('~')) return { name, context: true };
  return text.endsWith('*') ? { name, rest: true } : { name };
}

const ADDED: readonly JsonataFunction[] = [
  define(
    'partition',
    'array size',
    'array',
    'Cuts an array into chunks; the last one holds what is left.',
    '$partition([1, 2, 3], 2)',
    '[[1, 2], [3]]',
  ),
  define(
    'range',
    'first last step',
    'array',
    'Makes an array of numbers from a first to a last one, both included; a single number comes back without its array.',
    '$range(0, 10, 5)',
    '[0, 5, 10]',
  ),
  define(
    'hash',
    'value algorithm',
    'string',
    'Computes the hash of a text, in hexadecimal digits: MD5, SHA-1, SHA-256, SHA-384 or SHA-512.',
    '$hash("a@b.c", "SHA-256")',
    '"d648b243a3e817ea…"',
  ),
  define(
    'random',
    'seed?',
    'number',
    'Draws a random number from 0 up to, but not, 1; the same seed always gives the same number.',
    '$random()',
    '0.7275636800328681',
  ),
  define(
    'uuid',
    '',
    'string',
    'Makes a random identifier (UUID version 4).',
    '$uuid()',
    '"ca4c1140-dcc1-40cd-ad05-7b4aa23df4a8"',
  ),
  define('parse', 'text', 'any', 'Reads a text of JSON.', `$parse('{"id": 7}')`, '{"id": 7}'),
];

export const JSONATA_FUNCTIONS: readonly JsonataFunction[] = [
  define(
    'string',
    'value~ prettify?',
    'string',
    'Writes any value as text, objects and arrays as JSON.',
    '$string(5)',
    '"5"',
  ),
  define('length', 'text~', 'number', 'Counts the characters of a text.', '$length("Hello")', '5'),
  define(
    'substring',
    'text~ start length?',
    'string',
    'Takes a part out of a text; a negative start counts from the end.',
    '$substring("Hello World", 0, 5)',
    '"Hello"',
  ),
  define(
    'substringBefore',
    'text~ delimiter',
    'string',
    'Takes what stands before the first delimiter, or the whole text.',
    '$substringBefore("a/b/c", "/")',
    '"a"',
  ),
  define(
    'substringAfter',
    'text~ delimiter',
    'string',
    'Takes what stands after the first delimiter, or the whole text.',
    '$substringAfter("a/b/c", "/")',
    '"b/c"',
  ),
  define('uppercase', 'text~', 'string', 'Writes a text in capital letters.', '$uppercase("eu")', '"EU"'),
  define('lowercase', 'text~', 'string', 'Writes a text in small letters.', '$lowercase("EU")', '"eu"'),
  define(
    'trim',
    'text~',
    'string',
    'Drops white space at both ends and leaves one space between words.',
    '$trim("  a   b ")',
    '"a b"',
  ),
  define(
    'pad',
    'text~ width character?',
    'string',
    'Fills a text up to a width, on the right, or on the left when the width is negative.',
    '$pad("7", -3, "0")',
    '"007"',
  ),
  define(
    'contains',
    'text~ pattern',
    'boolean',
    'Tells whether a text has a part that equals or matches the pattern.',
    '$contains("orders.csv", /\\.csv$/)',
    'true',
  ),
  define(
    'split',
    'text~ separator limit?',
    'array',
    'Cuts a text at each separator, which is a text or a pattern.',
    '$split("a,b,c", ",")',
    '["a", "b", "c"]',
  ),
  define(
    'join',
    'array separator?',
    'string',
    'Joins the texts of an array.',
    '$join(["a", "b"], "-")',
    '"a-b"',
  ),
  define(
    'match',
    'text~ pattern limit?',
    'array',
    'Finds what a pattern matches, each with its place and its groups.',
    '$match("ab12", /[0-9]+/).match',
    '"12"',
  ),
  define(
    'replace',
    'text~ pattern replacement limit?',
    'string',
    'Replaces what equals or matches the pattern; a function may make the replacement.',
    '$replace("a-b-c", "-", "_")',
    '"a_b_c"',
  ),
  define(
    'base64encode',
    'text~',
    'string',
    'Writes a text in Base64.',
    '$base64encode("key:secret")',
    '"a2V5OnNlY3JldA=="',
  ),
  define(
    'base64decode',
    'text~',
    'string',
    'Reads a text that was written in Base64.',
    '$base64decode("a2V5OnNlY3JldA==")',
    '"key:secret"',
  ),
  define(
    'encodeUrlComponent',
    'text~',
    'string',
    'Escapes a text for use as one part of a URL.',
    '$encodeUrlComponent("a&b")',
    '"a%26b"',
  ),
  define(
    'encodeUrl',
    'text~',
    'string',
    'Escapes what may not stand in a URL and leaves its separators.',
    '$encodeUrl("https://a.example/?q=é")',
    '"https://a.example/?q=%C3%A9"',
  ),
  define(
    'decodeUrlComponent',
    'text~',
    'string',
    'Resolves the escapes of one part of a URL.',
    '$decodeUrlComponent("a%26b")',
    '"a&b"',
  ),
  define(
    'decodeUrl',
    'text~',
    'string',
    'Resolves the escapes of a whole URL.',
    '$decodeUrl("?q=%C3%A9")',
    '"?q=é"',
  ),
  define('number', 'value~', 'number', 'Reads a text or a boolean as a number.', '$number("2.5")', '2.5'),
  define('abs', 'number~', 'number', 'Drops the sign of a number.', '$abs(-5)', '5'),
  define('floor', 'number~', 'number', 'Rounds down to a whole number.', '$floor(5.9)', '5'),
  define('ceil', 'number~', 'number', 'Rounds up to a whole number.', '$ceil(5.1)', '6'),
  define(
    'round',
    'number~ precision?',
    'number',
    'Rounds to the nearest number with so many decimals; halves go to the even neighbour.',
    '$round(123.456, 2)',
    '123.46',
  ),
  define('power', 'base~ exponent', 'number', 'Raises a number to a power.', '$power(2, 8)', '256'),
  define(
    'sqrt',
    'number~',
    'number',
    'Takes the square root; a negative number is refused.',
    '$sqrt(16)',
    '4',
  ),
  define(
    'formatNumber',
    'number~ picture options?',
    'string',
    'Writes a number after a picture of digits, as XPath does.',
    '$formatNumber(12345.6, "#,###.00")',
    '"12,345.60"',
  ),
  define(
    'formatBase',
    'number~ radix?',
    'string',
    'Writes a whole number in a base from 2 to 36; in base 10 unless said.',
    '$formatBase(255, 16)',
    '"ff"',
  ),
  define(
    'formatInteger',
    'number~ picture',
    'string',
    'Writes a whole number after a picture: digits, letters, Roman numerals or words.',
    '$formatInteger(7, "000")',
    '"007"',
  ),
  define(
    'parseInteger',
    'text~ picture',
    'number',
    'Reads a whole number that was written after a picture.',
    '$parseInteger("12,345", "#,##0")',
    '12345',
  ),
  define('sum', 'numbers', 'number', 'Adds the numbers of an array.', '$sum([5, 3, 2])', '10'),
  define('max', 'numbers', 'number', 'Takes the largest number of an array.', '$max([5, 3, 9])', '9'),
  define('min', 'numbers', 'number', 'Takes the smallest number of an array.', '$min([5, 3, 9])', '3'),
  define(
    'average',
    'numbers',
    'number',
    'Takes the mean of the numbers of an array.',
    '$average([5, 3, 4])',
    '4',
  ),
  define(
    'boolean',
    'value~',
    'boolean',
    'Reads a value as true or false: empty texts, arrays and objects, 0 and null are false.',
    '$boolean("")',
    'false',
  ),
  define(
    'not',
    'value~',
    'boolean',
    'Turns true and false round, after reading the value as a boolean.',
    '$not(true)',
    'false',
  ),
  define(
    'exists',
    'value',
    'boolean',
    'Tells whether an expression finds anything.',
    '$exists($states.input.id)',
    'true',
  ),
  define(
    'count',
    'array',
    'number',
    'Counts the items of an array; of nothing there are 0.',
    '$count([1, 2, 3])',
    '3',
  ),
  define(
    'append',
    'first second',
    'array',
    'Puts the items of one array after those of another.',
    '$append([1, 2], 3)',
    '[1, 2, 3]',
  ),
  define(
    'sort',
    'array function?',
    'array',
    'Sorts numbers or texts; the function tells whether its first argument comes after its second.',
    '$sort([3, 1, 2])',
    '[1, 2, 3]',
  ),
  define(
    'reverse',
    'array',
    'array',
    'Turns the order of an array round.',
    '$reverse([1, 2, 3])',
    '[3, 2, 1]',
  ),
  define(
    'shuffle',
    'array',
    'array',
    'Puts the items of an array in a random order.',
    '$shuffle([1, 2, 3])',
    '[2, 3, 1]',
  ),
  define(
    'distinct',
    'array',
    'array',
    'Leaves each value of an array in it once.',
    '$distinct([1, 2, 1])',
    '[1, 2]',
  ),
  define(
    'zip',
    'array*',
    'array',
    'Takes the first items of all arrays together, then the second ones, up to the shortest array.',
    '$zip([1, 2], [3, 4])',
    '[[1, 3], [2, 4]]',
  ),
  define(
    'keys',
    'object~',
    'array',
    'Lists the keys of an object, or of all objects of an array.',
    '$keys({"a": 1, "b": 2})',
    '["a", "b"]',
  ),
  define(
    'lookup',
    'object~ key',
    'any',
    'Takes the value of a key that is computed.',
    '$lookup({"a": 1}, "a")',
    '1',
  ),
  define(
    'spread',
    'object~',
    'array',
    'Makes one object of every key and value.',
    '$spread({"a": 1, "b": 2})',
    '[{"a": 1}, {"b": 2}]',
  ),
  define(
    'merge',
    'objects',
    'object',
    'Makes one object of many; the last one to have a key counts.',
    '$merge([{"a": 1}, {"a": 2}])',
    '{"a": 2}',
  ),
  define(
    'sift',
    'object~ function',
    'object',
    'Keeps the keys and values for which a function says true.',
    '$sift({"a": 1, "b": 2}, function($value) { $value > 1 })',
    '{"b": 2}',
  ),
  define(
    'each',
    'object~ function',
    'array',
    'Calls a function with every value and key of an object; a single answer comes back without its array.',
    '$each({"a": 1}, function($value, $key) { $key })',
    '"a"',
  ),
  define(
    'error',
    'message?',
    'nothing',
    'Ends the evaluation with an error of this message.',
    '$error("No order")',
    'States.QueryEvaluationError',
  ),
  define(
    'assert',
    'condition message?',
    'nothing',
    'Ends the evaluation with an error unless the condition is true.',
    '$assert($states.input.total > 0, "Empty order")',
    'nothing',
  ),
  define(
    'type',
    'value',
    'string',
    'Names the type of a value: null, number, string, boolean, array, object or function.',
    '$type([1])',
    '"array"',
  ),
  define('clone', 'value~', 'any', 'Copies an object or an array.', '$clone({"a": 1})', '{"a": 1}'),
  define(
    'now',
    'picture? timezone?',
    'string',
    'Writes the present time in ISO 8601; the same for the whole expression.',
    '$now()',
    '"2026-01-31T09:30:00.000Z"',
  ),
  define(
    'millis',
    '',
    'number',
    'Tells the present time in milliseconds since 1970; the same for the whole expression.',
    '$millis()',
    '1769851800000',
  ),
  define(
    'fromMillis',
    'milliseconds~ picture? timezone?',
    'string',
    'Writes milliseconds since 1970 as a time, in ISO 8601 unless a picture is given.',
    '$fromMillis(0)',
    '"1970-01-01T00:00:00.000Z"',
  ),
  define(
    'toMillis',
    'text~ picture?',
    'number',
    'Reads a time as milliseconds since 1970, in ISO 8601 unless a picture is given.',
    '$toMillis("1970-01-01T00:00:01Z")',
    '1000',
  ),
  define(
    'map',
    'array function',
    'array',
    'Calls a function with every item and collects what comes back.',
    '$map([1, 2], function($x) { $x * 2 })',
    '[2, 4]',
  ),
  define(
    'filter',
    'array function',
    'array',
    'Keeps the items for which a function says true.',
    '$filter([1, 2, 3], function($x) { $x > 1 })',
    '[2, 3]',
  ),
  define(
    'single',
    'array function?',
    'any',
    'Takes the one item for which a function says true; none or several are an error.',
    '$single([1, 2, 3], function($x) { $x = 2 })',
    '2',
  ),
  define(
    'reduce',
    'array function start?',
    'any',
    'Joins the items to one value, two at a time, from the left.',
    '$reduce([1, 2, 3], function($sum, $x) { $sum + $x })',
    '6',
  ),
  ...ADDED.map((added) => ({ ...added, added: true as const })),
];

const BY_NAME = new Map(JSONATA_FUNCTIONS.map((jsonataFunction) => [jsonataFunction.name, jsonataFunction]));

/** The function with this name, which is given without `$`. */
export function jsonataFunction(name: string): JsonataFunction | undefined {
  return BY_NAME.get(name);
}

/** How the function is called, for reading: `$pad(text, width, character?)`. */
export function jsonataSignature({ name, parameters }: JsonataFunction): string {
  const shown = parameters.map((each) => each.name + (each.optional ? '?' : each.rest ? '…' : ''));
  return `$${name}(${shown.join(', ')})`;
}
