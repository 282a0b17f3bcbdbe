import type { SyntaxNode } from '@lezer/common';
import type { Argument, Expression, FunctionUnit, ObjectEntry } from './ast';
import { CodeReader } from './reader';

/** Expressions of Python's Lezer tree. */
export class PythonExpressions extends CodeReader {
  readonly #lambda: (node: SyntaxNode) => FunctionUnit;

  constructor(text: string, lambda: (node: SyntaxNode) => FunctionUnit) {
    super(text);
    this.#lambda = lambda;
  }

  read(node: SyntaxNode): Expression {
    const span = this.span(node);
    switch (node.name) {
      case 'VariableName':
        return { kind: 'name', span, name: this.slice(node) };
      case 'Number':
        return { kind: 'number', span, value: Number(this.slice(node).replaceAll('_', '')) };
      case 'Boolean':
        return { kind: 'constant', span, value: this.slice(node) === 'True' };
      case 'None':
        return { kind: 'constant', span, value: null };
      case 'String':
        return { kind: 'string', span, value: unquote(this.slice(node)), dynamic: false, parts: [] };
      case 'FormatString':
      case 'ContinuedString':
        return this.#joined(node);
      case 'ParenthesizedExpression': {
        const inner = this.#values(node);
        return inner.length === 1 ? this.read(inner[0]) : this.#other(node);
      }
      case 'MemberExpression':
        return this.#member(node);
      case 'CallExpression': {
        const [callee, list] = this.children(node);
        const passed = list?.name === 'ArgList' ? this.arguments(list) : [];
        return { kind: 'call', span, callee: this.read(callee), arguments: passed, isNew: false };
      }
      case 'AwaitExpression': {
        const [value] = this.#values(node);
        return value ? { kind: 'await', span, value: this.read(value) } : this.#other(node);
      }
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return { kind: 'list', span, items: this.#values(node).map((item) => this.read(item)) };
      case 'DictionaryExpression':
        return { kind: 'object', span, entries: this.#entries(node) };
      case 'LambdaExpression':
        return { kind: 'functionValue', span, function: this.#lambda(node) };
      default:
        return this.#other(node);
    }
  }

  /** `@a.b(c)` as the expression behind the `@`. */
  decorator(parts: readonly SyntaxNode[]): Expression | undefined {
    let result: Expression | undefined;
    for (const part of parts) {
      if (part.name === 'ArgList' && result) {
        const span = { start: result.span.start, end: part.to };
        result = { kind: 'call', span, callee: result, arguments: this.arguments(part), isNew: false };
      } else if (part.name === 'VariableName' || part.name === 'PropertyName') {
        const name = this.slice(part);
        result = result
          ? {
              kind: 'member',
              span: { start: result.span.start, end: part.to },
              object: result,
              name,
              nameSpan: this.span(part),
            }
          : { kind: 'name', span: this.span(part), name };
      }
    }
    return result;
  }

  arguments(list: SyntaxNode): Argument[] {
    const found: Argument[] = [];
    let parts: SyntaxNode[] = [];
    const flush = (): void => {
      const values = parts.filter(isOperand);
      const named = parts[1]?.name === 'AssignOp';
      const value = named ? values[1] : values[0];
      if (value) {
        const span = { start: parts[0].from, end: parts[parts.length - 1].to };
        const spread = parts[0].name === '*' || parts[0].name === '**';
        // `f(x for x in y)` passes one generator.
        const read: Expression = !named && values.length > 1 ? this.#combine(parts, span) : this.read(value);
        found.push({ name: named ? this.slice(parts[0]) : undefined, value: read, spread, span });
      }
      parts = [];
    };
    for (const part of this.children(list)) {
      if (part.name === '(' || part.name === ')') continue;
      if (part.name === ',') flush();
      else parts.push(part);
    }
    flush();
    return found;
  }

  #values(node: SyntaxNode): SyntaxNode[] {
    return this.children(node).filter(isOperand);
  }

  #member(node: SyntaxNode): Expression {
    const parts = this.children(node);
    const span = this.span(node);
    const object = this.read(parts[0]);
    const property = parts.find(({ name }) => name === 'PropertyName');
    if (property)
      return { kind: 'member', span, object, name: this.slice(property), nameSpan: this.span(property) };
    const indexes = parts
      .slice(1)
      .filter(isOperand)
      .map((part) => this.read(part));
    return { kind: 'index', span, object, indexes };
  }

  #entries(node: SyntaxNode): ObjectEntry[] {
    const entries: ObjectEntry[] = [];
    let parts: SyntaxNode[] = [];
    const flush = (): void => {
      const colon = parts.findIndex(({ name }) => name === ':');
      const [first] = parts;
      const value = colon > 0 ? parts[colon + 1] : parts.find(isOperand);
      if (value && isOperand(value)) {
        const key = colon > 0 && first.name === 'String' ? unquote(this.slice(first)) : undefined;
        entries.push({ key, keySpan: this.span(first), value: this.read(value) });
      }
      parts = [];
    };
    for (const part of this.children(node)) {
      if (part.name === '{' || part.name === '}') continue;
      if (part.name === ',') flush();
      else parts.push(part);
    }
    flush();
    return entries;
  }

  #joined(node: SyntaxNode): Expression {
    const span = this.span(node);
    if (node.name === 'ContinuedString') {
      const pieces = this.children(node)
        .map((piece) => this.read(piece))
        .filter((piece) => piece.kind === 'string');
      const value = pieces.map((piece) => piece.value).join('');
      return {
        kind: 'string',
        span,
        value,
        dynamic: pieces.some(({ dynamic }) => dynamic),
        parts: pieces.flatMap(({ parts }) => parts),
      };
    }
    const gaps = this.children(node).filter(({ name }) => name === 'FormatReplacement');
    const parts = gaps.flatMap((gap) => this.#values(gap).map((value) => this.read(value)));
    return { kind: 'string', span, value: unquote(this.slice(node)), dynamic: gaps.length > 0, parts };
  }

  #other(node: SyntaxNode): Expression {
    return this.#combine(this.children(node), this.span(node));
  }

  #combine(nodes: readonly SyntaxNode[], span: { start: number; end: number }): Expression {
    const operators = nodes
      .filter((part) => /Op$/.test(part.name) || /^(?:and|or|not|in|is|if|else|for)$/.test(part.name))
      .map((part) => this.slice(part));
    return { kind: 'other', span, operators, parts: nodes.filter(isOperand).map((part) => this.read(part)) };
  }
}

const NOT_OPERANDS: ReadonlySet<string> = new Set([
  'ArgList',
  'ParamList',
  'TypeDef',
  'AssignOp',
  'ArithOp',
  'BitOp',
  'CompareOp',
  'UpdateOp',
  'PropertyName',
  'FormatConversion',
  'FormatSpec',
]);

function isOperand(node: SyntaxNode): boolean {
  return /^[A-Z]/.test(node.name) && !NOT_OPERANDS.has(node.name) && !node.type.isError;
}

/** The text of a string literal without prefix and quotes; escapes are left as they stand, but for quotes. */
function unquote(literal: string): string {
  const text = literal.replace(/^[A-Za-z]*/, '');
  const quote = text.startsWith('"""') || text.startsWith("'''") ? 3 : 1;
  return text.slice(quote, text.length - quote).replace(/\\(["'\\])/g, '$1');
}
