import { createScanner } from 'jsonc-parser';
import { codesOf, type Codes } from './codes';
import { KnownTexts } from './knownTexts';
import type { Comment } from './tree';

/** The kinds of tokens, by jsonc-parser's numbers. */
export const enum Token {
  OpenBrace = 1,
  CloseBrace = 2,
  OpenBracket = 3,
  CloseBracket = 4,
  Comma = 5,
  Colon = 6,
  Null = 7,
  True = 8,
  False = 9,
  String = 10,
  Number = 11,
  LineComment = 12,
  BlockComment = 13,
  LineBreak = 14,
  Trivia = 15,
  Unknown = 16,
  End = 17,
}

/** By jsonc-parser's numbers of what can be wrong inside a token. */
const MESSAGES: readonly string[] = [
  '',
  'The comment does not end.',
  'The string does not end on this line.',
  'The number stops in the middle.',
  'Four hexadecimal digits belong after "\\u".',
  'JSON does not know this escape.',
  'A control character has to be written as an escape.',
];
const UNCLOSED_STRING = 2;

/** What inside a string is meant, by the same numbers. */
const PLACES: Readonly<Record<number, RegExp>> = {
  4: /\\u(?![0-9a-fA-F]{4})[0-9a-fA-F]{0,3}/,
  5: /\\[^"\\/bfnrtu]/,
  6: /[\u0000-\u001f]/,
};

/** The offset of what is not there. */
const NONE = -1;

interface Complaint {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly harmless?: boolean;
}

/**
 * The tokens of a JSON text one by one; comments and white space are none. What makes up most of every
 * text is read here, all else, and whatever is wrong, by jsonc-parser's scanner.
 */
export class JsonTokens {
  kind: Token = Token.Unknown;
  start = 0;
  end = 0;
  /** True for a string that its line ends. */
  unclosed = false;
  readonly comments: Comment[] = [];
  #text: string;
  readonly #codes: Codes;
  #scanner: ReturnType<typeof createScanner>;
  readonly #known: KnownTexts;
  readonly #complain: (complaint: Complaint) => void;
  #isPlain = false;

  constructor(text: string, complain: (complaint: Complaint) => void) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
    this.#codes = codesOf(text);
    this.#known = new KnownTexts(text, this.#codes);
    this.#complain = complain;
  }

  /** The text of a string without its escapes, of any other token as it stands. */
  get value(): string {
    return this.#isPlain ? this.#known.slice(this.start + 1, this.end - 1) : this.#scanner.getTokenValue();
  }

  /** Takes what follows this token for no part of the text. */
  stop(): void {
    this.#text = this.#text.slice(0, this.end);
    this.#codes[this.end] = 0;
    this.#scanner = createScanner(this.#text, false);
  }

  /** Goes on to the next token. */
  next(): void {
    do this.#step();
    while (this.kind === Token.LineComment || this.kind === Token.BlockComment);
  }

  #step(): void {
    const codes = this.#codes;
    const start = behindSpace(codes, this.end);
    this.start = start;
    this.unclosed = false;
    const sign = PUNCTUATION[codes[start]];
    if (sign !== undefined) {
      this.kind = sign;
      this.end = start + 1;
      return;
    }
    const end = plainStringEnd(codes, start);
    this.#isPlain = end !== NONE;
    if (this.#isPlain) {
      this.kind = Token.String;
      this.end = end;
    } else this.#scan(start);
  }

  /** True where a colon follows the token. */
  get isBeforeColon(): boolean {
    return this.#codes[behindSpace(this.#codes, this.end)] === COLON;
  }

  #scan(from: number): void {
    const scanner = this.#scanner;
    scanner.setPosition(from);
    this.kind = scanner.scan() as unknown as Token;
    this.start = scanner.getTokenOffset();
    // Of an open comment before a last `\r\n` the scanner says that it goes on behind the text.
    this.end = Math.min(scanner.getPosition(), this.#text.length);
    const error = scanner.getTokenError() as number;
    this.unclosed = error === UNCLOSED_STRING;
    if (error !== 0) this.#report(error);
    if (this.kind === Token.LineComment || this.kind === Token.BlockComment) this.#comment(error);
  }

  #comment(error: number): void {
    const { start, end } = this;
    const text = this.#text.slice(start, end).replace(/^\/\/|^\/\*|\*\/$/g, '');
    this.comments.push({ span: { start, end }, text: text.trim() });
    if (error === 0) this.#complain({ start, end, message: 'JSON has no comments.', harmless: true });
  }

  #report(error: number): void {
    const place = PLACES[error]?.exec(this.#text.slice(this.start, this.end));
    const start = this.start + (place?.index ?? 0);
    const end = place ? start + place[0].length : this.end;
    this.#complain({ start, end, message: MESSAGES[error] });
  }
}

/** By character code. */
const PUNCTUATION: readonly (Token | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const at = '{}[],:'.indexOf(String.fromCharCode(code));
  return at < 0 ? undefined : ((at + 1) as Token);
});

/** Where a string ends that has no escapes and mistakes; the zero behind the text ends it as a mistake does. */
function plainStringEnd(codes: Codes, start: number): number {
  if (codes[start] !== QUOTE) return NONE;
  for (let at = start + 1; ; at++) {
    const code = codes[at];
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH || code < SPACE) return NONE;
  }
}

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

function behindSpace(codes: Codes, from: number): number {
  let at = from;
  for (let code = codes[at]; isSpace(code); code = codes[++at]);
  return at;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === 0x0a || code === 0x0d || code === 0x09;
}
