import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type {
  Block,
  Expression,
  FunctionUnit,
  Handler,
  IfStatement,
  ImportStatement,
  Parameter,
  Program,
  Statement,
} from './ast';
import { PythonExpressions } from './pythonExpressions';
import { CodeReader } from './reader';
import { RememberingParser } from './rememberingParser';

const python = new RememberingParser(parser);

/** Reads Python 3 with an editor's tolerance: half-typed statements lose themselves and nothing else. */
export function parsePython(text: string): Program {
  const tree = python.parse(text);
  const reader = new PythonReader(text);
  const { isTooDeep, ...extras } = reader.extras(tree);
  const statements = isTooDeep ? [] : reader.statements(reader.children(tree.topNode));
  const body = { span: { start: 0, end: text.length }, statements };
  return { language: 'python', text, body, exports: new Set(), ...extras };
}

class PythonReader extends CodeReader {
  readonly #expressions = new PythonExpressions(this.text, (node) => this.#lambda(node));

  statements(nodes: readonly SyntaxNode[]): Statement[] {
    return nodes.flatMap((node) => this.#statement(node));
  }

  #expression(node: SyntaxNode): Expression {
    return this.#expressions.read(node);
  }

  #statement(node: SyntaxNode): Statement[] {
    const span = this.span(node);
    switch (node.name) {
      case 'StatementGroup':
        return this.statements(this.children(node));
      case 'ImportStatement':
        return this.#import(node);
      case 'FunctionDefinition':
        return [this.#function(node, [], span)];
      case 'DecoratedStatement':
        return this.#decorated(node);
      case 'ClassDefinition':
        return [this.#class(node)];
      case 'TryStatement':
        return [this.#try(node)];
      case 'ForStatement':
      case 'WhileStatement':
        return [this.#loop(node)];
      case 'IfStatement':
      case 'MatchStatement':
        return [this.#if(node)];
      case 'WithStatement':
        return [this.#with(node)];
      case 'AssignStatement':
      case 'UpdateStatement':
        return this.#assign(node);
      case 'ExpressionStatement': {
        const [value] = this.children(node);
        return value ? [{ kind: 'expression', span, value: this.#expression(value) }] : [];
      }
      case 'ReturnStatement':
        return [{ kind: 'return', span, value: this.#several(this.children(node).slice(1), node) }];
      case 'RaiseStatement': {
        const [, value] = this.children(node);
        return [{ kind: 'raise', span, value: value && this.#expression(value) }];
      }
      case 'BreakStatement':
        return [{ kind: 'break', span, values: [] }];
      case 'ContinueStatement':
        return [{ kind: 'continue', span, values: [] }];
      case 'PassStatement':
        return [{ kind: 'pass', span, values: [] }];
      default: {
        if (node.type.isError || PUNCTUATION.test(node.name)) return [];
        const values = this.children(node)
          .filter(isValue)
          .map((child) => this.#expression(child));
        return [{ kind: 'other', span, values }];
      }
    }
  }

  /** `return a, b` is a tuple without parentheses. */
  #several(nodes: readonly SyntaxNode[], parent: SyntaxNode): Expression | undefined {
    const values = nodes.filter(isValue).map((node) => this.#expression(node));
    return values.length > 1 ? { kind: 'list', span: this.span(parent), items: values } : values[0];
  }

  #import(node: SyntaxNode): ImportStatement[] {
    const parts = this.children(node);
    const span = this.span(node);
    if (parts[0]?.name === 'from') {
      const at = parts.findIndex(({ name }) => name === 'import');
      const module = parts
        .slice(1, at < 0 ? undefined : at)
        .map((part) => this.slice(part))
        .join('');
      return [
        {
          kind: 'import',
          span,
          module,
          names: new Map(this.#aliases(parts.slice(at + 1)).map(([name, local]) => [local, name])),
        },
      ];
    }
    return this.#aliases(parts.slice(1)).map(([module, local]) => {
      // `import a.b` binds `a`; with `as` the whole module.
      const name = local === module ? module.split('.')[0] : local;
      return { kind: 'import', span, module, names: new Map([[name, undefined]]) };
    });
  }

  #aliases(parts: readonly SyntaxNode[]): [name: string, local: string][] {
    const names: [string, string][] = [];
    let name = '';
    let alias: string | undefined;
    let afterAs = false;
    const flush = (): void => {
      if (name) names.push([name, alias ?? name]);
      name = '';
      alias = undefined;
      afterAs = false;
    };
    for (const part of parts) {
      if (part.name === ',') flush();
      else if (part.name === 'as') afterAs = true;
      else if (part.name === 'VariableName' || part.name === '.' || part.name === 'PropertyName') {
        if (afterAs) alias = this.slice(part);
        else name += this.slice(part);
      }
    }
    flush();
    return names;
  }

  #decorated(node: SyntaxNode): Statement[] {
    const parts = this.children(node);
    const decorators = parts
      .filter(({ name }) => name === 'Decorator')
      .flatMap((decorator) => this.#expressions.decorator(this.children(decorator)) ?? []);
    const inner = parts.find(({ name }) => name === 'FunctionDefinition' || name === 'ClassDefinition');
    if (!inner) return [];
    return [
      inner.name === 'ClassDefinition'
        ? this.#class(inner)
        : this.#function(inner, decorators, this.span(node)),
    ];
  }

  #function(node: SyntaxNode, decorators: readonly Expression[], span = this.span(node)): FunctionUnit {
    const name = node.getChild('VariableName');
    const head = { start: node.from, end: node.from };
    return {
      kind: 'function',
      span,
      name: name ? this.slice(name) : '',
      nameSpan: name ? this.span(name) : head,
      parameters: this.#parameters(node.getChild('ParamList')),
      decorators,
      body: this.#block(node.getChild('Body'), node),
      isAsync: node.firstChild?.name === 'async',
    };
  }

  #parameters(list: SyntaxNode | null): Parameter[] {
    const parameters: { name: string; value?: Expression }[] = [];
    let takesValue = false;
    for (const part of list ? this.children(list) : []) {
      if (part.name === 'VariableName' && !takesValue) parameters.push({ name: this.slice(part) });
      else if (takesValue && isValue(part)) {
        parameters[parameters.length - 1].value = this.#expression(part);
        takesValue = false;
      } else if (part.name === 'AssignOp') takesValue = parameters.length > 0;
    }
    return parameters;
  }

  #lambda(node: SyntaxNode): FunctionUnit {
    const body = node.lastChild;
    const span = this.span(node);
    const value = body && isValue(body) ? this.#expression(body) : undefined;
    const block: Block = { span, statements: value ? [{ kind: 'return', span: value.span, value }] : [] };
    const parameters = this.#parameters(node.getChild('ParamList'));
    return {
      kind: 'function',
      span,
      name: '',
      nameSpan: { start: node.from, end: node.from },
      parameters,
      decorators: [],
      body: block,
      isAsync: false,
    };
  }

  #class(node: SyntaxNode): Statement {
    const name = node.getChild('VariableName');
    const list = node.getChild('ArgList');
    const bases = list ? this.#expressions.arguments(list).map(({ value }) => value) : [];
    return {
      kind: 'class',
      span: this.span(node),
      name: name ? this.slice(name) : '',
      bases,
      body: this.#block(node.getChild('Body'), node),
    };
  }

  #block(body: SyntaxNode | null, parent: SyntaxNode): Block {
    if (!body) return { span: { start: parent.to, end: parent.to }, statements: [] };
    return { span: this.span(body), statements: this.statements(this.children(body)) };
  }

  #try(node: SyntaxNode): Statement {
    const parts = this.children(node);
    const handlers: Handler[] = [];
    let body = this.#block(null, node);
    let otherwise: Block | undefined;
    let last: Block | undefined;
    let head: SyntaxNode | undefined;
    let named: SyntaxNode[] = [];
    for (const part of parts) {
      if (['try', 'except', 'else', 'finally'].includes(part.name)) {
        head = part;
        named = [];
      } else if (part.name === 'Body' && head) {
        const block = this.#block(part, node);
        if (head.name === 'try') body = block;
        else if (head.name === 'else') otherwise = block;
        else if (head.name === 'finally') last = block;
        else handlers.push(this.#handler(head, named, part, block));
      } else named.push(part);
    }
    const first = parts[0] ?? node;
    return {
      kind: 'try',
      span: this.span(node),
      head: this.span(first),
      body,
      handlers,
      otherwise,
      finally: last,
    };
  }

  #handler(head: SyntaxNode, named: readonly SyntaxNode[], bodyNode: SyntaxNode, body: Block): Handler {
    const at = named.findIndex(({ name }) => name === 'as');
    const [type] = named.filter(isValue).slice(0, at === 0 ? 0 : 1);
    const read = type && this.#expression(type);
    const types = read?.kind === 'list' ? read.items : read ? [read] : [];
    const end = named.length > 0 ? named[named.length - 1].to : head.to;
    const name = at >= 0 && named[at + 1] ? this.slice(named[at + 1]) : undefined;
    return {
      span: { start: head.from, end: bodyNode.to },
      head: { start: head.from, end },
      types,
      name,
      body,
    };
  }

  #loop(node: SyntaxNode): Statement {
    const parts = this.children(node);
    const at = parts.findIndex(({ name }) => name === 'in');
    const bodyAt = parts.findIndex(({ name }) => name === 'Body');
    const values = parts.slice(at < 0 ? 1 : at + 1, bodyAt < 0 ? undefined : bodyAt).filter(isValue);
    const targets =
      at < 0
        ? []
        : parts
            .slice(1, at)
            .filter(isValue)
            .map((part) => this.#expression(part));
    const loop = node.name === 'WhileStatement' ? 'while' : 'for';
    const end = values.length > 0 ? values[values.length - 1].to : parts[0].to;
    const head = { start: node.from, end };
    const body = this.#block(bodyAt < 0 ? null : parts[bodyAt], node);
    return {
      kind: 'loop',
      span: this.span(node),
      head,
      loop,
      over: values[0] && this.#expression(values[0]),
      targets,
      body,
    };
  }

  #if(node: SyntaxNode): IfStatement {
    const branches: { condition?: Expression; body: Block }[] = [];
    let condition: SyntaxNode | undefined;
    const add = (parts: readonly SyntaxNode[]): void => {
      for (const part of parts) {
        if (part.name === 'MatchBody') add(this.children(part));
        else if (part.name === 'MatchClause') add(this.children(part));
        else if (part.name === 'Body') {
          branches.push({
            condition: condition && this.#expression(condition),
            body: this.#block(part, node),
          });
          condition = undefined;
        } else if (isValue(part) && !part.name.endsWith('Pattern')) condition ??= part;
      }
    };
    add(this.children(node));
    return { kind: 'if', span: this.span(node), branches };
  }

  #with(node: SyntaxNode): Statement {
    const items: { value: Expression; name?: string }[] = [];
    let afterAs = false;
    for (const part of this.children(node)) {
      if (part.name === 'as') afterAs = true;
      else if (isValue(part)) {
        if (afterAs) items[items.length - 1] = { ...items[items.length - 1], name: this.slice(part) };
        else items.push({ value: this.#expression(part) });
        afterAs = false;
      }
    }
    return { kind: 'with', span: this.span(node), items, body: this.#block(node.getChild('Body'), node) };
  }

  #assign(node: SyntaxNode): Statement[] {
    const groups: SyntaxNode[][] = [[]];
    for (const part of this.children(node)) {
      if (part.name === 'AssignOp' || part.name === 'UpdateOp') groups.push([]);
      else if (isValue(part)) groups[groups.length - 1].push(part);
    }
    const valueNodes = groups.length > 1 ? groups[groups.length - 1] : [];
    const targets = groups
      .slice(0, groups.length > 1 ? -1 : undefined)
      .flat()
      .map((part) => this.#expression(part));
    const value = this.#several(valueNodes, node);
    const span = this.span(node);
    return [value ? { kind: 'assign', span, targets, value } : { kind: 'other', span, values: targets }];
  }
}

const PUNCTUATION = /^[^A-Za-z]/;
const NOT_VALUES: ReadonlySet<string> = new Set([
  'Body',
  'TypeDef',
  'ParamList',
  'AssignOp',
  'UpdateOp',
  'ArithOp',
  'BitOp',
  'CompareOp',
  'Guard',
]);

/** True for a node that is an expression: a capitalised name that is none of the fixed parts. */
function isValue(node: SyntaxNode): boolean {
  return /^[A-Z]/.test(node.name) && !NOT_VALUES.has(node.name) && !node.type.isError;
}
