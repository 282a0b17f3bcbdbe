import { closing, closingQuote } from './closing';
import type { IntrinsicArgument, IntrinsicCall, IntrinsicText } from './intrinsic';
import { PathReader } from './jsonPathReader';
import { placeholderEnd } from './placeholder';
import type { ExpressionProblem } from './problem';

const NAME = /[A-Za-z][\w.]*/y;
const SPACE = /\s*/y;
const LITERAL = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)\b/y;
const WORD = /[^\s,()]+/y;
const ESCAPE = /\\([\s\S]?)/g;
const ESCAPES = "'{}\\";
/** More than AWS takes, few enough for the stack. */
const DEEPEST = 100;

/** Reads a text as one call; stops at the first problem, with the arguments before it. */
export class IntrinsicReader {
  readonly problems: ExpressionProblem[] = [];
  #at = 0;
  #depth = 0;

  constructor(private readonly text: string) {}

  read(): IntrinsicCall | undefined {
    this.#match(SPACE);
    const call = this.#call();
    if (call === undefined) return undefined;
    this.#match(SPACE);
    if (this.#at < this.text.length && this.problems.length === 0) {
      const rest = this.text.slice(this.#at);
      this.#report(this.#at, this.text.length, `"${rest}" follows the end of "${call.name}(…)".`);
    }
    return call;
  }

  #call(): IntrinsicCall | undefined {
    const start = this.#at;
    const name = this.#match(NAME)?.[0];
    if (name === undefined) return this.#unknown(start);
    const nameEnd = this.#at;
    this.#match(SPACE);
    if (this.text[this.#at] !== '(') {
      if (placeholderEnd(this.text, this.#at) > this.#at) return this.#leaveOpen();
      this.#report(start, nameEnd, `"${name}" is not followed by its arguments in parentheses.`);
      return undefined;
    }
    const open = this.#at++;
    const args: IntrinsicArgument[] = [];
    if (++this.#depth > DEEPEST) {
      this.#report(start, nameEnd, 'The calls are nested too deeply to be read.');
    } else {
      this.#arguments(name, open, args);
    }
    this.#depth--;
    return { kind: 'call', name, nameEnd, arguments: args, start, end: this.#at };
  }

  /** Reads up to and with the closing parenthesis, or to the first problem. */
  #arguments(name: string, open: number, args: IntrinsicArgument[]): void {
    this.#match(SPACE);
    if (this.#take(')')) return;
    for (;;) {
      this.#match(SPACE);
      if (this.text[this.#at] === ',' || this.text[this.#at] === ')') {
        this.#report(
          this.#at,
          this.#at + 1,
          `An argument of "${name}" is missing before "${this.text[this.#at]}".`,
        );
        return;
      }
      if (this.#at >= this.text.length) break;
      const argument = this.#argument();
      if (argument !== undefined) args.push(argument);
      if (argument === undefined || this.problems.length > 0) return;
      this.#match(SPACE);
      if (this.#take(')')) return;
      if (this.#at >= this.text.length) break;
      if (!this.#take(',')) {
        const word = this.#match(WORD)?.[0] ?? this.text[this.#at];
        this.#report(
          this.#at - word.length,
          this.#at,
          `"${word}" follows an argument of "${name}" without a comma.`,
        );
        return;
      }
    }
    this.#report(open, open + 1, `The parenthesis after "${name}" is not closed.`);
  }

  #argument(): IntrinsicArgument | undefined {
    const start = this.#at;
    const first = this.text[start];
    const placeholder = placeholderEnd(this.text, start);
    if (placeholder > start) {
      this.#at = placeholder;
      return { kind: 'placeholder', start, end: placeholder };
    }
    if (first === '$') return this.#path();
    if (first === "'") return this.#text();
    const literal = this.#match(LITERAL)?.[0];
    if (literal !== undefined) {
      const value = JSON.parse(literal.replace(/^(-?)0+(?=\d)/, '$1')) as number | boolean | null;
      return { kind: 'literal', value, start, end: this.#at };
    }
    return this.text.startsWith('States.', start) ? this.#call() : this.#unknown(start);
  }

  #path(): IntrinsicArgument | undefined {
    const { text } = this;
    const start = this.#at;
    const end = pathEnd(text, start);
    const { path, problems } = new PathReader(text, start, end).read();
    this.problems.push(...problems);
    this.#at = end;
    return path && { kind: 'path', path, start, end };
  }

  #text(): IntrinsicText | undefined {
    const { text } = this;
    const start = this.#at;
    const close = closingQuote(text, start + 1, text.length, "'");
    if (close < 0) {
      this.#report(start, text.length, `The text that starts here has no closing quote.`);
      return undefined;
    }
    this.#at = close + 1;
    const written = text.slice(start + 1, close);
    if (!written.includes('\\')) return { kind: 'text', written, value: written, start, end: close + 1 };
    for (const { 0: escape, 1: escaped, index } of written.matchAll(ESCAPE)) {
      if (ESCAPES.includes(escaped)) continue;
      const from = start + 1 + index;
      const message = `"${escape}" is not an escape of intrinsic functions, which have "\\'", "\\{", "\\}" and "\\\\".`;
      this.#report(from, from + escape.length, message, escaped === '"' ? '"' : undefined);
    }
    const value = written.replace(ESCAPE, '$1');
    return { kind: 'text', written, value, start, end: close + 1 };
  }

  #unknown(start: number): undefined {
    const { text } = this;
    const quote = text[start];
    if (quote === '"') {
      const close = closingQuote(text, start + 1, text.length, '"');
      const end = close < 0 ? text.length : close + 1;
      const inner = text.slice(start + 1, end - 1);
      const suggestion = close < 0 || /['\\]/.test(inner) ? undefined : `'${inner}'`;
      this.#report(start, end, 'A text in an intrinsic function stands in single quotes.', suggestion);
      return undefined;
    }
    this.#at = start;
    const word = this.#match(WORD)?.[0] ?? text.slice(start, start + 1);
    const message = `"${word}" is not a text in single quotes, a number, a path or a call of "States.…".`;
    this.#report(start, start + word.length, message);
    return undefined;
  }

  /** Which function it is, and so what belongs behind it, depends on what is filled in. */
  #leaveOpen(): undefined {
    this.#at = this.text.length;
  }

  #take(character: string): boolean {
    if (this.text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }

  #report(start: number, end: number, message: string, suggestion?: string): void {
    this.problems.push(
      suggestion === undefined ? { start, end, message } : { start, end, message, suggestion },
    );
  }
}

/** Where a path among arguments ends: at a comma or a closing parenthesis outside of brackets. */
function pathEnd(text: string, start: number): number {
  let at = start;
  for (let brackets = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '[') brackets++;
    else if (character === ']') brackets--;
    else if (brackets > 0 && (character === "'" || character === '"')) {
      const close = closingQuote(text, at + 1, text.length, character);
      if (close >= 0) at = close;
    } else if (character === '(') {
      const close = closing(text, at, text.length);
      if (close < 0) return text.length;
      at = close;
    } else if (brackets <= 0 && (character === ',' || character === ')')) break;
  }
  while (at > start && text[at - 1].trim() === '') at--;
  return at;
}
