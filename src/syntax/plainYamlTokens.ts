import { codesOf, type Codes } from './codes';
import { KnownTexts } from './knownTexts';
import { lineStart } from './lines';
import { blockEnd, continuesAt, DASH, DOT, isEmptyAt, isMark } from './plainYamlLines';
import { NO_BEGINNING, SIGNS, Sign } from './plainYamlSigns';

/** Thrown where a text is not plain; nobody above the readers of plain YAML sees it. */
export const NOT_PLAIN = new Error('This YAML is not plain.');

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const COLON = 0x3a;
const QUESTION = 0x3f;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;
const PIPE = 0x7c;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * The tokens of a YAML text one by one, as the lexer of the `yaml` package sees them, columns and quirks
 * included. What is not plain, or is a mistake, throws.
 */
export class PlainYamlTokens {
  sign: Sign = Sign.End;
  start = 0;
  end = 0;
  /** How far from the start of its line the token is. */
  column = 0;
  /** True for the first token of a line, and at the end of the text. */
  isOnNewLine = true;
  /** Where the header of a block ends, and where its lines begin. */
  headerEnd = 0;
  bodyStart = 0;
  readonly comments: { start: number; end: number; text: string }[] = [];
  readonly #text: string;
  readonly #codes: Codes;
  readonly #known: KnownTexts;
  #lineStart = 0;
  /** True where dashes are those of the line's beginning. */
  #isLineBegin = true;
  /** The column of what stands on the line, behind its dashes. */
  #indent = 0;
  /** Lines that go on with a text are indented by so much at least. */
  #least = 0;
  #brackets = 0;
  /** True in brackets behind what may be a key: a colon needs no blank there. */
  #isKey = false;

