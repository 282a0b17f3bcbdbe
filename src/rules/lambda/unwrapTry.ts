import type { Handler, Program, TryStatement } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';
import type { Fix } from '../rule';

/** Takes away a try whose handlers only raise again what they caught; its body moves out as it stands. */
export function unwrapTry(program: Program, attempt: TryStatement): readonly Fix[] {
  const { text, language } = program;
  if (attempt.finally || attempt.otherwise || !attempt.handlers.every(onlyRaisesAgain)) return [];
  const [first] = attempt.body.statements;
  if (!first || hasLongString(program, attempt)) return [];
  const start = lineStart(text, attempt.span.start);
  const from = text.indexOf('\n', attempt.head.end) + 1;
  // Python's body ends where the handler begins, that of the others before its own brace.
  const to = lineStart(
    text,
    language === 'python' ? attempt.handlers[0].head.start : attempt.body.span.end - 1,
  );
  const outer = indentAt(text, start);
  const inner = indentAt(text, lineStart(text, first.span.start));
  const isAlone =
    text.slice(start, attempt.span.start).trim() === '' && from <= lineStart(text, first.span.start);
  if (!isAlone || to <= from || inner.length <= outer.length || !inner.startsWith(outer)) return [];
  const lines = text
    .slice(from, to)
    .replace(/\r?\n$/, '')
    .split('\n');
  const newText = lines
    .map((line) => (line.startsWith(inner) ? outer + line.slice(inner.length) : line))
    .join('\n');
  const end = attempt.span.start + text.slice(attempt.span.start, attempt.span.end).trimEnd().length;
  const edits = [{ span: { start, end }, newText }];
  return [{ title: 'Take away the inner try', edits, safe: language === 'python' }];
}

function onlyRaisesAgain({ body, name }: Handler): boolean {
  const [statement, ...more] = body.statements;
  if (more.length > 0 || statement?.kind !== 'raise') return false;
  return !statement.value || (statement.value.kind === 'name' && statement.value.name === name);
}

/** A text over several lines would change with its indentation. */
function hasLongString({ text }: Program, { body }: TryStatement): boolean {
  let long = false;
  walkBlock(body, {
    intoFunctions: true,
    expression: ({ kind, span }) =>
      void (kind === 'string' && text.slice(span.start, span.end).includes('\n') && (long = true)),
  });
  return long;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
}
