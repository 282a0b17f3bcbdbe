export interface JsonataToken {
  readonly kind:
    'name' | 'quotedName' | 'variable' | 'string' | 'number' | 'pattern' | 'operator' | 'comment';
  readonly start: number;
  readonly end: number;
  /** False where the text ends before a string, quoted name, pattern or comment does. */
  readonly closed: boolean;
}

const SPACE = /[ \t\n\r\v]*/y;
const OPERATOR = /\.\.|:=|!=|>=|<=|\*\*|~>|\?:|\?\?|[.[\]{}(),@#;:?+\-*/%|=<>^&!~]/y;
const NUMBER = /(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?/y;
const WORD = /[^ \t\n\r\v.[\]{}(),@#;:?+\-*/%|=<>^&!~"'`]+/y;
const FLAGS = /[a-z]*/iy;

/** The tokens of a JSONata expression in `[start, end)`, also of one that does not parse. */
export function jsonataTokens(text: string, start: number, end: number): JsonataToken[] {
  const tokens: JsonataToken[] = [];
  let at = start;
  /** A slash after a value divides; anywhere else it begins a pattern. */
  let afterValue = false;
  const push = (kind: JsonataToken['kind'], close: number, closed = true): void => {
    tokens.push({ kind, start: at, end: close, closed });
    at = close;
  };
  const until = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? Math.min(pattern.lastIndex, end) : at;
  };
  for (;;) {
    at = until(SPACE);
    if (at >= end) return tokens;
    const character = text[at];
    if (character === '/' && text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2);
      push('comment', close < 0 ? end : close + 2, close >= 0);
      continue;
    }
    if (character === '/' && !afterValue) {
      const close = patternEnd(text, at + 1, end);
      push('pattern', close < 0 ? end : close, close >= 0);
      if (close >= 0) {
        FLAGS.lastIndex = at;
        FLAGS.test(text);
        const token = tokens[tokens.length - 1];
        tokens[tokens.length - 1] = { ...token, end: (at = Math.min(FLAGS.lastIndex, end)) };
      }
    } else if (character === '"' || character === "'") {
      let close = at + 1;
      while (close < end && text[close] !== character) close += text[close] === '\\' ? 2 : 1;
      push('string', Math.min(close + 1, end), close < end);
    } else if (character === '`') {
      const close = text.indexOf('`', at + 1);
      push('quotedName', close < 0 || close >= end ? end : close + 1, close >= 0 && close < end);
    } else {
      const operator = until(OPERATOR);
      if (operator > at) {
        push('operator', operator);
        afterValue = character === ')' || character === ']' || character === '}';
        continue;
      }
      const number = until(NUMBER);
      if (number > at) push('number', number);
      else push(character === '$' ? 'variable' : 'name', Math.max(until(WORD), at + 1));
      const { kind, start: from, end: to } = tokens[tokens.length - 1];
      afterValue = kind !== 'name' || !/^(?:and|or|in)$/.test(text.slice(from, to));
      continue;
    }
    afterValue = true;
  }
}

/** Behind the slash that ends a pattern; brackets in a pattern may hold slashes. */
function patternEnd(text: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(' || character === '[' || character === '{') depth++;
    else if (character === ')' || character === ']' || character === '}') depth--;
    else if (character === '/' && depth === 0) return at + 1;
  }
  return -1;
}
