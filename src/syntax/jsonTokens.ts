import { createScanner } from 'jsonc-parser';
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

interface Complaint {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly harmless?: boolean;
}

/** The tokens of a JSON text one by one; comments and white space are none. */
export class JsonTokens {
  kind: Token = Token.Unknown;
  start = 0;
  end = 0;
  /** True for a string that its line ends. */
  unclosed = false;
  readonly comments: Comment[] = [];
  readonly #text: string;
  readonly #scanner: ReturnType<typeof createScanner>;
  readonly #complain: (complaint: Complaint) => void;

  constructor(text: string, complain: (complaint: Complaint) => void) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
    this.#complain = complain;
  }

  /** The text of a string without its escapes, of any other token as it stands. */
  get value(): string {
    return this.#scanner.getTokenValue();
  }

  /** Goes on to the next token. */
  next(): void {
    const scanner = this.#scanner;
    for (;;) {
      // The scanner would build white space up, character by character.
      scanner.setPosition(behindSpace(this.#text, scanner.getPosition()));
      this.kind = scanner.scan() as unknown as Token;
      this.start = scanner.getTokenOffset();
      this.end = scanner.getPosition();
      const error = scanner.getTokenError() as number;
      this.unclosed = error === UNCLOSED_STRING;
      if (error !== 0) this.#report(error);
      if (this.kind === Token.LineComment || this.kind === Token.BlockComment) this.#comment(error);
      else return;
    }
  }

  /** True where a colon follows the token. */
  get isBeforeColon(): boolean {
    return this.#text[behindSpace(this.#text, this.end)] === ':';
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

function behindSpace(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at++;
  }
}
