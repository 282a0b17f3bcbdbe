import { jsonataTokens, type JsonataToken } from './jsonataTokens';
import type { ExpressionProblem } from './problem';

/** What the `jsonata` package throws at a text that it cannot parse. */
interface JsonataError {
  readonly code?: unknown;
  readonly position?: unknown;
  readonly token?: unknown;
  readonly value?: unknown;
}

/** The package's error as a problem of `[start, end)` of a text; the package's positions count from `start`. */
export function jsonataProblem(thrown: unknown, text: string, start: number, end: number): ExpressionProblem {
  if (thrown instanceof RangeError) {
    return { start, end, message: 'The expression is nested too deeply to be read.' };
  }
  const error: JsonataError = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const tokens = jsonataTokens(text, start, end);
  const significant = tokens.filter((token) => token.kind !== 'comment');
  const last = tokens[tokens.length - 1];
  if (significant.length === 0 && (last === undefined || last.closed)) {
    return { start: 0, end: text.length, message: 'The expression between "{%" and "%}" is empty.' };
  }
  const position = start + (typeof error.position === 'number' ? error.position : 0);
  const at = span(String(error.code), error, position, tokens);
  const written = text.slice(at.start, at.end);
  return { ...at, message: message(String(error.code), error, written, last) };
}

type Range = Pick<ExpressionProblem, 'start' | 'end'>;

/** The package gives the end of most tokens, the start of some, and the end of the text for others. */
function span(code: string, error: JsonataError, position: number, tokens: readonly JsonataToken[]): Range {
  const last = tokens[tokens.length - 1];
  switch (code) {
    case 'S0101':
    case 'S0105':
    case 'S0106':
    case 'S0302':
      return range(tokens.find((token) => !token.closed) ?? last);
    case 'S0102':
      return { start: position, end: position + String(error.token).length };
    case 'S0103':
      return { start: position - 1, end: position + 1 };
    case 'S0104':
      return { start: position - 1, end: Math.min(position + 5, last.end) };
    case 'S0301':
      return { start: position - 1, end: position + 1 };
    case 'S0203':
    case 'S0207':
      return range(last);
    case 'S0401':
    case 'S0402':
      return { start: position, end: position + 1 };
    default:
      return range(tokens.find((token) => token.end === position) ?? { ...last, start: tokens[0].start });
  }
}

function range({ start, end }: Range): Range {
  return { start, end };
}

/** By code of the package. `written` is the text that the problem stands at. */
function message(code: string, error: JsonataError, written: string, last: JsonataToken): string {
  switch (code) {
    case 'S0101':
      return 'The text that starts here has no closing quote.';
    case 'S0102':
      return `The number "${written}" is too large.`;
    case 'S0103':
      return `"${written}" is not an escape of JSONata texts; a backslash is written "\\\\".`;
    case 'S0104':
      return '"\\u" is not followed by four hexadecimal digits.';
    case 'S0105':
      return 'The name that starts here has no closing "`".';
    case 'S0106':
      return 'The comment that starts here has no closing "*/".';
    case 'S0201':
      return /^[)\]}]$/.test(written)
        ? `"${written}" closes nothing.`
        : `${quoted(written)} follows the end of the expression without an operator.`;
    case 'S0202':
      return `${quoted(written)} stands where "${String(error.value)}" belongs.`;
    case 'S0203':
      return `The expression ends where "${String(error.value)}" belongs.`;
    case 'S0204':
      return `"${written}" is not an operator of JSONata.`;
    case 'S0207':
      return `The expression ends after "${written}", where a value belongs.`;
    case 'S0208':
      return `The parameter "${written}" of the function does not start with "$".`;
    case 'S0209':
      return 'A predicate follows the grouping of the same step.';
    case 'S0210':
      return 'The step is grouped twice.';
    case 'S0211':
      return `"${written}" stands where a value belongs.`;
    case 'S0212':
      return 'The left side of ":=" is not a variable, which starts with "$".';
    case 'S0213':
      return `"${written}" is a value and cannot be a step of a path; a name like that stands in quotes.`;
    case 'S0214':
      return `The right side of "${String(error.token)}" is not a variable, which starts with "$".`;
    case 'S0215':
      return `"${written}" binds a variable after a predicate, and it has to stand before it.`;
    case 'S0216':
      return `"${written}" binds a variable after an order, and it has to stand before it.`;
    case 'S0217':
      return '"%" has no parent here.';
    case 'S0301':
      return 'The pattern is empty.';
    case 'S0302':
      return 'The pattern that starts here has no closing "/".';
    case 'S0401':
      return 'Only arrays and functions take a type in a signature.';
    case 'S0402':
      return 'A choice of types in a signature cannot hold a type with a parameter.';
    default:
      return last.closed ? `"${written}" is not an expression of JSONata.` : 'The expression does not end.';
  }
}

/** A text of the user's that stands in quotes already keeps its own. */
function quoted(written: string): string {
  return written.startsWith('"') ? written : `"${written}"`;
}
