/** The kinds of tokens that plain YAML is made of; blanks, comments and line breaks are none. */
export const enum Sign {
  /** A text without quotes on one line. */
  Plain,
  /** A text without quotes on several lines. */
  Lines,
  /** A text between quotes, on one line. */
  Quoted,
  /** The header and the lines of a block. */
  Block,
  Dash,
  Colon,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
  Comma,
  DocumentStart,
  End,
}

/** What collections in brackets are made of, by character code. */
export const SIGNS: readonly (Sign | undefined)[] = byCode([
  ['{', Sign.OpenBrace],
  ['}', Sign.CloseBrace],
  ['[', Sign.OpenBracket],
  [']', Sign.CloseBracket],
  [',', Sign.Comma],
]);

/** What no plain text begins with: tags, anchors, aliases, directives, signs that are kept for other uses. */
export const NO_BEGINNING: readonly (true | undefined)[] = byCode(
  Array.from('&*!%@`|>,', (sign) => [sign, true] as const),
);

function byCode<Value>(entries: readonly (readonly [string, Value])[]): (Value | undefined)[] {
  const values = new Array<Value | undefined>(128).fill(undefined);
  for (const [sign, value] of entries) values[sign.charCodeAt(0)] = value;
  return values;
}
