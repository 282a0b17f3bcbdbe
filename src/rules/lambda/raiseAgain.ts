import type { Handler, Program, Statement } from '../../syntax/code/ast';
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
    return language === 'typescript' ? [{ title, edits: [{ span, newText: ` ${words} ` }] }] : [];
  }
  if (ENDS.has(last.kind)) return [{ title, edits: [{ span: last.span, newText: words }] }];
  const end = lineEnd(text, last.span.end);
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1))?.[0] ?? '';
  const ownLine = text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1, last.span.start).trim() === '';
  if (!ownLine) return [];
  return [{ title, edits: [{ span: { start: end, end }, newText: `${eol(text)}${indent}${words}` }] }];
}

const ENDS: ReadonlySet<Statement['kind']> = new Set(['return', 'continue', 'pass']);

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}

function eol(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
