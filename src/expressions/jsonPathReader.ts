import { closing, closingQuote } from './closing';
import type { JsonPath, ParsedPath, PathSegment } from './jsonPath';
import { placeholderEnd } from './placeholder';
import type { ExpressionProblem } from './problem';
import { simplePath } from './simplePath';

const SPACE = 0x20;
const ASTERISK = 0x2a;
const DOT = 0x2e;
const OPEN_PARENTHESIS = 0x28;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const BACKSLASH = 0x5c;
const DOLLAR = 0x24;

const VARIABLE = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const INDEX = /\s*(-?\d+)\s*\]/y;
const SLICE = /\s*(-?\d*)\s*:\s*(-?\d*)\s*(?::\s*(-?\d*)\s*)?\]/y;
const INDEXES = /\s*-?\d+\s*(?:,\s*-?\d+\s*)+\]/y;
const WILDCARD = /\s*\*\s*\]/y;
const FILTER = /\s*\?\s*\(/y;
const NONE: readonly ExpressionProblem[] = [];
const FILTER_END = /\s*\]/y;

/** Reads one path of a text, from `$` (or a filter's `@`) to `end`; stops at the first problem. */
export class PathReader {
  readonly #segments: PathSegment[] = [];
  readonly #problems: ExpressionProblem[] = [];
  #at: number;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {
    this.#at = start;
  }

  read(): ParsedPath {
    const { text, start, end } = this;
    if (start >= end) return this.#refuse(start, Math.max(start, text.length), 'The path is empty.');
    const simple = simplePath(text, start, end);
    if (simple) return { path: simple, problems: NONE };
    if (placeholderEnd(text, start) > start) return { problems: NONE };
    const root = this.#root();
    if (root === undefined) return withoutRoot(text, start, end);
    const rootEnd = this.#at;
    do {
      // What is filled in here may begin with a dot, a bracket or a "$".
      if (placeholderEnd(text, this.#at) > this.#at) return { problems: NONE };
    } while (this.#at < end && this.#segment());
    const path: JsonPath = { ...root, segments: this.#segments, start, end, rootEnd };
    return { path, problems: this.#problems };
  }

  #root(): Pick<JsonPath, 'root' | 'variable'> | undefined {
    const first = this.text[this.#at];
    if (first === '@') {
      this.#at++;
      return { root: 'item' };
    }
    if (first !== '$') return undefined;
    this.#at++;
    if (this.#is(DOLLAR) && placeholderEnd(this.text, this.#at) === this.#at) {
      this.#at++;
      return { root: 'context' };
    }
    const name = this.#match(VARIABLE);
    return name ? { root: 'variable', variable: name[0] } : { root: 'input' };
  }

  /** Reads one segment; false at a problem. */
  #segment(): boolean {
    const start = this.#at;
    const code = this.text.charCodeAt(start);
    if (code === OPEN_BRACKET) return this.#bracket(start);
    if (code !== DOT && this.#followsWithoutDot(code)) {
      return code === ASTERISK ? this.#wildcard(start) : this.#name(start);
    }
    if (code !== DOT) {
      const behind = this.text.slice(this.start, start);
      return this.#stop(start, start + 1, `After "${behind}" comes "." or "[", not "${this.text[start]}".`);
    }
    this.#at++;
    if (this.#is(DOT)) {
      this.#at++;
      if (this.#is(DOT))
        return this.#stop(this.#at, this.#at + 1, 'Three dots follow each other; ".." looks at every depth.');
      this.#segments.push({ kind: 'descendant', start, end: this.#at });
    }
    if (this.#at >= this.end)
      return this.#stop(start, this.#at, 'The path ends with a dot; a name belongs after it.');
    if (this.#is(OPEN_BRACKET)) return this.#bracket(this.#at - start === 1 ? start : this.#at);
    const from = this.#at - start === 1 ? start : this.#at;
    return this.#is(ASTERISK) ? this.#wildcard(from) : this.#name(from);
  }

  /** Jayway JsonPath needs no dot behind a bracket or a wildcard. */
  #followsWithoutDot(code: number): boolean {
    const before = this.text.charCodeAt(this.#at - 1);
    return (
      (before === CLOSE_BRACKET || this.#segments.at(-1)?.kind === 'wildcard') &&
      code !== SPACE &&
      code !== OPEN_PARENTHESIS
    );
  }

  #wildcard(start: number): boolean {
    this.#at++;
    this.#segments.push({ kind: 'wildcard', start, end: this.#at });
    return true;
  }

  /** A name without quotes: everything up to the next dot, bracket or parenthesis. */
  #name(start: number): boolean {
    const { text, end } = this;
    const nameStart = this.#at;
    let escaped = false;
    let at = nameStart;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH && at + 1 < end) {
        escaped = true;
        at++;
      } else if (code === DOT || code === OPEN_BRACKET || code === OPEN_PARENTHESIS || code === SPACE) {
        break;
      } else if (code === DOLLAR) {
        at = Math.max(at, placeholderEnd(text, at) - 1);
      }
    }
    this.#at = at;
    const written = text.slice(nameStart, at);
    if (at < end && text.charCodeAt(at) === SPACE) return this.#spacedName(start, nameStart);
    if (at === nameStart) return this.#stop(start, at + 1, 'A name belongs after the dot.');
    if (at < end && text.charCodeAt(at) === OPEN_PARENTHESIS) return this.#call(start, written);
    const name = escaped ? written.replace(/\\(.)/gsu, '$1') : written;
    this.#segments.push({ kind: 'name', name, nameStart, nameEnd: at, quoted: false, start, end: at });
    return true;
  }

  #spacedName(start: number, nameStart: number): boolean {
    let at = nameStart;
    while (at < this.end && !'.[('.includes(this.text[at])) at++;
    const name = this.text.slice(nameStart, at).trimEnd();
    const message = `"${name}" has a space in it, so it is written in brackets and quotes.`;
    return this.#stop(
      start,
      nameStart + name.length,
      message,
      name.includes("'") ? undefined : `['${name}']`,
    );
  }

  #call(start: number, name: string): boolean {
    const open = this.#at;
    const close = closing(this.text, open, this.end);
    if (close < 0) return this.#stop(open, open + 1, `The parenthesis after "${name}" is not closed.`);
    this.#at = close + 1;
    const argumentText = this.text.slice(open + 1, close);
    this.#segments.push({ kind: 'function', name, argumentText, start, end: this.#at });
    return true;
  }

  #bracket(start: number): boolean {
    const { text, end } = this;
    const open = this.#at;
    this.#at++;
    let match: RegExpExecArray | undefined;
    if ((match = this.#match(INDEX))) {
      this.#segments.push({ kind: 'index', index: Number(match[1]), start, end: this.#at });
    } else if ((match = this.#match(SLICE))) {
      const [from, to, step] = match.slice(1, 4).map((part) => (part ? Number(part) : undefined));
      this.#segments.push({ kind: 'slice', from, to, step, start, end: this.#at });
    } else if (this.#match(WILDCARD)) {
      this.#segments.push({ kind: 'wildcard', start, end: this.#at });
    } else if ((match = this.#match(INDEXES))) {
      const members = match[0].slice(0, -1).split(',').map(Number);
      this.#segments.push({ kind: 'union', members, start, end: this.#at });
    } else if (this.#match(FILTER)) {
      const parenthesis = this.#at - 1;
      const close = closing(text, parenthesis, end);
      if (close < 0)
        return this.#stop(parenthesis, parenthesis + 1, 'The parenthesis of the filter is not closed.');
      this.#at = close + 1;
      if (!this.#match(FILTER_END))
        return this.#stop(this.#at - 1, this.#at, 'A "]" belongs after the filter.');
      const expressionStart = parenthesis + 1;
      const expression = text.slice(expressionStart, close);
      if (expression.trim() === '') return this.#stop(start, this.#at, 'The filter is empty.');
      this.#segments.push({ kind: 'filter', expression, expressionStart, start, end: this.#at });
    } else {
      return this.#names(start, open);
    }
    return true;
  }

  /** `['a']`, `["a"]` and `['a', 'b']`. */
  #names(start: number, open: number): boolean {
    const { text, end } = this;
    const names: string[] = [];
    let nameStart = this.#at;
    let nameEnd = this.#at;
    for (;;) {
      this.#skipSpace();
      const quote = text[this.#at];
      const placeholder = placeholderEnd(text, this.#at);
      if (placeholder > this.#at) {
        nameStart = this.#at;
        nameEnd = this.#at = placeholder;
        names.push(text.slice(nameStart, nameEnd));
      } else if (this.#at < end && (quote === "'" || quote === '"')) {
        nameStart = this.#at + 1;
        nameEnd = closingQuote(text, nameStart, end, quote);
        if (nameEnd < 0) return this.#stop(nameStart - 1, end, `The quote ${quote} is not closed.`);
        names.push(text.slice(nameStart, nameEnd).replace(/\\(.)/gsu, '$1'));
        this.#at = nameEnd + 1;
      } else {
        return this.#badBracket(open);
      }
      this.#skipSpace();
      if (this.#at < end && text[this.#at] === ']') break;
      if (this.#at >= end || text[this.#at] !== ',') return this.#badBracket(open);
      this.#at++;
    }
    this.#at++;
    this.#segments.push(
      names.length === 1
        ? { kind: 'name', name: names[0], nameStart, nameEnd, quoted: true, start, end: this.#at }
        : { kind: 'union', members: names, start, end: this.#at },
    );
    return true;
  }

  #badBracket(open: number): boolean {
    const close = this.text.indexOf(']', open);
    if (close < 0 || close >= this.end) return this.#stop(open, open + 1, 'The bracket is not closed.');
    const content = this.text.slice(open + 1, close).trim();
    if (content === '') return this.#stop(open, close + 1, 'The brackets are empty.');
    const message = `"${content}" in brackets is not a name in quotes, a number, a slice, "*" or a filter.`;
    return this.#stop(open + 1, close, message, /^[\w-]+$/.test(content) ? `'${content}'` : undefined);
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match === null || pattern.lastIndex > this.end) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }

  #is(code: number): boolean {
    return this.#at < this.end && this.text.charCodeAt(this.#at) === code;
  }

  #skipSpace(): void {
    while (this.#is(SPACE)) this.#at++;
  }

  #stop(start: number, end: number, message: string, suggestion?: string): false {
    this.#problems.push(
      suggestion === undefined ? { start, end, message } : { start, end, message, suggestion },
    );
    return false;
  }

  #refuse(start: number, end: number, message: string): ParsedPath {
    return { problems: [{ start, end, message }] };
  }
}

/** What is said of a text that has to be a path and does not begin like one. */
export function withoutRoot(text: string, start: number, end: number): ParsedPath {
  const message = `"${text.slice(start, end)}" does not start with "$", as every path does.`;
  return { problems: [{ start, end, message }] };
}
