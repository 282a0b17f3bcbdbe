import type { SyntaxNode } from '@lezer/common';
import type { Argument, Expression, FunctionUnit, ObjectEntry } from './ast';
import { CodeReader } from './reader';

/** Expressions and destructuring patterns of JavaScript's and TypeScript's Lezer tree. */
export class TypeScriptExpressions extends CodeReader {
  readonly #function: (node: SyntaxNode) => FunctionUnit;

  constructor(text: string, read: (node: SyntaxNode) => FunctionUnit) {
    super(text);
    this.#function = read;
  }

  read(node: SyntaxNode): Expression {
    const span = this.span(node);
    switch (node.name) {
      case 'VariableName':
      case 'VariableDefinition':
      case 'this':
      case 'super': {
        const name = this.slice(node);
        return name === 'undefined' ? { kind: 'constant', span, value: null } : { kind: 'name', span, name };
      }
      case 'Number':
        return { kind: 'number', span, value: Number(this.slice(node).replace(/_|n$/g, '')) };
      case 'BooleanLiteral':
        return { kind: 'constant', span, value: this.slice(node) === 'true' };
      case 'null':
        return { kind: 'constant', span, value: null };
      case 'String':
        return { kind: 'string', span, value: unquote(this.slice(node)), dynamic: false, parts: [] };
      case 'TemplateString': {
        const parts = node.getChildren('Interpolation').flatMap((gap) => this.#values(gap));
        const value = this.text.slice(node.from + 1, node.to - 1);
        return { kind: 'string', span, value, dynamic: parts.length > 0, parts };
      }
      case 'MemberExpression':
        return this.#member(node);
      case 'CallExpression':
      case 'NewExpression':
      case 'DynamicImport':
        return this.#call(node);
      case 'AwaitExpression': {
        const [value] = this.#values(node);
        return value ? { kind: 'await', span, value } : this.#other(node);
      }
      case 'ArrayExpression':
      case 'ArrayPattern':
        return { kind: 'list', span, items: this.#values(node) };
      case 'ObjectExpression':
      case 'ObjectPattern':
        return { kind: 'object', span, entries: this.#entries(node) };
      case 'ArrowFunction':
      case 'FunctionExpression':
        return { kind: 'functionValue', span, function: this.#function(node) };
      case 'ParenthesizedExpression':
      case 'PrefixCast':
      case 'InstantiationExpression': {
        const inner = this.#values(node);
        return inner.length === 1 ? inner[0] : this.#other(node);
      }
      case 'BinaryExpression':
        // A cast says nothing about what runs.
        return node.getChild('as') || node.getChild('satisfies') ? this.#first(node) : this.#other(node);
      case 'PostfixExpression':
        return node.getChild('LogicOp') ? this.#first(node) : this.#other(node);
      default:
        return this.#other(node);
    }
  }

  arguments(list: SyntaxNode): Argument[] {
    const found: Argument[] = [];
    let spread: SyntaxNode | undefined;
    for (const part of this.children(list)) {
      if (part.name === 'Spread') spread = part;
      else if (isOperand(part)) {
        const span = { start: (spread ?? part).from, end: part.to };
        found.push({ value: this.read(part), spread: spread !== undefined, span });
        spread = undefined;
      }
    }
    return found;
  }

  #values(node: SyntaxNode): Expression[] {
    return this.children(node)
      .filter(isOperand)
      .map((part) => this.read(part));
  }

  #first(node: SyntaxNode): Expression {
    return this.#values(node)[0] ?? this.#other(node);
  }

  #member(node: SyntaxNode): Expression {
    const parts = this.children(node);
    const span = this.span(node);
    const object = this.read(parts[0]);
    const property = parts.find(({ name }) => name === 'PropertyName' || name === 'PrivatePropertyName');
    if (property) {
      return { kind: 'member', span, object, name: this.slice(property), nameSpan: this.span(property) };
    }
    const indexes = parts
      .slice(1)
      .filter(isOperand)
      .map((part) => this.read(part));
    return { kind: 'index', span, object, indexes };
  }

  #call(node: SyntaxNode): Expression {
    const span = this.span(node);
    if (node.name === 'DynamicImport') {
      const [word] = this.children(node);
      const callee: Expression = { kind: 'name', span: this.span(word), name: 'import' };
      return { kind: 'call', span, callee, arguments: this.arguments(node), isNew: false };
    }
    const callee = this.children(node).find((part) => isOperand(part));
    const list = node.getChild('ArgList');
    if (!callee) return this.#other(node);
    const passed = list ? this.arguments(list) : [];
    const isNew = node.name === 'NewExpression';
    return { kind: 'call', span, callee: this.read(callee), arguments: passed, isNew };
  }

  #entries(node: SyntaxNode): ObjectEntry[] {
    return this.children(node)
      .filter(({ name }) => name === 'Property' || name === 'PatternProperty')
      .flatMap((property) => this.#entry(property) ?? []);
  }

  #entry(property: SyntaxNode): ObjectEntry | undefined {
    const parts = this.children(property);
    const colon = parts.findIndex(({ name }) => name === ':');
    const key = parts.find(({ name }) => KEYS.has(name));
    const keySpan = this.span(key ?? property);
    const computed = parts[0]?.name === '[' || parts[0]?.name === 'Spread' || !key;
    const keyName = computed ? undefined : key.name === 'String' ? unquote(this.slice(key)) : this.slice(key);
    if (property.getChild('ParamList')) {
      const unit = { ...this.#function(property), name: keyName ?? '', nameSpan: keySpan };
      const value: Expression = { kind: 'functionValue', span: this.span(property), function: unit };
      return { key: keyName, keySpan, value };
    }
    const value = parts.slice(colon + 1).find((part) => isOperand(part));
    if (value) return { key: keyName, keySpan, value: this.read(value) };
    // `{ handler }` stands for `{ handler: handler }`.
    return key && colon < 0
      ? { key: keyName, keySpan, value: { kind: 'name', span: keySpan, name: this.slice(key) } }
      : undefined;
  }

  #other(node: SyntaxNode): Expression {
    const parts = this.children(node);
    const operators = parts
      .filter(({ name }) => /Op$/.test(name) || OPERATOR_WORDS.has(name))
      .map((part) => this.slice(part));
    const values = parts.filter(isOperand).map((part) => this.read(part));
    return { kind: 'other', span: this.span(node), operators, parts: values };
  }
}

const KEYS: ReadonlySet<string> = new Set([
  'PropertyDefinition',
  'PropertyName',
  'VariableDefinition',
  'String',
  'Number',
]);

const OPERATOR_WORDS: ReadonlySet<string> = new Set([
  'in',
  'instanceof',
  'typeof',
  'void',
  'delete',
  'Equals',
]);

const NOT_OPERANDS =
  /Op$|^(?:ArgList|ParamList|Type\w*|\w+Type|Property\w*|PrivateProperty\w*|Interpolation(?:Start|End)|Spread|Equals|Arrow|Optional|Privacy|Label|Block|Decorator|ClassBody|ImportMeta)$/;

function isOperand(node: SyntaxNode): boolean {
  if (node.name === 'this' || node.name === 'super' || node.name === 'null') return true;
  return /^[A-Z]/.test(node.name) && !NOT_OPERANDS.test(node.name) && !node.type.isError;
}

/** The text of a string literal without its quotes; escapes are left as they stand, but for quotes. */
export function unquote(literal: string): string {
  return literal.slice(1, -1).replace(/\\(["'`\\])/g, '$1');
}
