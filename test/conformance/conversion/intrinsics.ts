import { createHash } from 'node:crypto';
import type { IntrinsicCall } from '../../../src/expressions/intrinsic';
import { parsePathOrIntrinsic } from '../../../src/expressions/pathOrIntrinsic';
import { Failure, runtimeFailure } from './failure';
import { equal, isObject, type Json } from './json';
import { pathValue, type PathRoots } from './paths';

/** What stands for chance, in both query languages. */
export const DRAWN = 0.5;
export const DRAWN_UUID = '00000000-0000-4000-8000-000000000000';

/** The value of a key that ends in `.$`. */
export function pathOrIntrinsicValue(text: string, roots: PathRoots): Json {
  const { path, call } = parsePathOrIntrinsic(text);
  if (path) return pathValue(path, text, roots);
  if (call) return callValue(call, text, roots);
  throw runtimeFailure(`"${text}" is neither a path nor a call`);
}

function callValue(call: IntrinsicCall, text: string, roots: PathRoots): Json {
  const args = call.arguments.map((argument): Json => {
    if (argument.kind === 'call') return callValue(argument, text, roots);
    if (argument.kind === 'path') return pathValue(argument.path, text, roots);
    if (argument.kind === 'literal') return argument.value;
    // A template keeps its escapes until its gaps are known.
    if (argument.kind === 'text') return call.name === 'States.Format' ? argument.written : argument.value;
    throw runtimeFailure('a placeholder');
  });
  return apply(call.name, args);
}

function apply(name: string, args: readonly Json[]): Json {
  const [first, second, third] = args;
  const whole = (value: Json): number => Math.floor(num(value) + 0.5);
  switch (name) {
    case 'States.Array':
      return [...args];
    case 'States.ArrayPartition': {
      const size = whole(second);
      if (size < 1) throw wrong(name);
      const chunks: Json[] = [];
      for (let at = 0; at < list(first).length; at += size) chunks.push(list(first).slice(at, at + size));
      return chunks;
    }
    case 'States.ArrayContains':
      return list(first).some((item) => equal(item, second));
    case 'States.ArrayRange': {
      const step = whole(third);
      if (step === 0) throw wrong(name);
      const range: Json[] = [];
      for (let at = whole(first); step > 0 ? at <= whole(second) : at >= whole(second); at += step)
        range.push(at);
      return range;
    }
    case 'States.ArrayGetItem': {
      const index = num(second);
      if (index < 0 || index >= list(first).length) throw wrong(name);
      return list(first)[index];
    }
    case 'States.ArrayLength':
      return list(first).length;
    case 'States.ArrayUnique':
      return list(first).filter((item, index, all) => all.findIndex((other) => equal(item, other)) === index);
    case 'States.Base64Encode':
      return Buffer.from(str(first)).toString('base64');
    case 'States.Base64Decode':
      return Buffer.from(str(first), 'base64').toString();
    case 'States.Hash':
      return hash(str(first), str(second));
    case 'States.JsonMerge':
      if (!isObject(first) || !isObject(second)) throw wrong(name);
      return { ...first, ...second };
    case 'States.JsonToString':
      return JSON.stringify(first);
    case 'States.StringToJson':
      return str(first).trim() === '' ? null : parsed(str(first));
    case 'States.MathAdd':
      return whole(first) + whole(second);
    case 'States.MathRandom':
      return Math.floor(DRAWN * (num(second) - num(first))) + num(first);
    case 'States.StringSplit':
      return splitAll(str(first), str(second));
    case 'States.UUID':
      return DRAWN_UUID;
    case 'States.Format':
      return format(str(first), args.slice(1));
    default:
      throw runtimeFailure(`the function ${name} is not known`);
  }
}

export function hash(text: string, algorithm: string): string {
  return createHash(algorithm.toLowerCase().replace('-', '')).update(text).digest('hex');
}

function splitAll(text: string, delimiter: string): Json[] {
  const parts = [''];
  for (const character of text) {
    if (delimiter.includes(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.filter((part) => part !== '');
}

function format(template: string, values: readonly Json[]): string {
  let index = 0;
  return template.replace(/\\([\s\S])|\{\}/g, (found, escaped: string | undefined) =>
    found === '{}' ? printed(values[index++]) : (escaped ?? ''),
  );
}

/** Objects print as Java maps do. */
function printed(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}=${printed(member)}`)
      .join(', ')}}`;
  return String(value);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw wrong('JSON');
  }
}

function list(value: Json): Json[] {
  if (!Array.isArray(value)) throw wrong('an array');
  return value;
}

function num(value: Json): number {
  if (typeof value !== 'number') throw wrong('a number');
  return value;
}

function str(value: Json): string {
  if (typeof value !== 'string') throw wrong('a text');
  return value;
}

function wrong(what: string): Failure {
  return new Failure('States.IntrinsicFailure', `unexpected argument: ${what}`);
}
