import { CONTEXT_OBJECT } from '../../../catalog/contextObject';
import { parseJsonPath, type JsonPath, type PathSegment } from '../../../expressions/jsonPath';
import { operand, STATE_INPUT, Unsure, type Code, type Shape } from './code';
import { itemsCode } from './itemsCode';
import type { Names } from './names';

/** What the paths of one place start at; without an input, `$` has no counterpart there. */
export interface Roots {
  readonly names: Names;
  readonly input?: Code;
  /** Where the input is put together here: the part of it that a path leads to. */
  readonly part?: (path: JsonPath, text: string) => Code;
  /** In a filter: the item, whose members are named without it. */
  readonly item?: true;
  /** Inside of values that were picked out one by one, some of which may be no arrays. */
  readonly picked?: true;
}

const CONTEXT: Code = { text: '$states.context', shape: 'object' };

/** The expression for the path of a whole string. */
export function pathTextCode(text: string, roots: Roots): Code {
  const { path, problems } = parseJsonPath(text);
  if (!path || problems.length > 0) throw new Unsure(`the path "${text}" cannot be read`);
  return pathCode(path, text, roots);
}

/** The expression for a path; `text` is the string that its offsets count in. */
export function pathCode(path: JsonPath, text: string, roots: Roots): Code {
  const written = text.slice(path.start, path.end);
  if (path.root === 'input' && roots.part) return roots.part(path, written);
  const root = rootCode(path, written, roots);
  const code = follow(root, path.segments, text, roots, written);
  return path.root === 'context' ? { ...code, shape: contextShape(path) ?? code.shape } : code;
}

function rootCode({ root, variable }: JsonPath, written: string, { input, item }: Roots): Code {
  if (root === 'context') return CONTEXT;
  if (root === 'variable') return { text: `$${variable ?? ''}`, shape: 'unknown' };
  if (root === 'item') {
    if (item) return { text: '', shape: 'unknown' };
    throw new Unsure(`"${written}" stands outside of a filter`);
  }
  if (!input) throw new Unsure(`what "${written}" reads here is not surely known`);
  return input;
}

/** The value that segments lead to from another one. */
export function follow(
  start: Code,
  segments: readonly PathSegment[],
  text: string,
  roots: Roots,
  written: string,
): Code {
  let code = start;
  for (const [index, segment] of segments.entries()) {
    const rest = segments.slice(index + 1);
    switch (segment.kind) {
      case 'name':
        code = { text: joined(code, nameCode(segment.name)), shape: 'unknown' };
        break;
      case 'index':
        code = { text: `${operand(code) || '$'}[${segment.index}]`, shape: 'unknown' };
        break;
      case 'function':
        return functionCode(code, segment.name, rest.length === 0, roots.names, written);
      default:
        return listCode(code, segment, rest, text, roots, written);
    }
  }
  return code.text === '' ? { text: '$', shape: 'unknown' } : code;
}

function joined(code: Code, name: string): string {
  return code.text === '' ? name : `${operand(code)}.${name}`;
}

/** Words that mean something else where a name may stand. */
const WORDS = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** A member's name as JSONata writes it. */
function nameCode(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name) && !WORDS.has(name)) return name;
  if (name === '' || /[`\\]/.test(name)) throw new Unsure(`JSONata has no way to name the member "${name}"`);
  return `\`${name}\``;
}

function functionCode(code: Code, name: string, isLast: boolean, names: Names, written: string): Code {
  if (name !== 'length' || !isLast) throw new Unsure(`the function in "${written}" has no sure counterpart`);
  names.remarks.add(`"${written}" is taken to count the items of an array.`);
  return { text: `${names.call('count')}(${code.text || '$'})`, shape: 'number' };
}

/** An indefinite path gives an array in any case, and so does the constructor around the expression. */
function listCode(
  from: Code,
  segment: PathSegment,
  rest: readonly PathSegment[],
  text: string,
  roots: Roots,
  written: string,
): Code {
  const { names } = roots;
  const unsure = new Unsure(`"${written}" has no sure counterpart in JSONata`);
  if (segment.kind === 'descendant' && rest.at(0)?.kind !== 'name') throw unsure;
  if (rest.some(({ kind }) => kind === 'function')) throw unsure;
  const inFilter: Roots = { ...roots, item: true };
  const pathOf = (path: JsonPath, filter: string): string => pathCode(path, filter, inFilter).text;
  // The input of a state is an object far more often than an array, and paths tell the two apart.
  const mayBeNone = roots.picked === true || from.text === STATE_INPUT.text;
  const items = itemsCode(segment, from, mayBeNone, text, names, pathOf, written);
  if (segment.kind !== 'descendant' && !mayBeNone)
    names.remarks.add(`"${written}" is taken to go over the items of an array.`);
  if (rest.length === 0) return { text: `[${items}]`, shape: 'array' };
  const item = names.local('item');
  const start: Code = { text: item, shape: 'unknown' };
  const value = follow(start, rest, text, { ...roots, picked: true }, written).text;
  // An index of what was picked out: what is no list would be its own first item to JSONata.
  const own = rest[0].kind === 'index' ? `${names.call('type')}(${item}) = 'array' ? ${value}` : value;
  // Unlike a path over an array, $map leaves arrays among the values whole.
  const each = `${names.call('map')}(${items}, function(${item}) { ${own} })[]`;
  const isNested = rest.some(({ kind }) => kind !== 'name' && kind !== 'index');
  const joined = isNested ? `${names.call('reduce')}(${each}, ${names.call('append')}, [])[]` : each;
  return { text: `[${joined}]`, shape: 'array' };
}

const SHAPES: Readonly<Record<string, Shape>> = {
  string: 'string',
  timestamp: 'string',
  number: 'number',
  object: 'object',
};

function contextShape({ segments }: JsonPath): Shape | undefined {
  const path = segments.map((segment) => (segment.kind === 'name' ? segment.name : '*')).join('.');
  const entry = CONTEXT_OBJECT.find((candidate) => candidate.path === path);
  return entry && SHAPES[entry.type];
}
