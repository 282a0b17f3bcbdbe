import { stringify } from 'yaml';
import type { PlainValue } from '../../syntax/edit';
import { hclScalar, hclStyleOf, type HclStyle } from '../../syntax/hclStyle';
import type { Tree } from '../../syntax/tree';
import { isPlainSafe } from '../../syntax/yamlString';
import type { Cursor } from './cursor';

/** How members and texts are written at a cursor: as JSON, in lines of YAML, as Terraform. */
export interface Notation {
  /** True between braces or brackets: all of JSON and Terraform, the flow style of YAML. */
  readonly flow: boolean;
  /** What stands between a key and a value that begins on the same line. */
  readonly sign: string;
  key(name: string): string;
  /** A key that the author types anew. */
  namedKey(shown: string): string;
  text(text: string): string;
  /** An object on one line, of values that are written already. */
  inline(members: readonly (readonly [key: string, value: string])[]): string;
  /** A value over several lines; `column` is that of its key. */
  lines(value: PlainValue, column: number): string;
  /** A member of a key and a value that are written already. */
  member(key: string, value: string): string;
  /** Written members, each on a line of its own at a column. */
  members(members: readonly string[], column: number): string;
  /** The same as a value whose key stands at `column`. */
  block(members: readonly string[], column: number): string;
}

/** The notation of the text around a cursor. */
export function notationAt({ format, source }: Tree, { container, flow }: Cursor): Notation {
  if (!flow) return YAML_LINES;
  if (format !== 'hcl') return JSON_TEXT;
  return terraform(hclStyleOf(container.kind === 'object' ? container : undefined, source, '  '));
}

/** Terraform in a style. */
export function terraform(style: HclStyle): Notation {
  const { sign } = style;
  return {
    flow: true,
    sign,
    key: (name) => style.key(name),
    // A name may have blanks.
    namedKey: (shown) => style.key(shown, true),
    text: hclScalar,
    inline: (members) => `{ ${members.map(([key, value]) => style.key(key) + sign + value).join(', ')} }`,
    lines: (value, column) => style.value(value, pad(column), true),
    ...inBraces(sign, ''),
  };
}

export const JSON_TEXT: Notation = {
  flow: true,
  sign: ': ',
  key: (name) => JSON.stringify(name),
  namedKey: (shown) => JSON.stringify(shown),
  text: (text) => JSON.stringify(text),
  inline: (members) => `{ ${members.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')} }`,
  lines: (value, column) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${pad(column)}`),
  ...inBraces(': ', ','),
};

/** YAML in its block style. */
export const YAML_LINES: Notation = {
  ...JSON_TEXT,
  flow: false,
  key: plain,
  namedKey: (shown) => shown,
  text: plain,
  lines: (value, column) => {
    const lines = stringify(value, { lineWidth: 0, version: '1.1' }).trimEnd();
    return `\n${lines}`.replaceAll('\n', `\n${pad(column + 2)}`);
  },
  // Lines begin below their key.
  member: (key, value) => `${key}:${value.startsWith('\n') ? '' : ' '}${value}`,
  members: (members, column) => members.join(`\n${pad(column)}`),
  block: (members, column) => `\n${pad(column + 2)}${members.join(`\n${pad(column + 2)}`)}`,
};

function inBraces(sign: string, comma: string): Pick<Notation, 'member' | 'members' | 'block'> {
  const members: Notation['members'] = (written, column) => written.join(`${comma}\n${pad(column)}`);
  return {
    member: (key, value) => key + sign + value,
    members,
    block: (written, column) => `{\n${pad(column + 2)}${members(written, column + 2)}\n${pad(column)}}`,
  };
}

function pad(column: number): string {
  return ' '.repeat(Math.max(0, column));
}

/** In lines of its own a colon with something right behind it is text, as in ARNs. */
function plain(text: string): string {
  return isPlainSafe(text.replaceAll(/:(?=\S)/g, '.')) ? text : JSON.stringify(text);
}
