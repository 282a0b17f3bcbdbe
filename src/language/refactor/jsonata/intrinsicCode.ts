import type { IntrinsicArgument, IntrinsicCall } from '../../../expressions/intrinsic';
import { isDefinite } from '../../../expressions/jsonPath';
import { parsePathOrIntrinsic } from '../../../expressions/pathOrIntrinsic';
import { literal, operand, quoted, Unsure, type Code } from './code';
import { formatCode } from './formatCode';
import { pathCode, type Roots } from './pathCode';

/** The expression for the value of a key that ends in `.$`. */
export function pathOrIntrinsicCode(text: string, roots: Roots): Code {
  const { path, call, problems } = parsePathOrIntrinsic(text);
  if (problems.length > 0 || text.includes('${')) throw new Unsure(`"${text}" cannot be read for certain`);
  if (path) return pathCode(path, text, roots);
  if (call) return new IntrinsicWriter(text, roots).call(call);
  throw new Unsure(`"${text}" cannot be read`);
}

/** Writes calls of intrinsic functions so that every value, whatever its type, comes out as it did. */
class IntrinsicWriter {
  constructor(
    private readonly text: string,
    private readonly roots: Roots,
  ) {}

  call({ name, arguments: given }: IntrinsicCall): Code {
    const args = given.map((argument) => this.#argument(argument));
    const [first, second, third] = args;
    const { names } = this.roots;
    if (SWALLOWING.has(name) && given.some((each) => each.kind === 'path' && isDefinite(each.path)))
      names.remarks.add(`A path that leads nowhere counts as nothing in "${name}"; JSONPath failed there.`);
    const fn = (called: string, ...values: Code[]): string =>
      `${names.call(called)}(${values.map(({ text }) => text).join(', ')})`;
    switch (name) {
      case 'States.Array':
        return { text: `[${args.map((each) => this.#item(each)).join(', ')}]`, shape: 'array' };
      case 'States.ArrayPartition':
        // One chunk alone stays a list of chunks.
        return { text: `${fn('partition', first, this.#whole(second))}[]`, shape: 'array' };
      case 'States.ArrayContains':
        return this.#contains(first, second, given[1]);
      case 'States.ArrayRange':
        // A single number comes back without its array.
        return { text: `[${fn('range', ...args.map((each) => this.#whole(each)))}]`, shape: 'array' };
      case 'States.ArrayGetItem':
        return { text: `${operand(first)}[${second.text}]`, shape: 'unknown' };
      case 'States.ArrayLength':
        return { text: fn('count', first), shape: 'number' };
      case 'States.ArrayUnique':
        return { text: fn('distinct', first), shape: 'array' };
      case 'States.Base64Encode':
        return { text: fn('base64encode', first), shape: 'string' };
      case 'States.Base64Decode':
        return { text: fn('base64decode', first), shape: 'string' };
      case 'States.Hash':
        return { text: fn('hash', first, second), shape: 'string' };
      case 'States.JsonMerge':
        return { text: `${names.call('merge')}([${first.text}, ${second.text}])`, shape: 'object' };
      case 'States.JsonToString':
        return this.#jsonToString(first);
      case 'States.StringToJson':
        // A blank text is null there, and no JSON to $parse.
        return {
          text: `${fn('trim', first)} = '' ? null : ${fn('parse', first)}`,
          shape: 'unknown',
          loose: true,
        };
      case 'States.MathAdd':
        return {
          text: `${this.#whole(first).text} + ${this.#whole(second).text}`,
          shape: 'number',
          loose: true,
        };
      case 'States.MathRandom':
        return this.#random(first, second, third);
      case 'States.StringSplit':
        return this.#split(first, second, given[1]);
      case 'States.UUID':
        return { text: fn('uuid'), shape: 'string' };
      case 'States.Format':
        return formatCode(given[0], args, names);
      default:
        throw new Unsure(`the function "${name}" has no counterpart in JSONata`);
    }
  }

  #argument(argument: IntrinsicArgument): Code {
    switch (argument.kind) {
      case 'call':
        return this.call(argument);
      case 'path':
        return pathCode(argument.path, this.text, this.roots);
      case 'text':
        return { text: quoted(argument.value), shape: 'string' };
      case 'literal':
        return {
          text: literal(argument.value),
          shape: typeof argument.value === 'number' ? 'number' : 'boolean',
        };
      default:
        throw new Unsure(`"${this.text}" is filled in from outside`);
    }
  }

