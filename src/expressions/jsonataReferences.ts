import type { JsonataCall, JsonataReference, JsonataStep } from './jsonata';
import { jsonataTokens, type JsonataToken } from './jsonataTokens';

const SPACE = /[ \t\n\r\v]*/y;
const REFERENCE = /\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)(?![^ \t\n\r\v.[\]{}(),@#;:?+\-*/%|=<>^&!~])/y;
/** Words that are values or operators to JSONata, or begin a function. */
const WORD = /\.(?:true|false|null|and|or|in|function)\b/;
const LITERAL = /"[^"\\]*"|'[^'\\]*'|(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?(?=[ \t\n\r\v&+\-*=<>!%]|$)/y;
const OPERATOR = /[&+\-*%]|!=|[<>]=?|=|(?:and|or|in)(?=[ \t\n\r\v$"'])/y;

/**
 * The references of `[start, end)` when it is made of nothing but `$name.a.b`, texts, numbers and operators
 * between them, as most expressions are; without the `jsonata` package, which takes longer and finds the same.
 */
export function simpleReferences(text: string, start: number, end: number): JsonataReference[] | undefined {
  const references: JsonataReference[] = [];
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex > end) return undefined;
    at = pattern.lastIndex;
    return match;
  };
  for (;;) {
    take(SPACE);
    const from = at;
    const match = take(REFERENCE);
    if (match !== undefined) {
      const [, name, rest] = match;
      if (rest !== '' && WORD.test(rest)) return undefined;
      references.push(referenceOf(name, rest, from));
    } else if (take(LITERAL) === undefined) {
      return undefined;
    }
    take(SPACE);
    if (at >= end) return references;
    if (take(OPERATOR) === undefined) return undefined;
  }
}

function referenceOf(name: string, rest: string, start: number): JsonataReference {
  const end = start + 1 + name.length;
  const path: JsonataStep[] = [];
  let at = end;
  for (const step of rest === '' ? [] : rest.slice(1).split('.')) {
    path.push({ name: step, start: at + 1, end: at + 1 + step.length });
    at += 1 + step.length;
  }
  return { name, start, end, path };
}

/** What a text that does not parse mentions: each `$name.a.b` that it does not bind itself, and each `$name(`. */
export function tokenReferences(
  text: string,
  start: number,
  end: number,
): { readonly references: readonly JsonataReference[]; readonly calls: readonly JsonataCall[] } {
  const tokens = jsonataTokens(text, start, end).filter((token) => token.kind !== 'comment');
  const written = (i: number): string => {
    const token: JsonataToken | undefined = tokens[i];
    return token === undefined ? '' : text.slice(token.start, token.end);
  };
  const bound = new Set<string>();
  const references: JsonataReference[] = [];
  const calls: JsonataCall[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind === 'name' && /^(?:function|λ)$/.test(written(i)) && written(i + 1) === '(') {
      for (i += 2; i < tokens.length && written(i) !== ')'; i++) bound.add(written(i).slice(1));
    } else if (tokens[i].kind === 'variable' && tokens[i].end - tokens[i].start > 1) {
      const { start: from, end: to } = tokens[i];
      const name = text.slice(from + 1, to);
      if (written(i + 1) === ':=' || written(i - 1) === '@' || written(i - 1) === '#') bound.add(name);
      if (name === '$') continue;
      if (written(i + 1) === '(') {
        calls.push({ name, start: from, end: to });
        continue;
      }
      const path: JsonataStep[] = [];
      while (written(i + 1) === '.' && tokens[i + 2]?.kind === 'name') {
        i += 2;
        path.push({ name: written(i), start: tokens[i].start, end: tokens[i].end });
      }
      references.push({ name, start: from, end: to, path });
    }
  }
  const free = ({ name }: { name: string }): boolean => !bound.has(name);
  return { references: references.filter(free), calls: calls.filter(free) };
}
