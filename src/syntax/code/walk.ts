import type { Block, CallExpression, Expression, FunctionUnit, Statement } from './ast';

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

/** The expressions directly in a statement, those of its blocks excluded. */
export function expressionsOf(statement: Statement): Expression[] {
  switch (statement.kind) {
    case 'function':
      return [
        ...statement.decorators,
        ...statement.parameters.flatMap(({ value }) => (value ? [value] : [])),
      ];
    case 'class':
      return [...statement.bases];
    case 'try':
      return statement.handlers.flatMap(({ types }) => types);
    case 'loop':
      return [...(statement.over ? [statement.over] : []), ...statement.targets];
    case 'if':
      return statement.branches.flatMap(({ condition }) => (condition ? [condition] : []));
    case 'with':
      return statement.items.map(({ value }) => value);
    case 'assign':
      return [statement.value, ...statement.targets];
    case 'expression':
    case 'return':
    case 'raise':
      return statement.value ? [statement.value] : [];
    case 'import':
      return [];
    default:
      return [...statement.values];
  }
}

/** The expressions directly in an expression; a function's body is not among them. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, ...expression.indexes];
    case 'call':
      return [expression.callee, ...expression.arguments.map(({ value }) => value)];
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.map(({ value }) => value);
    case 'await':
      return [expression.value];
    case 'string':
    case 'other':
      return expression.parts;
    default:
      return [];
  }
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
export function walkStatement(statement: Statement, options: WalkOptions): void {
  options.statement?.(statement);
  for (const expression of expressionsOf(statement)) walkExpression(expression, options);
  if (statement.kind === 'function' && !options.intoFunctions) return;
  for (const block of blocksOf(statement)) walkBlock(block, options);
}

/** Visits an expression and what is in it. */
export function walkExpression(expression: Expression, options: WalkOptions): void {
  options.expression?.(expression);
  for (const part of partsOf(expression)) walkExpression(part, options);
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

/** Every function of a block, nested ones, methods and function values included. */
export function functionsIn(block: Block): FunctionUnit[] {
  const found: FunctionUnit[] = [];
  walkBlock(block, {
    intoFunctions: true,
    statement: (statement) => void (statement.kind === 'function' && found.push(statement)),
    expression: (expression) => void (expression.kind === 'functionValue' && found.push(expression.function)),
  });
  return found;
}

/** `a.b.c` as its names; `undefined` where something else than names is in it. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member') return undefined;
  const object = dottedName(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}
