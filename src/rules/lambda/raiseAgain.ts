import type { Handler, Program, Statement } from '../../syntax/code/ast';
import { lineEnd, lineStart } from '../../syntax/lines';
import type { Fix } from '../rule';

/** Lets an error go on behind what a handler does with it, in place of a `return`, `continue` or `pass`. */
export function raiseAgain({ text, language }: Program, { body, name }: Handler): readonly Fix[] {
  const last = body.statements[body.statements.length - 1];
  if (language === 'typescript' && !name) return [];
  const words = language === 'python' ? 'raise' : `throw ${name};`;
  const title = language === 'python' ? 'Raise it again' : `Throw "${name}" again`;
  if (!last) {
    // An empty `catch (e) {}`; Python's handler has at least `pass`.
    const span = { start: body.span.start + 1, end: body.span.end - 1 };
    return language === 'typescript' && span.start <= span.end
      ? [{ title, edits: [{ span, newText: ` ${words} ` }] }]
      : [];
  }
  if (ENDS.has(last.kind)) return [{ title, edits: [{ span: last.span, newText: words }] }];
  const end = lineEnd(text, last.span.end);
  const start = lineStart(text, last.span.start);
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const ownLine = text.slice(start, last.span.start).trim() === '';
  if (!ownLine) return [];
  return [{ title, edits: [{ span: { start: end, end }, newText: `${eol(text)}${indent}${words}` }] }];
}

const ENDS: ReadonlySet<Statement['kind']> = new Set(['return', 'continue', 'pass']);

function eol(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
