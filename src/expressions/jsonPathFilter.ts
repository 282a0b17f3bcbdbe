import { closing, closingQuote } from './closing';
import type { FilterSegment, JsonPath } from './jsonPath';
import { PathReader } from './jsonPathReader';

/** The condition of a `[?( … )]` segment, in the grammar of Jayway JsonPath. */
export type FilterExpression =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly FilterExpression[] }
  | { readonly kind: 'not'; readonly operand: FilterExpression }
  | { readonly kind: 'exists'; readonly path: JsonPath }
  | {
      readonly kind: 'comparison';
      /** In lower case, e.g. `==`, `=~`, `in`. */
      readonly operator: string;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    };

export type FilterOperand =
  | { readonly kind: 'path'; readonly path: JsonPath }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string };

/** The filter's condition as a tree; `undefined` where the text is not understood, which AWS may still accept. */
export function parseFilter(segment: FilterSegment): FilterExpression | undefined {
  const reader = new FilterReader(segment.expression);
  const expression = reader.or();
  return reader.done ? expression : undefined;
}

const SPACE = /\s*/y;
const OPERATOR = /===|!==|==|!=|<=|>=|=~|<|>|(?:in|nin|subsetof|anyof|noneof|contains|size|empty|type)\b/iy;
const WORD = /[^\s=!<>&|()~,]+/y;
const PATTERN = /\/((?:[^/\\]|\\.)+)\/([a-z]*)/iy;
/** Enough for every filter, few enough for the stack. */
const DEEPEST = 100;
const PATH_END = /[\s=!<>&|~]/;

class FilterReader {
  #at = 0;
  #depth = 0;

  constructor(private readonly text: string) {}

  get done(): boolean {
    this.#match(SPACE);
    return this.#at >= this.text.length;
  }

  or(): FilterExpression | undefined {
    return this.#chain('or', '||', () => this.#chain('and', '&&', () => this.#unary()));
  }

  #chain(
    kind: 'and' | 'or',
    sign: string,
    next: () => FilterExpression | undefined,
  ): FilterExpression | undefined {
    const operands: FilterExpression[] = [];
    do {
      const operand = next();
      if (operand === undefined) return undefined;
      operands.push(operand);
    } while (this.#take(sign));
    return operands.length === 1 ? operands[0] : { kind, operands };
  }

  #unary(): FilterExpression | undefined {
    if (++this.#depth > DEEPEST) return undefined;
    let expression: FilterExpression | undefined;
    if (this.#take('!')) {
      const operand = this.#unary();
      expression = operand && { kind: 'not', operand };
    } else if (this.#take('(')) {
      const inner = this.or();
      expression = inner && this.#take(')') ? inner : undefined;
    } else {
      expression = this.#comparison();
    }
    this.#depth--;
    return expression;
  }

  #comparison(): FilterExpression | undefined {
    const left = this.#operand();
    if (left === undefined) return undefined;
    this.#match(SPACE);
    const operator = this.#match(OPERATOR)?.[0].toLowerCase();
    if (operator === undefined) return left.kind === 'path' ? { kind: 'exists', path: left.path } : undefined;
    const right = this.#operand();
    return right && { kind: 'comparison', operator, left, right };
  }

  #operand(): FilterOperand | undefined {
    this.#match(SPACE);
    const { text } = this;
    const first = text[this.#at];
    if (first === '@' || first === '$') return this.#path();
    if (first === "'" || first === '"') {
      const close = closingQuote(text, this.#at + 1, text.length, first);
      if (close < 0) return undefined;
      const value = text.slice(this.#at + 1, close).replace(/\\(.)/gsu, '$1');
      this.#at = close + 1;
      return { kind: 'value', value };
    }
    if (first === '/') {
      const match = this.#match(PATTERN);
      return match && { kind: 'pattern', source: match[1], flags: match[2] };
    }
    if (first === '[' || first === '{') return this.#json(first === '[' ? ']' : '}');
    const word = this.#match(WORD)?.[0];
    return word === undefined ? undefined : { kind: 'value', value: literal(word) };
  }

  #path(): FilterOperand | undefined {
    const { text } = this;
    const start = this.#at;
    let at = start;
    while (at < text.length && !PATH_END.test(text[at]) && text[at] !== ')') {
      const character = text[at];
      const close = character === '[' || character === '(' ? closing(text, at, text.length) : at;
      if (close < 0) return undefined;
      at = close + 1;
    }
    this.#at = at;
    const { path, problems } = new PathReader(text, start, at).read();
    return path && problems.length === 0 ? { kind: 'path', path } : undefined;
  }

  /** A list or an object; Jayway takes single quotes as well. */
  #json(close: string): FilterOperand | undefined {
    const end = this.text.indexOf(close, this.#at);
    if (end < 0) return undefined;
    const text = this.text.slice(this.#at, end + 1);
    this.#at = end + 1;
    try {
      const value: unknown = JSON.parse(text.includes('"') ? text : text.replaceAll("'", '"'));
      return { kind: 'value', value };
    } catch {
      return undefined;
    }
  }

  #take(sign: string): boolean {
    this.#match(SPACE);
    if (!this.text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }
}

/** A word without quotes that is no JSON value is taken as text. */
function literal(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}
