import type { Block, CallExpression, Expression, Statement } from './ast';

/** The blocks directly inside a statement. */
export function blocksOf(statement: Statement): Block[] {
  switch (statement.kind) {
    case 'function':
    case 'class':
    case 'loop':
    case 'with':
      return [statement.body];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        ...(statement.otherwise ? [statement.otherwise] : []),
        ...(statement.finally ? [statement.finally] : []),
      ];
    case 'if':
      return statement.branches.map(({ body }) => body);
    default:
      return [];
  }
}

type Visit = (expression: Expression) => void;

/** Visits the expressions directly in a statement, those of its blocks excluded; makes no list, as it runs for each. */
export function eachExpression(statement: Statement, visit: Visit): void {
  switch (statement.kind) {
    case 'function':
      for (const decorator of statement.decorators) visit(decorator);
      for (const { value } of statement.parameters) if (value) visit(value);
      break;
    case 'class':
      for (const base of statement.bases) visit(base);
      break;
    case 'try':
      for (const { types } of statement.handlers) for (const type of types) visit(type);
      break;
    case 'loop':
      if (statement.over) visit(statement.over);
      for (const target of statement.targets) visit(target);
      break;
    case 'if':
      for (const { condition } of statement.branches) if (condition) visit(condition);
      break;
    case 'with':
      for (const { value } of statement.items) visit(value);
      break;
    case 'assign':
      visit(statement.value);
      for (const target of statement.targets) visit(target);
      break;
    case 'expression':
    case 'return':
    case 'raise':
      if (statement.value) visit(statement.value);
      break;
    case 'import':
      break;
    default:
      for (const value of statement.values) visit(value);
  }
}

/** Visits the expressions directly in an expression; a function's body is not among them. */
export function eachPart(expression: Expression, visit: Visit): void {
  switch (expression.kind) {
    case 'member':
      visit(expression.object);
      break;
    case 'index':
      visit(expression.object);
      for (const index of expression.indexes) visit(index);
      break;
    case 'call':
      visit(expression.callee);
      for (const { value } of expression.arguments) visit(value);
      break;
    case 'list':
      for (const item of expression.items) visit(item);
      break;
    case 'object':
      for (const { value } of expression.entries) visit(value);
      break;
    case 'await':
      visit(expression.value);
      break;
    case 'string':
    case 'other':
      for (const part of expression.parts) visit(part);
      break;
    default:
  }
}

/** The expressions directly in an expression; a function's body is not among them. */
export function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  eachPart(expression, (part) => parts.push(part));
  return parts;
}

export interface WalkOptions {
  /** Bodies of functions that are defined or passed inside are walked too; by default they are not. */
  readonly intoFunctions?: boolean;
  readonly statement?: (statement: Statement) => void;
  readonly expression?: (expression: Expression) => void;
}

/** Visits a block in the order of its text, outside in. */
export function walkBlock(block: Block, options: WalkOptions): void {
  for (const statement of block.statements) walkStatement(statement, options);
}

/** Visits a statement and what is in it. */
function walkStatement(statement: Statement, options: WalkOptions): void {
  options.statement?.(statement);
  if (options.expression || options.intoFunctions)
    eachExpression(statement, (expression) => walkExpression(expression, options));
  if (statement.kind === 'function' && !options.intoFunctions) return;
  for (const block of blocksOf(statement)) walkBlock(block, options);
}

/** Visits an expression and what is in it. */
export function walkExpression(expression: Expression, options: WalkOptions): void {
  options.expression?.(expression);
  eachPart(expression, (part) => walkExpression(part, options));
  if (expression.kind === 'functionValue' && options.intoFunctions)
    walkBlock(expression.function.body, options);
}

/** The calls of a block, by default without those of functions defined in it. */
export function callsIn(block: Block, options: { intoFunctions?: boolean } = {}): CallExpression[] {
  const calls: CallExpression[] = [];
  walkBlock(block, {
    ...options,
    expression: (expression) => void (expression.kind === 'call' && calls.push(expression)),
  });
  return calls;
}

/** `a.b.c` as its names; `undefined` where something else than names is in it. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member') return undefined;
  const object = dottedName(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}