  constructor(text: string) {
    this.#text = text;
    this.#codes = codesOf(text);
    this.#known = new KnownTexts(text, this.#codes);
    if (this.#codes[0] === BYTE_ORDER_MARK) this.end = this.#lineStart = 1;
  }

  /** The token as it is written. */
  get source(): string {
    return this.#known.slice(this.start, this.end);
  }

  /** What stands between quotes without escapes; `undefined` where something is escaped. */
  get quoted(): string | undefined {
    const { start, end } = this;
    const inner = this.#known.slice(start + 1, end - 1);
    return inner.includes(this.#codes[start] === QUOTE ? '\\' : "'") ? undefined : inner;
  }

  /** Goes on to the next token. */
  next(): void {
    const at = this.#begin();
    const text = this.#text;
    const codes = this.#codes;
    const code = codes[at];
    this.start = at;
    this.column = at - this.#lineStart;
    if (at >= text.length) {
      this.isOnNewLine = true;
      this.#found(Sign.End, at);
      return;
    }
    if (this.column === 0 && (code === DASH || code === DOT) && this.#documentMark(at)) return;
    if (this.#brackets > 0 && this.isOnNewLine) this.#checkBracketLine(code);
    const sign = SIGNS[code];
    if (code === COLON && (this.#isKey || this.#isIndicator(at))) this.#colon(at);
    else if (code === DASH && isEmptyAt(codes, at + 1)) this.#dash(at);
    else if (code === QUOTE || code === APOSTROPHE) this.#quotes(at, code);
    else if (sign !== undefined && (sign !== Sign.Comma || this.#brackets > 0)) this.#bracket(sign, at);
    else if (this.#brackets === 0 && (code === PIPE || code === GREATER)) this.#block(at);
    else this.#plain(at, code);
    if (this.sign !== Sign.Dash) this.#isLineBegin = false;
  }

  #found(sign: Sign, end: number): void {
    this.sign = sign;
    this.end = end;
  }

  /** Goes over blanks, comments and line breaks to where the next token begins. */
  #begin(): number {
    const codes = this.#codes;
    let at = this.end;
    // Behind the lines of a block there is a new line.
    this.isOnNewLine = at === this.#lineStart;
    if (this.isOnNewLine) at = this.#lineBegins(at);
    for (;;) {
      const code = codes[at];
      if (code === SPACE) at++;
      else if (code === LINE_FEED || (code === CARRIAGE_RETURN && codes[at + 1] === LINE_FEED)) {
        this.isOnNewLine = true;
        at = this.#lineBegins(code === LINE_FEED ? at + 1 : at + 2);
      } else if (code === HASH) at = this.#comment(at);
      else return at;
    }
  }

  #lineBegins(start: number): number {
    const codes = this.#codes;
    let at = start;
    while (codes[at] === SPACE) at++;
    this.#lineStart = start;
    this.#indent = at - start;
    if (this.#brackets === 0) {
      if (this.#least > this.#indent && !isEmptyAt(codes, at + 1)) this.#least = this.#indent;
      this.#isLineBegin = true;
    }
    return at;
  }

  #comment(start: number): number {
    const text = this.#text;
    const codes = this.#codes;
    if (start > this.#lineStart && codes[start - 1] !== SPACE) throw NOT_PLAIN;
    const lineBreak = text.indexOf('\n', start);
    const line = text.slice(start, lineBreak < 0 ? text.length : lineBreak).trimEnd();
    const end = start + line.length;
    this.comments.push({ start, end, text: line.replace(/^#+/, '').trim() });
    return end;
  }

  /** `---` begins a document; `...` ends one. */
  #documentMark(at: number): boolean {
    const codes = this.#codes;
    if (!isEmptyAt(codes, at + 3)) return false;
    const isStart = isMark(codes, at, DASH);
    if (!isStart && !isMark(codes, at, DOT)) return false;
    if (!isStart || this.#brackets > 0) throw NOT_PLAIN;
    this.#indent = this.#least = 0;
    this.#isLineBegin = false;
    this.#found(Sign.DocumentStart, at + 3);
    return true;
  }

  /** Text in brackets is indented as the block around it asks for; only its last bracket may be less. */
  #checkBracketLine(code: number): void {
    if (this.#indent >= this.#least) return;
    const closes = SIGNS[code] === Sign.CloseBrace || SIGNS[code] === Sign.CloseBracket;
    if (!closes || this.#brackets !== 1 || this.#indent !== this.#least - 1) throw NOT_PLAIN;
  }

  /** True for a sign that no text follows. */
  #isIndicator(at: number): boolean {
    const codes = this.#codes;
    return isEmptyAt(codes, at + 1) || (this.#brackets > 0 && SIGNS[codes[at + 1]] !== undefined);
  }

  #colon(at: number): void {
    if (this.#brackets === 0) this.#least = this.#indent + 1;
    this.#isKey = false;
    this.#found(Sign.Colon, at + 1);
  }

  #dash(at: number): void {
    if (this.#brackets > 0) throw NOT_PLAIN;
    this.#least = this.#indent + 1;
    if (this.#isLineBegin) {
      let behind = at + 1;
      while (this.#codes[behind] === SPACE) behind++;
      this.#indent += behind - at;
    }
    this.#found(Sign.Dash, at + 1);
  }

  #bracket(sign: Sign, at: number): void {
    const opens = sign === Sign.OpenBrace || sign === Sign.OpenBracket;
    const closes = sign === Sign.CloseBrace || sign === Sign.CloseBracket;
    if (opens) this.#brackets++;
    else if (closes && --this.#brackets < 0) throw NOT_PLAIN;
    this.#isKey = closes && this.#brackets > 0;
    this.#found(sign, at + 1);
  }

  #quotes(start: number, quote: number): void {
    const text = this.#text;
    const codes = this.#codes;
    this.#isKey = this.#brackets > 0;
    for (let at = start + 1; at < text.length; at++) {
      const code = codes[at];
      if (code === LINE_FEED) break;
      if (code === BACKSLASH && quote === QUOTE) {
        at++;
        if (this.#breaksBadly(at)) throw NOT_PLAIN;
      } else if (code === quote && quote === APOSTROPHE && codes[at + 1] === quote) at++;
      else if (code === quote) {
        this.#found(Sign.Quoted, at + 1);
        return;
      }
    }
    throw NOT_PLAIN;
  }

  /** True for a line break behind which a text does not go on where it has to. */
  #breaksBadly(at: number): boolean {
    const codes = this.#codes;
    const lineBreak = codes[at] === CARRIAGE_RETURN ? at + 1 : at;
    if (codes[lineBreak] !== LINE_FEED) return lineBreak > at;
    const goesOn = continuesAt(codes, lineBreak + 1, this.#least);
    return goesOn < 0 || isEmptyAt(codes, goesOn);
  }

  #plain(start: number, first: number): void {
    const text = this.#text;
    const codes = this.#codes;
    const inBrackets = this.#brackets > 0;
    if (NO_BEGINNING[first]) throw NOT_PLAIN;
    if ((first === DASH || first === QUESTION) && this.#isIndicator(start)) throw NOT_PLAIN;
    this.#isKey = false;
    let end = start;
    let lineBreak = -1;
    for (let at = start; at < text.length; at++) {
      const code = codes[at];
      if (code === COLON) {
        const next = codes[at + 1];
        if (isEmptyAt(codes, at + 1) || (inBrackets && SIGNS[next] !== undefined)) break;
        end = at + 1;
      } else if (code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN) {
        if (code === CARRIAGE_RETURN) at++;
        const next = codes[at + 1];
        if (next === HASH || (inBrackets && SIGNS[next] !== undefined)) break;
        if (code === SPACE) continue;
        const goesOn = continuesAt(codes, at + 1, this.#least);
        if (goesOn < 0) break;
        if (lineBreak < 0) lineBreak = at;
        at = Math.max(at, goesOn - 2);
      } else {
        if (inBrackets && SIGNS[code] !== undefined) break;
        end = at + 1;
      }
    }
    if (end === start) throw NOT_PLAIN;
    const hasLines = lineBreak >= 0 && lineBreak < end;
    if (hasLines) this.#lineStart = lineStart(text, end);
    this.#found(hasLines ? Sign.Lines : Sign.Plain, end);
  }

  #block(start: number): void {
    const codes = this.#codes;
    let at = start + 1;
    const isKept = codes[at] === PLUS;
    if (isKept || codes[at] === DASH) at++;
    this.headerEnd = at;
    while (codes[at] === SPACE) at++;
    if (codes[at] === HASH) at = this.#comment(at);
    if (codes[at] === CARRIAGE_RETURN) at++;
    if (codes[at] !== LINE_FEED) throw NOT_PLAIN;
    this.bodyStart = at + 1;
    const { end, indent } = blockEnd(codes, at + 1, this.#least, isKept);
    this.#least = indent;
    // A block ends with a line.
    this.#lineStart = end;
    this.#found(Sign.Block, end);
  }
}
