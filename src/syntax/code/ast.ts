/**
 * One shape for Python, TypeScript and JavaScript: as much of a program as says how work is orchestrated
 * (calls, try, loops, functions), with the spans of the file. What a language has beyond that is `other`.
 */
import type { Comment, Span } from '../tree';

export type CodeLanguage = 'python' | 'typescript';

export interface Program {
  readonly language: CodeLanguage;
  readonly text: string;
  readonly body: Block;
  readonly comments: readonly Comment[];
  /** Local names that the module exports by a declaration; Python has none. */
  readonly exports: ReadonlySet<string>;
  /** Where the reader could not follow; the rest is read all the same. */
  readonly broken: readonly Span[];
}

export interface Block {
  readonly span: Span;
  readonly statements: readonly Statement[];
}

export type Statement =
  | ImportStatement
  | FunctionUnit
  | ClassUnit
  | TryStatement
  | LoopStatement
  | IfStatement
  | WithStatement
  | AssignStatement
  | ValueStatement
  | BareStatement;

interface Node {
  readonly span: Span;
}

/** `import boto3 as b`, `from x.y import a as c`, `import {A as B} from "m"`, `const b = require("m")`. */
export interface ImportStatement extends Node {
  readonly kind: 'import';
  readonly module: string;
  /** Local names with what they stand for; `undefined` stands for the module itself. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

export interface FunctionUnit extends Node {
  readonly kind: 'function';
  /** Empty for a function without a name. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Expression[];
  readonly body: Block;
  readonly isAsync: boolean;
}

export interface Parameter {
  /** Empty where it is taken apart by `pattern`. */
  readonly name: string;
  readonly pattern?: Expression;
  readonly value?: Expression;
}

export interface ClassUnit extends Node {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly body: Block;
}

export interface TryStatement extends Node {
  readonly kind: 'try';
  /** The word `try`. */
  readonly head: Span;
  readonly body: Block;
  readonly handlers: readonly Handler[];
  /** Python's `else`: runs when nothing was raised. */
  readonly otherwise?: Block;
  readonly finally?: Block;
}

/** `except X as e:` or `catch (e)`. */
export interface Handler extends Node {
  /** From `except` or `catch` to the end of what it names. */
  readonly head: Span;
  /** What it catches; none stands for everything. */
  readonly types: readonly Expression[];
  /** The name of the caught error. */
  readonly name?: string;
  readonly body: Block;
}

export interface LoopStatement extends Node {
  readonly kind: 'loop';
  readonly head: Span;
  readonly loop: 'for' | 'while';
  /** The condition of a `while`, or what a `for` goes through. */
  readonly over?: Expression;
  readonly targets: readonly Expression[];
  readonly body: Block;
}

export interface IfStatement extends Node {
  readonly kind: 'if';
  /** `if`, every `elif`, and `else` without a condition; a `switch` or `match` has its cases here. */
  readonly branches: readonly { readonly condition?: Expression; readonly body: Block }[];
}

export interface WithStatement extends Node {
  readonly kind: 'with';
  readonly items: readonly { readonly value: Expression; readonly name?: string }[];
  readonly body: Block;
}

export interface AssignStatement extends Node {
  readonly kind: 'assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface ValueStatement extends Node {
  readonly kind: 'expression' | 'return' | 'raise';
  readonly value?: Expression;
}

export interface BareStatement extends Node {
  readonly kind: 'break' | 'continue' | 'pass' | 'other';
  readonly values: readonly Expression[];
}

export type Expression =
  | StringExpression
  | NumberExpression
  | ConstantExpression
  | NameExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | ListExpression
  | ObjectExpression
  | FunctionExpression
  | AwaitExpression
  | OtherExpression;

export interface StringExpression extends Node {
  readonly kind: 'string';
  readonly value: string;
  /** True where an f-string or a template literal leaves gaps. */
  readonly dynamic: boolean;
  readonly parts: readonly Expression[];
}
export interface NumberExpression extends Node {
  readonly kind: 'number';
  readonly value: number;
}
export interface ConstantExpression extends Node {
  readonly kind: 'constant';
  readonly value: boolean | null;
}
export interface NameExpression extends Node {
  readonly kind: 'name';
  readonly name: string;
}
export interface MemberExpression extends Node {
  readonly kind: 'member';
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}
export interface IndexExpression extends Node {
  readonly kind: 'index';
  readonly object: Expression;
  readonly indexes: readonly Expression[];
}
export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** `new X()`. */
  readonly isNew: boolean;
}
export interface Argument {
  /** Python's keyword. */
  readonly name?: string;
  readonly value: Expression;
  /** `*x`, `**x` or `...x`. */
  readonly spread: boolean;
  readonly span: Span;
}
export interface ListExpression extends Node {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
export interface ObjectExpression extends Node {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}
export interface ObjectEntry {
  /** Absent where it is spread in or computed. */
  readonly key?: string;
  readonly keySpan: Span;
  readonly value: Expression;
}
export interface FunctionExpression extends Node {
  readonly kind: 'functionValue';
  readonly function: FunctionUnit;
}
export interface AwaitExpression extends Node {
  readonly kind: 'await';
  readonly value: Expression;
}
/** Anything else, with what is in it. */
export interface OtherExpression extends Node {
  readonly kind: 'other';
  /** The operators between the parts: `==`, `and`, `>>`, `not`. */
  readonly operators: readonly string[];
  readonly parts: readonly Expression[];
}
