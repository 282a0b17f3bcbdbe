/** Intrinsic functions of the Amazon States Language; "Intrinsic functions" in the Step Functions guide, as of 2026. */
export interface IntrinsicFunction {
  /** With its prefix: `States.Format`. */
  readonly name: string;
  readonly doc: string;
  readonly parameters: readonly IntrinsicParameter[];
  readonly returns: string;
  /** What AWS refuses although the call is well formed. */
  readonly limit?: string;
  readonly example: string;
  readonly result: string;
}

export interface IntrinsicParameter {
  readonly name: string;
  readonly type: 'any' | 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string';
  readonly doc: string;
  readonly optional?: true;
  /** The last parameter may be given any number of times, also not at all. */
  readonly rest?: true;
}

/** How many calls may stand in each other. */
export const INTRINSIC_NESTING = 10;
/** Items that `States.ArrayRange` may make. */
export const RANGE_ITEMS = 1000;
/** Characters that `States.Hash` and the Base64 functions take. */
export const INTRINSIC_CHARACTERS = 10_000;
/** Algorithms of `States.Hash` and of JSONata's `$hash`. */
export const HASH_ALGORITHMS: readonly string[] = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

export const INTRINSICS: readonly IntrinsicFunction[] = [
  {
    name: 'States.Array',
    doc: 'Makes an array of its arguments, in their order.',
    parameters: [{ name: 'value', type: 'any', doc: 'An item of the array.', rest: true }],
    returns: 'array',
    example: "States.Array('a', $.count)",
    result: '["a", 3]',
  },
  {
    name: 'States.ArrayPartition',
    doc: 'Cuts an array into chunks; the last one holds what is left.',
    parameters: [
      { name: 'array', type: 'array', doc: 'The array to cut.' },
      { name: 'size', type: 'integer', doc: 'Items in a chunk, at least 1; rounded to a whole number.' },
    ],
    returns: 'array of arrays',
    limit: 'The array is at most 256 KiB.',
    example: 'States.ArrayPartition($.ids, 2)',
    result: '[[1, 2], [3]]',
  },
  {
    name: 'States.ArrayContains',
    doc: 'Tells whether a value is among the items of an array.',
    parameters: [
      { name: 'array', type: 'array', doc: 'The array to look in.' },
      { name: 'value', type: 'any', doc: 'The value to look for; objects and arrays are compared in depth.' },
    ],
    returns: 'boolean',
    limit: 'The array is at most 256 KiB.',
    example: "States.ArrayContains($.tags, 'urgent')",
    result: 'true',
  },
  {
    name: 'States.ArrayRange',
    doc: 'Makes an array of numbers from a first to a last one, both included.',
    parameters: [
      { name: 'first', type: 'integer', doc: 'The first number.' },
      { name: 'last', type: 'integer', doc: 'The number not to pass.' },
      { name: 'step', type: 'integer', doc: 'The distance between neighbours; not 0.' },
    ],
    returns: 'array of numbers',
    limit: 'The array has at most 1,000 items.',
    example: 'States.ArrayRange(1, 9, 2)',
    result: '[1, 3, 5, 7, 9]',
  },
  {
    name: 'States.ArrayGetItem',
    doc: 'Takes the item at an index out of an array.',
    parameters: [
      { name: 'array', type: 'array', doc: 'The array.' },
      { name: 'index', type: 'integer', doc: 'Counted from 0.' },
    ],
    returns: 'any',
    example: "States.ArrayGetItem(States.StringSplit($.key, '/'), 0)",
    result: '"incoming"',
  },
  {
    name: 'States.ArrayLength',
    doc: 'Counts the items of an array.',
    parameters: [{ name: 'array', type: 'array', doc: 'The array.' }],
    returns: 'number',
    example: 'States.ArrayLength($.orders)',
    result: '4',
  },
  {
    name: 'States.ArrayUnique',
    doc: 'Leaves each value of an array in it once.',
    parameters: [{ name: 'array', type: 'array', doc: 'The array.' }],
    returns: 'array',
    example: 'States.ArrayUnique($.regions)',
    result: '["eu-west-1", "us-east-1"]',
  },
  {
    name: 'States.Base64Encode',
    doc: 'Writes a string in Base64.',
    parameters: [{ name: 'text', type: 'string', doc: 'At most 10,000 characters.' }],
    returns: 'string',
    limit: 'The text has at most 10,000 characters.',
    example: "States.Base64Encode('Data to encode')",
    result: '"RGF0YSB0byBlbmNvZGU="',
  },
  {
    name: 'States.Base64Decode',
    doc: 'Reads a string that was written in Base64.',
    parameters: [{ name: 'text', type: 'string', doc: 'At most 10,000 characters of Base64.' }],
    returns: 'string',
    limit: 'The text has at most 10,000 characters.',
    example: "States.Base64Decode('RGF0YSB0byBlbmNvZGU=')",
    result: '"Data to encode"',
  },
  {
    name: 'States.Hash',
    doc: 'Computes the hash of a value, in hexadecimal digits.',
    parameters: [
      {
        name: 'value',
        type: 'any',
        doc: 'What is not a string is written as JSON first; at most 10,000 characters.',
      },
      { name: 'algorithm', type: 'string', doc: 'MD5, SHA-1, SHA-256, SHA-384 or SHA-512.' },
    ],
    returns: 'string',
    limit: 'The value has at most 10,000 characters.',
    example: "States.Hash('a@b.c', 'SHA-256')",
    result: '"d648b243a3e817ea…"',
  },
  {
    name: 'States.JsonMerge',
    doc: 'Merges two objects; where both have a key, the second one counts.',
    parameters: [
      { name: 'first', type: 'object', doc: 'The object to start from.' },
      { name: 'second', type: 'object', doc: 'The object whose values win.' },
      { name: 'deep', type: 'boolean', doc: 'Always false: only the top level is merged.' },
    ],
    returns: 'object',
    limit: 'Only the shallow merge exists: the third argument is false.',
    example: 'States.JsonMerge($.defaults, $.overrides, false)',
    result: '{"retries": 5, "mode": "fast"}',
  },
  {
    name: 'States.StringToJson',
    doc: 'Reads a string of JSON.',
    parameters: [{ name: 'text', type: 'string', doc: 'JSON text; a blank one gives null.' }],
    returns: 'any',
    example: 'States.StringToJson($.body)',
    result: '{"id": 7}',
  },
  {
    name: 'States.JsonToString',
    doc: 'Writes a value as JSON, without spaces.',
    parameters: [{ name: 'value', type: 'any', doc: 'The value to write.' }],
    returns: 'string',
    example: 'States.JsonToString($.detail)',
    result: '"{\\"id\\":7}"',
  },
  {
    name: 'States.MathRandom',
    doc: 'Draws a random whole number.',
    parameters: [
      { name: 'first', type: 'integer', doc: 'The least number that may come.' },
      { name: 'end', type: 'integer', doc: 'The number that is just too large.' },
      { name: 'seed', type: 'integer', doc: 'The same seed always gives the same number.', optional: true },
    ],
    returns: 'number',
    example: 'States.MathRandom(1, 100)',
    result: '42',
  },
  {
    name: 'States.MathAdd',
    doc: 'Adds two numbers; each is rounded to a whole one first.',
    parameters: [
      { name: 'first', type: 'number', doc: 'Between -2147483648 and 2147483647.' },
      { name: 'second', type: 'number', doc: 'Negative to subtract.' },
    ],
    returns: 'number',
    example: 'States.MathAdd($.attempt, 1)',
    result: '3',
  },
  {
    name: 'States.StringSplit',
    doc: 'Cuts a string at every character of the delimiter and drops empty parts.',
    parameters: [
      { name: 'text', type: 'string', doc: 'The text to cut.' },
      { name: 'delimiters', type: 'string', doc: 'Each of its characters is a place to cut.' },
    ],
    returns: 'array of strings',
    example: "States.StringSplit('1,2;3', ',;')",
    result: '["1", "2", "3"]',
  },
  {
    name: 'States.UUID',
    doc: 'Makes a random identifier (UUID version 4).',
    parameters: [],
    returns: 'string',
    example: 'States.UUID()',
    result: '"ca4c1140-dcc1-40cd-ad05-7b4aa23df4a8"',
  },
  {
    name: 'States.Format',
    doc: 'Puts its arguments in place of the `{}` of a template.',
    parameters: [
      { name: 'template', type: 'string', doc: 'A literal brace is written \\{ or \\}.' },
      { name: 'value', type: 'any', doc: 'What the next {} becomes.', rest: true },
    ],
    returns: 'string',
    example: "States.Format('Hello, {}!', $.name)",
    result: '"Hello, Ada!"',
  },
];

const BY_NAME = new Map(INTRINSICS.map((intrinsic) => [intrinsic.name, intrinsic]));

/** The function with this full name; case counts. */
export function intrinsicFunction(name: string): IntrinsicFunction | undefined {
  return BY_NAME.get(name);
}

/** The least and the largest number of arguments; `Infinity` where any number may follow. */
export function argumentCounts({ parameters }: IntrinsicFunction): { minimum: number; maximum: number } {
  const rest = parameters.some((parameter) => parameter.rest);
  return {
    minimum: parameters.filter((parameter) => !parameter.optional && !parameter.rest).length,
    maximum: rest ? Infinity : parameters.length,
  };
}
