import type { TextEdit } from '../edit';
import type { Argument, CallExpression, Expression, ObjectExpression } from './ast';
import { lineStart } from '../lines';

/**
 * Adds a keyword argument behind the others, in the layout of the call. Nothing for a call whose
 * parenthesis is not closed yet.
 */
export function addKeyword(
  text: string,
  call: CallExpression,
  name: string,
  value: string,
): readonly TextEdit[] | undefined {
  if (text[call.span.end - 1] !== ')') return undefined;
  return addBehind(text, call.arguments, call.span.end - 1, `${name}=${value}`);
}

/** Gives arguments to a decorator: `@dag` becomes `@dag(catchup=False)`. */
export function addKeywordToDecorator(
  text: string,
  decorator: Expression,
  name: string,
  value: string,
): readonly TextEdit[] | undefined {
  if (decorator.kind === 'call') return addKeyword(text, decorator, name, value);
  const { end } = decorator.span;
  return [{ span: { start: end, end }, newText: `(${name}=${value})` }];
}

/** Adds an entry behind the others of a dictionary, in its layout and with its quotes. */
export function addEntry(
  text: string,
  object: ObjectExpression,
  key: string,
  value: string,
): readonly TextEdit[] | undefined {
  if (text[object.span.end - 1] !== '}') return undefined;
  const [first] = object.entries;
  const quote = first && text[first.keySpan.start] === "'" ? "'" : '"';
  const items = object.entries.map((entry) => ({
    span: { start: entry.keySpan.start, end: entry.value.span.end },
  }));
  return addBehind(text, items, object.span.end - 1, `${quote}${key}${quote}: ${value}`);
}

/** Puts an item behind the last one, before the bracket at `close`; on a line of its own where that one has one. */
function addBehind(
  text: string,
  items: readonly Pick<Argument, 'span'>[],
  close: number,
  item: string,
): readonly TextEdit[] {
  const last = items[items.length - 1];
  const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
  if (!last) return [insert(close, item)];
  const indent = text.slice(lineStart(text, last.span.start), last.span.start);
  const hasComma = /^\s*,/.test(text.slice(last.span.end, close));
  const afterComma = hasComma ? text.indexOf(',', last.span.end) + 1 : last.span.end;
  if (/\S/.test(indent)) {
    if (!hasComma) return [insert(last.span.end, `, ${item}`)];
    return [insert(afterComma, ` ${item}${/^\s*\n/.test(text.slice(afterComma, close)) ? ',' : ''}`)];
  }
  // A comment behind the last item stays with it.
  const lineEnd = text.indexOf('\n', afterComma);
  const eol = text[lineEnd - 1] === '\r' ? '\r\n' : '\n';
  const at = lineEnd >= 0 && lineEnd < close ? lineEnd + 1 - eol.length : afterComma;
  const added = `${eol}${indent}${item}${hasComma ? ',' : ''}`;
  if (hasComma) return [insert(at, added)];
  return at === last.span.end ? [insert(at, `,${added}`)] : [insert(last.span.end, ','), insert(at, added)];
}