  /** An array constructor takes the items out of an array that is no constructor itself. */
  #item(code: Code): string {
    const { text, shape } = code;
    if (shape === 'array') return text.startsWith('[') ? text : `[${text}]`;
    if (shape !== 'unknown') return text;
    return `${this.roots.names.call('type')}(${text}) = 'array' ? [[${text}]] : ${operand(code)}`;
  }

  #contains(list: Code, value: Code, written: IntrinsicArgument): Code {
    if (written.kind === 'text' || written.kind === 'literal')
      return { text: `${value.text} in ${operand(list)}`, shape: 'boolean', loose: true };
    const { names } = this.roots;
    const item = names.local('item');
    const found = `${names.call('filter')}(${list.text}, function(${item}) { ${item} = ${operand(value)} })`;
    return { text: `${names.call('exists')}(${found})`, shape: 'boolean' };
  }

  #jsonToString(code: Code): Code {
    const { names } = this.roots;
    const plain = `${names.call('string')}(${code.text})`;
    if (code.shape !== 'string' && code.shape !== 'unknown') return { text: plain, shape: 'string' };
    // $string leaves a text as it is; in an array it gets its quotes.
    const inQuotes = `${names.call('replace')}(${names.call('string')}([${code.text}]), /^\\[|\\]$/, '')`;
    if (code.shape === 'string') return { text: inQuotes, shape: 'string' };
    const test = `${names.call('type')}(${code.text}) = 'string'`;
    return { text: `${test} ? ${inQuotes} : ${plain}`, shape: 'string', loose: true };
  }

  /** Halves are rounded up, also those below zero. */
  #whole(code: Code): Code {
    const { text } = code;
    if (/^-?\d+(\.\d+)?$/.test(text)) {
      const whole = Math.floor(Number(text) + 0.5);
      return { text: String(whole), shape: 'number' };
    }
    if (text.startsWith('$count(')) return code;
    return { text: `${this.roots.names.call('floor')}(${operand(code)} + 0.5)`, shape: 'number' };
  }

  #random(from: Code, to: Code, seed: Code | undefined): Code {
    if (seed) throw new Unsure('"States.MathRandom" with a seed draws other numbers than "$random" does');
    const random = `${this.roots.names.call('random')}()`;
    const floor = this.roots.names.call('floor');
    const first = /^-?\d+$/.test(from.text) ? Number(from.text) : undefined;
    const last = /^-?\d+$/.test(to.text) ? Number(to.text) : undefined;
    const width =
      first !== undefined && last !== undefined
        ? String(last - first)
        : first === 0
          ? operand(to)
          : `(${operand(to)} - ${operand(from)})`;
    const text = `${floor}(${random} * ${width})`;
    return first === 0
      ? { text, shape: 'number' }
      : { text: `${text} + ${operand(from)}`, shape: 'number', loose: true };
  }

  /** Every character of the delimiter splits, and empty parts are left out. */
  #split(text: Code, delimiter: Code, written: IntrinsicArgument): Code {
    const { names } = this.roots;
    const split = names.call('split');
    if (written.kind !== 'text') {
      const parts = names.local('parts');
      const sign = names.local('sign');
      const each = `function(${parts}, ${sign}) { ${parts}.${split}($, ${sign}) }`;
      const all = `${names.call('reduce')}(${split}(${delimiter.text}, ''), ${each}, ${text.text})`;
      return { text: `[${all}[$ != '']]`, shape: 'array' };
    }
    const signs = [...new Set(written.value)];
    const by =
      signs.length === 1
        ? quoted(signs[0])
        : `/[${signs.map((sign) => CLASS_ESCAPES[sign] ?? sign).join('')}]/`;
    return { text: `[${split}(${text.text}, ${by})[$ != '']]`, shape: 'array' };
  }
}

/** Functions whose counterpart gives a value also without one of its arguments. */
const SWALLOWING: ReadonlySet<string> = new Set([
  'States.Array',
  'States.ArrayContains',
  'States.ArrayLength',
  'States.JsonMerge',
  'States.StringSplit',
  'States.Format',
]);

/** JSONata looks for the end of a pattern by its brackets, and takes one behind a backslash for escaped. */
const CLASS_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\x5c',
  '(': '\\(',
  ')': '\\)',
  '{': '\\{',
  '}': '\\}',
  ']': '\\]',
  '[': '\\[',
  '^': '\\^',
  '-': '\\-',
  '/': '\\/',
};
