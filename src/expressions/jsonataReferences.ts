import type { JsonataReference, JsonataStep } from './jsonata';
import { jsonataTokens } from './jsonataTokens';

const SIMPLE = /[ \t\n\r\v]*\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)[ \t\n\r\v]*/y;
/** Words that are values or operators to JSONata, or begin a function. */
const WORD = /\.(?:true|false|null|and|or|in|function)\b/;

/**
 * The whole of `[start, end)` as one reference when it is nothing but `$name.a.b`, which most expressions
 * are; without the `jsonata` package, whose answer is the same.
 */
export function simpleReference(text: string, start: number, end: number): JsonataReference | undefined {
  SIMPLE.lastIndex = start;
  const match = SIMPLE.exec(text);
  if (match === null || SIMPLE.lastIndex !== end || WORD.test(match[2])) return undefined;
  const [, name, rest] = match;
  const from = text.indexOf('$', start);
  const path: JsonataStep[] = [];
  let at = from + 1 + name.length;
  const nameEnd = at;
  for (const step of rest.split('.').slice(1)) {
    path.push({ name: step, start: at + 1, end: at + 1 + step.length });
    at += 1 + step.length;
  }
  return { name, start: from, end: nameEnd, path };
}

/** The variables of a text that does not parse: each `$name.a.b` that the text does not bind itself. */
export function tokenReferences(text: string, start: number, end: number): JsonataReference[] {
  const tokens = jsonataTokens(text, start, end).filter((token) => token.kind !== 'comment');
  const written = (i: number): string =>
    i < tokens.length ? text.slice(tokens[i].start, tokens[i].end) : '';
  const bound = new Set<string>();
  const references: JsonataReference[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind === 'name' && /^(?:function|λ)$/.test(written(i)) && written(i + 1) === '(') {
      for (i += 2; i < tokens.length && written(i) !== ')'; i++) bound.add(written(i));
    } else if (tokens[i].kind === 'variable' && tokens[i].end - tokens[i].start > 1) {
      const { start: from, end: to } = tokens[i];
      if (written(i + 1) === ':=' || written(i - 1) === '@' || written(i - 1) === '#') bound.add(written(i));
      if (written(i + 1) === '(' || text[from + 1] === '$') continue;
      const path: JsonataStep[] = [];
      while (written(i + 1) === '.' && tokens[i + 2]?.kind === 'name') {
        i += 2;
        path.push({ name: written(i), start: tokens[i].start, end: tokens[i].end });
      }
      references.push({ name: text.slice(from + 1, to), start: from, end: to, path });
    }
  }
  return references.filter(({ name }) => !bound.has(`$${name}`));
}
