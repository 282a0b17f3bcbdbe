import { isPlainSafe } from './yamlString';

export type PlainScalar = string | number | boolean | null;

/** A value to be written; `undefined` members are left out. */
export type PlainValue =
  PlainScalar | readonly PlainValue[] | { readonly [key: string]: PlainValue | undefined };

export function isScalarValue(value: PlainValue): value is PlainScalar {
  return value === null || typeof value !== 'object';
}

/** Members without those that are left out. */
export function membersOf(value: PlainValue): [string, PlainValue][] {
  return Object.entries(value ?? {}).filter(
    (member): member is [string, PlainValue] => member[1] !== undefined,
  );
}

/** A text as a scalar of YAML on one line, quoted as what stood in its place, else only where it has to be. */
export function yamlScalar(text: string, like?: string): string {
  if (like === "'" && /^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return like !== '"' && isPlainSafe(text) ? text : JSON.stringify(text);
}

/** A value on one line, with its texts as `quote` writes them. */
export function oneLine(value: PlainValue, quote: (text: string) => string): string {
  if (typeof value === 'string') return quote(value);
  if (isScalarValue(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: PlainValue) => oneLine(item, quote)).join(', ')}]`;
  const members = membersOf(value).map(([key, member]) => `${quote(key)}: ${oneLine(member, quote)}`);
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}
