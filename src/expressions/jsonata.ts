import jsonata from 'jsonata';
import { jsonataProblem } from './jsonataErrors';
import { isBuiltin, readJsonataTree } from './jsonataReading';
import { simpleReferences, tokenReferences } from './jsonataReferences';
import { jsonataTokens } from './jsonataTokens';
import type { JsonataNode } from './jsonataTree';
import { blankPlaceholders } from './placeholder';
import type { ExpressionProblem } from './problem';

/** A `{% … %}` string. All offsets count from the start of the whole string. */
export interface ParsedJsonata {
  /** Syntax errors, the first one only: AWS refuses the state machine (INVALID_JSONATA_EXPRESSION). */
  readonly problems: readonly ExpressionProblem[];
  /** Bare names, `$` and `$$` at the top level, which AWS refuses (UNSUPPORTED_JSONATA_EXPRESSION). */
  readonly topLevel: readonly ExpressionProblem[];
  /** What AWS accepts and what then fails when the expression runs. */
  readonly warnings: readonly ExpressionProblem[];
  /** Built-in functions that are called with too few or too many arguments; this fails when it runs. */
  readonly arity: readonly ExpressionProblem[];
  /** `$states` and variables of the state machine, in the order of the text. */
  readonly references: readonly JsonataReference[];
  /** Reads of `$name` where `name` is a built-in function, unless the state machine assigns such a variable. */
  readonly builtinReads: readonly JsonataReference[];
  /** Calls by name, built-in or not; calls of functions that the expression binds are left out. */
  readonly calls: readonly JsonataCall[];
  /** The expression stands in `[bodyStart, bodyEnd)`. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Absent where it does not parse, and where it is so simple that it was read without the package. */
  readonly tree?: JsonataNode;
}

export interface JsonataReference {
  /** Without its `$`; `states` for `$states`. */
  readonly name: string;
  /** `$name` itself, without the path. */
  readonly start: number;
  readonly end: number;
  /** The names that follow, as far as they are plain names; predicates between them are passed over. */
  readonly path: readonly JsonataStep[];
}

export interface JsonataStep {
  readonly name: string;
  /** The name as written, quotes included, without the dot. */
  readonly start: number;
  readonly end: number;
}

export interface JsonataCall {
  /** Without its `$`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** True for the strings that Step Functions evaluates: `{%` and `%}` are the very first and last characters. */
export function isJsonataString(text: string): boolean {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

/** Why AWS refuses a string that starts like an expression and does not end like one. */
export function unclosedJsonata(text: string): ExpressionProblem | undefined {
  if (!text.startsWith('{%') || isJsonataString(text)) return undefined;
  const end = text.trimEnd().length;
  if (end >= 4 && end < text.length && text.startsWith('%}', end - 2)) {
    return { start: end, end: text.length, message: 'Something follows the closing "%}".', suggestion: '' };
  }
  return {
    start: 0,
    end: 2,
    message: 'The expression that "{%" opens is not closed by "%}" at the end of the string.',
  };
}

/** Parses a string for which `isJsonataString` holds. */
export function parseJsonata(text: string): ParsedJsonata {
  const bodyStart = 2;
  const bodyEnd = text.length - 2;
  const parsed: ParsedJsonata = {
    problems: [],
    topLevel: [],
    warnings: [],
    arity: [],
    references: [],
    builtinReads: [],
    calls: [],
    bodyStart,
    bodyEnd,
  };
  const simple = simpleReferences(text, bodyStart, bodyEnd);
  if (simple !== undefined) return { ...parsed, ...byBuiltin(simple) };

  const { text: blanked, placeholders } = blankPlaceholders(text);
  const known = <Item extends { start: number; end: number }>(items: readonly Item[]): readonly Item[] =>
    placeholders.length === 0
      ? items
      : items.filter(({ start, end }) => !placeholders.some((each) => each.start < end && start < each.end));
  try {
    const tree = jsonata(blanked.slice(bodyStart, bodyEnd)).ast() as unknown as JsonataNode;
    const read = readJsonataTree(tree, blanked, bodyStart);
    return {
      ...parsed,
      tree,
      topLevel: known(read.topLevel),
      warnings: known([...read.warnings, ...newerOperators(blanked, bodyStart, bodyEnd)]),
      arity: read.arity,
      references: known(read.references),
      builtinReads: read.builtinReads,
      calls: known(read.calls),
    };
  } catch (error) {
    const { references, calls } = tokenReferences(blanked, bodyStart, bodyEnd);
    return {
      ...parsed,
      // With a placeholder in it nobody knows what the text will be.
      problems: placeholders.length > 0 ? [] : [jsonataProblem(error, text, bodyStart, bodyEnd)],
      ...byBuiltin(known(references)),
      calls: known(calls),
    };
  }
}

function byBuiltin(
  references: readonly JsonataReference[],
): Pick<ParsedJsonata, 'references' | 'builtinReads'> {
  if (!references.some(({ name }) => isBuiltin(name))) return { references, builtinReads: [] };
  return {
    references: references.filter(({ name }) => !isBuiltin(name)),
    builtinReads: references.filter(({ name }) => isBuiltin(name)),
  };
}

/** `??` and `?:` came with JSONata 2.1; "Transforming data with JSONata" names 2.0.6. */
function newerOperators(text: string, start: number, end: number): ExpressionProblem[] {
  if (!text.includes('??') && !text.includes('?:')) return [];
  return jsonataTokens(text, start, end).flatMap((token) => {
    const written = text.slice(token.start, token.end);
    if (token.kind !== 'operator' || (written !== '??' && written !== '?:')) return [];
    const message = `"${written}" came with JSONata 2.1, and Step Functions runs version 2.0.6.`;
    return [{ start: token.start, end: token.end, message }];
  });
}
