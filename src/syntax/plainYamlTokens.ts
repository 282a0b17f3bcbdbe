import { Lexer } from 'yaml';

/** The kinds of tokens that plain YAML is made of. */
export const enum Sign {
  /** A text without quotes, or the lines of a block. */
  Plain,
  Quoted,
  BlockHeader,
  Dash,
  Colon,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
  Comma,
  DocumentStart,
  Space,
  Newline,
  Comment,
  End,
}

/** Thrown where a text is not plain; nobody above the readers of plain YAML sees it. */
export const NOT_PLAIN = new Error('This YAML is not plain.');

const SIGNS: Readonly<Record<string, Sign>> = {
  '-': Sign.Dash,
  ':': Sign.Colon,
  '{': Sign.OpenBrace,
  '}': Sign.CloseBrace,
  '[': Sign.OpenBracket,
  ']': Sign.CloseBracket,
  ',': Sign.Comma,
  '---': Sign.DocumentStart,
  '\n': Sign.Newline,
  '\r\n': Sign.Newline,
};

const BY_FIRST: Readonly<Record<string, Sign>> = {
  ' ': Sign.Space,
  '#': Sign.Comment,
  '"': Sign.Quoted,
  "'": Sign.Quoted,
  '|': Sign.BlockHeader,
  '>': Sign.BlockHeader,
};

/** Characters that the lexer puts before the first token, and before a text without quotes. */
const DOCUMENT = '\x02';
const SCALAR = '\x1f';
const BYTE_ORDER_MARK = '\uFEFF';

/** The tokens of the `yaml` package's lexer one by one, each with its place. */
export class PlainYamlTokens {
  sign: Sign = Sign.Newline;
  source = '';
  start = 0;
  readonly comments: { start: number; end: number; text: string }[] = [];
  readonly #tokens: Iterator<string>;
  #lineStart = 0;
  /** True behind white space, which a comment needs before it. */
  #isApart = true;

  constructor(text: string) {
    this.#tokens = new Lexer().lex(text);
  }

  get end(): number {
    return this.start + this.source.length;
  }

  /** How far from the start of its line the token is. */
  get column(): number {
    return this.start - this.#lineStart;
  }

  /** Goes on to the next token. */
  next(): void {
    this.#isApart = this.sign === Sign.Space || this.sign === Sign.Newline;
    this.start += this.source.length;
    const token = this.#read();
    if (token === undefined) {
      this.sign = Sign.End;
      this.source = '';
    } else if (token === SCALAR) {
      this.sign = Sign.Plain;
      this.source = this.#read() ?? '';
    } else {
      const sign = SIGNS[token] ?? BY_FIRST[token[0]];
      // Tags, anchors, aliases, documents, complex keys, and what is wrong.
      if (sign === undefined) throw NOT_PLAIN;
      this.sign = sign;
      this.source = token;
    }
  }

  /** Goes over blanks, comments and line breaks; true where the line ended. */
  passBlanks(): boolean {
    let ended = false;
    for (; this.sign >= Sign.Space && this.sign !== Sign.End; this.next()) {
      if (this.sign === Sign.Comment) {
        if (!this.#isApart) throw NOT_PLAIN;
        const text = this.source.replace(/^#+/, '').trim();
        this.comments.push({ start: this.start, end: this.start + this.source.trimEnd().length, text });
      } else if (this.sign === Sign.Newline) {
        ended = true;
        this.#lineStart = this.end;
      }
    }
    return ended || this.sign === Sign.End;
  }

  /** The lines of a block hold their line breaks. */
  endLine(): void {
    this.#lineStart = this.start;
    this.#isApart = true;
  }

  #read(): string | undefined {
    const { done, value } = this.#tokens.next();
    if (done) return undefined;
    if (value === BYTE_ORDER_MARK) this.#lineStart = ++this.start;
    return value === DOCUMENT || value === BYTE_ORDER_MARK ? this.#read() : value;
  }
}
