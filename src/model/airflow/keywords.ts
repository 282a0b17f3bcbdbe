import type {
  Argument,
  CallExpression,
  Expression,
  FunctionUnit,
  ObjectExpression,
} from '../../syntax/code/ast';
import type { Span } from '../../syntax/tree';
import type { CodeFile } from '../code';
import type { Values } from './values';

/** A value under a name: a keyword argument, or an entry of a dictionary. */
export interface Entry {
  readonly value: Expression;
  /** Name and value as they are written together. */
  readonly span: Span;
}

/** What is given by name to a call, or kept by name in a dictionary. */
export interface Keywords {
  readonly entries: ReadonlyMap<string, Entry>;
  /** True where more may be given that cannot be seen here. */
  readonly open: boolean;
  /** The dictionary's literal, where it is written as one. */
  readonly literal?: ObjectExpression;
}

export const NO_KEYWORDS: Keywords = { entries: new Map(), open: false };

const UNKNOWN: Keywords = { entries: new Map(), open: true };
const DEPTH = 5;

/** Reads keyword arguments and dictionaries, also through names, `**`, `dict()`, `|`, `.copy()` and `.update()`. */
export class KeywordReader {
  readonly #code: CodeFile;
  readonly #values: Values;
  /** What is put into a dictionary after it was made, by the dictionary's name. */
  readonly #added = new Map<string, Argument[]>();

  constructor(code: CodeFile, values: Values) {
    this.#code = code;
    this.#values = values;
    for (const { statement } of code.placed.statements) {
      if (statement.kind !== 'assign') continue;
      for (const target of statement.targets) {
        if (target.kind !== 'index' || target.object.kind !== 'name') continue;
        const [key] = target.indexes;
        const name = key?.kind === 'string' ? key.value : undefined;
        this.#add(target.object.name, {
          name,
          value: statement.value,
          spread: name === undefined,
          span: statement.span,
        });
      }
    }
    for (const { call } of code.placed.calls) {
      const { callee } = call;
      if (callee.kind !== 'member' || callee.name !== 'update' || callee.object.kind !== 'name') continue;
      for (const argument of call.arguments)
        this.#add(callee.object.name, argument.name === undefined ? { ...argument, spread: true } : argument);
    }
  }

  #add(name: string, argument: Argument): void {
    this.#added.set(name, [...(this.#added.get(name) ?? []), argument]);
  }

  /** The keyword arguments of a call. */
  ofCall(call: CallExpression, unit: FunctionUnit | undefined): Keywords {
    return this.#ofArguments(call.arguments, unit, DEPTH);
  }

  /** A dictionary; without one, nothing. */
  ofDictionary(expression: Expression | undefined, unit: FunctionUnit | undefined): Keywords {
    return expression ? this.#read(expression, unit, DEPTH) : NO_KEYWORDS;
  }

  #ofArguments(given: readonly Argument[], unit: FunctionUnit | undefined, depth: number): Keywords {
    const parts = given.map((argument): Keywords => {
      const { name, value, spread, span } = argument;
      if (name !== undefined) return { entries: new Map([[name, { value, span }]]), open: false };
      return spread ? this.#read(value, unit, depth) : NO_KEYWORDS;
    });
    return merge(parts);
  }

  #read(expression: Expression, unit: FunctionUnit | undefined, depth: number): Keywords {
    if (depth === 0) return UNKNOWN;
    switch (expression.kind) {
      case 'object':
        return this.#literal(expression, unit, depth);
      case 'name':
        return this.#named(expression.name, unit, depth, expression.span.start);
      case 'call':
        return this.#made(expression, unit, depth);
      case 'other':
        return expression.operators.every((operator) => operator === '|') && expression.parts.length > 0
          ? merge(expression.parts.map((part) => this.#read(part, unit, depth - 1)))
          : UNKNOWN;
      default:
        return UNKNOWN;
    }
  }

  #literal(object: ObjectExpression, unit: FunctionUnit | undefined, depth: number): Keywords {
    const { text } = this.#code.program;
    const parts = object.entries.map(({ key, keySpan, value }): Keywords => {
      if (key !== undefined) {
        const span = { start: keySpan.start, end: value.span.end };
        return { entries: new Map([[key, { value, span }]]), open: false };
      }
      return text.startsWith('**', keySpan.start) ? this.#read(value, unit, depth - 1) : UNKNOWN;
    });
    return { ...merge(parts), literal: object };
  }

  #named(name: string, unit: FunctionUnit | undefined, depth: number, readAt: number): Keywords {
    const values = this.#values.named(name, unit, readAt);
    if (values.length === 0) return UNKNOWN;
    const parts = values.map((value) => this.#read(value, unit, depth - 1));
    const added = this.#added.get(name);
    const merged = merge(added ? [...parts, this.#ofArguments(added, unit, depth - 1)] : parts);
    return parts.length === 1 ? { ...merged, literal: parts[0].literal } : merged;
  }

  /** `dict(a=1)`, `dict(base, a=1)`, `base.copy()`, `deepcopy(base)`. */
  #made(call: CallExpression, unit: FunctionUnit | undefined, depth: number): Keywords {
    const { callee } = call;
    if (callee.kind === 'member' && callee.name === 'copy' && call.arguments.length === 0)
      return this.#read(callee.object, unit, depth - 1);
    const name = this.#values.qualifiedName(callee) ?? '';
    if (!/^(?:dict|(?:copy\.)?(?:deepcopy|copy))$/.test(name)) return UNKNOWN;
    const given = call.arguments.map((argument) =>
      argument.name === undefined ? { ...argument, spread: true } : argument,
    );
    return this.#ofArguments(given, unit, depth - 1);
  }
}

/** Several dictionaries laid over each other; the later one wins. */
function merge(parts: readonly Keywords[]): Keywords {
  if (parts.length === 1) return { entries: parts[0].entries, open: parts[0].open };
  const entries = new Map(parts.flatMap((part) => [...part.entries]));
  return { entries, open: parts.some(({ open }) => open) };
}
