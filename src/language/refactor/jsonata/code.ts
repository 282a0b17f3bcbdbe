import { parseJsonata } from '../../../expressions/jsonata';

/** What is known of the value of an expression, for functions that treat texts or arrays apart. */
export type Shape = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'unknown';

/** A JSONata expression without its `{% %}`. */
export interface Code {
  readonly text: string;
  readonly shape: Shape;
  /** True where the text needs parentheses before it can be an operand. */
  readonly loose?: boolean;
}

/** Thrown where the same meaning cannot surely be kept; the message is a part of a sentence: `"…" is …`. */
export class Unsure extends Error {}

export const STATE_INPUT: Code = { text: '$states.input', shape: 'unknown' };
export const STATE_RESULT: Code = { text: '$states.result', shape: 'unknown' };
export const ERROR_OUTPUT: Code = { text: '$states.errorOutput', shape: 'object' };

/** A text as JSONata writes it, in single quotes where it can be: in JSON they need no escape. */
export function quoted(text: string): string {
  const plain = !text.includes("'") && JSON.stringify(text).length === text.length + 2;
  return plain ? `'${text}'` : JSON.stringify(text);
}

/** A JSON value as JSONata writes it. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return objectCode(Object.entries(value).map(([key, member]) => [key, literal(member)]));
}

/** An object constructor. */
export function objectCode(members: readonly (readonly [key: string, code: string])[]): string {
  if (members.length === 0) return '{}';
  return `{${members.map(([key, code]) => `${quoted(key)}: ${code}`).join(', ')}}`;
}

/** The expression as an operand. */
export function operand({ text, loose }: Code): string {
  return loose ? `(${text})` : text;
}

/** The value of a string field that evaluates the expression; throws `Unsure` where JSONata cannot read it. */
export function expression({ text }: Code): string {
  const written = `{% ${text} %}`;
  if (parseJsonata(written).problems.length > 0)
    throw new Unsure(`JSONata cannot read its counterpart "${text}"`);
  return written;
}

/** A text that a JSONata state takes as it is, also where it looks like an expression. */
export function literalText(text: string): string {
  return text.startsWith('{%') || text.endsWith('%}') ? `{% ${quoted(text)} %}` : text;
}
