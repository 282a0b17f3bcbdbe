import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type {
  Block,
  Expression,
  FunctionUnit,
  Handler,
  IfStatement,
  Parameter,
  Program,
  Statement,
} from './ast';
import { CodeReader } from './reader';
import { RememberingParser } from './rememberingParser';
import { TypeScriptExpressions } from './typescriptExpressions';
import { importOf, moduleOf } from './typescriptImports';

const typescript = new RememberingParser(parser.configure({ dialect: 'ts' }));

/** Reads TypeScript and JavaScript with an editor's tolerance: half-typed statements lose only themselves. */
export function parseTypeScript(text: string): Program {
  const tree = typescript.parse(text);
  const reader = new TypeScriptReader(text);
  const { isTooDeep, ...extras } = reader.extras(tree);
  const statements = isTooDeep ? [] : reader.statements(reader.children(tree.topNode));
  const body = { span: { start: 0, end: text.length }, statements };
  return { language: 'typescript', text, body, exports: reader.exports, ...extras };
}

class TypeScriptReader extends CodeReader {
  readonly exports = new Set<string>();
  readonly #expressions = new TypeScriptExpressions(this.text, (node) => this.#function(node));

  statements(nodes: readonly SyntaxNode[]): Statement[] {
    return nodes.flatMap((node) => this.#statement(node));
  }

  #statement(node: SyntaxNode): Statement[] {
    const span = this.span(node);
    switch (node.name) {
      case 'ImportDeclaration':
        return importOf(this, node);
      case 'ExportDeclaration':
        return this.#export(node);
      case 'VariableDeclaration':
        return this.#declaration(node);
      case 'FunctionDeclaration':
        return [this.#function(node)];
      case 'ClassDeclaration':
        return [this.#class(node)];
      case 'TryStatement':
        return [this.#try(node)];
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoStatement':
        return [this.#loop(node)];
      case 'IfStatement':
        return [this.#if(node)];
      case 'SwitchStatement':
        return [this.#switch(node)];
      case 'ExpressionStatement':
        return this.#expressionStatement(node);
      case 'ReturnStatement':
        return [{ kind: 'return', span, value: this.#value(node) }];
      case 'ThrowStatement':
        return [{ kind: 'raise', span, value: this.#value(node) }];
      case 'BreakStatement':
        return [{ kind: 'break', span, values: [] }];
      case 'ContinueStatement':
        return [{ kind: 'continue', span, values: [] }];
      case 'Block':
      case 'LabeledStatement':
      case 'NamespaceDeclaration':
        return this.statements(this.children(node));
      default:
        return [];
    }
  }

  #value(node: SyntaxNode): Expression | undefined {
    const value = this.children(node).slice(1).find(isValue);
    return value && this.#expressions.read(value);
  }

  #export(node: SyntaxNode): Statement[] {
    if (node.getChild('from')) return [];
    for (const name of node.getChild('ExportGroup')?.getChildren('VariableName') ?? []) {
      if (name.prevSibling?.name !== 'as') this.exports.add(this.slice(name));
    }
    const inner = this.children(node).slice(1);
    const statements = this.statements(inner);
    for (const statement of statements) {
      if (statement.kind === 'function') this.exports.add(statement.name);
      else if (statement.kind === 'assign') {
        for (const target of statement.targets) if (target.kind === 'name') this.exports.add(target.name);
      }
    }
    if (statements.length > 0) return statements;
    const value = inner.find(isValue);
    if (!value) return [];
    // `export default handler` or `export default async () => …`.
    const read = this.#expressions.read(value);
    if (read.kind === 'name') this.exports.add(read.name);
    return [{ kind: 'expression', span: this.span(node), value: read }];
  }

  #declaration(node: SyntaxNode): Statement[] {
    const parts = this.children(node).slice(1);
    const statements: Statement[] = [];
    for (let at = 0; at < parts.length; at++) {
      const target = parts[at];
      if (!isValue(target) && !target.name.endsWith('Pattern')) continue;
      const equals = parts.findIndex(({ name }, index) => index > at && (name === 'Equals' || name === ','));
      const value = equals > 0 && parts[equals].name === 'Equals' ? parts[equals + 1] : undefined;
      statements.push(this.#assign(node, target, value));
      if (value) at = equals + 1;
    }
    return statements;
  }

  #assign(node: SyntaxNode, target: SyntaxNode, value: SyntaxNode | undefined): Statement {
    const span = { start: target.from, end: (value ?? target).to };
    const left = this.#expressions.read(target);
    if (!value || !isValue(value)) return { kind: 'other', span, values: [left] };
    const right = named(this.#expressions.read(value), left);
    return moduleOf(left, right, this.span(node)) ?? { kind: 'assign', span, targets: [left], value: right };
  }

  #expressionStatement(node: SyntaxNode): Statement[] {
    const [value] = this.children(node);
    if (!value || value.type.isError) return [];
    if (value.name === 'AssignmentExpression') {
      const [target, , assigned] = this.children(value);
      if (assigned) return [this.#assign(value, target, assigned)];
    }
    return [{ kind: 'expression', span: this.span(node), value: this.#expressions.read(value) }];
  }

  #function(node: SyntaxNode): FunctionUnit {
    const name = node.getChild('VariableDefinition') ?? memberName(node);
    const parameters = node.getChild('ParamList');
    const body = node.lastChild;
    const decorators = node
      .getChildren('Decorator')
      .flatMap((decorator) => this.children(decorator).slice(1))
      .map((value) => this.#expressions.read(value));
    return {
      kind: 'function',
      span: this.span(node),
      name: name ? this.slice(name) : '',
      nameSpan: name ? this.span(name) : { start: node.from, end: node.from },
      parameters: parameters ? this.#parameters(parameters) : [],
      decorators,
      body: node.name === 'ArrowFunction' && body && isValue(body) ? this.#result(body) : this.#body(node),
      isAsync: node.getChild('async') !== null,
    };
  }

  /** The value of an arrow function without a block. */
  #result(node: SyntaxNode): Block {
    const span = this.span(node);
    return { span, statements: [{ kind: 'return', span, value: this.#expressions.read(node) }] };
  }

  #parameters(list: SyntaxNode): Parameter[] {
    const parameters: { name: string; value?: Expression; pattern?: Expression }[] = [];
    let takesValue = false;
    for (const part of this.children(list)) {
      if (part.name === 'Equals') takesValue = parameters.length > 0;
      else if (takesValue && isValue(part)) {
        parameters[parameters.length - 1].value = this.#expressions.read(part);
        takesValue = false;
      } else if (part.name === 'VariableDefinition') parameters.push({ name: this.slice(part) });
      else if (part.name.endsWith('Pattern')) {
        parameters.push({ name: '', pattern: this.#expressions.read(part) });
      }
    }
    return parameters;
  }

  #class(node: SyntaxNode): Statement {
    const name = node.getChild('VariableDefinition');
    const base = node.getChild('extends')?.nextSibling;
    const body = node.getChild('ClassBody');
    const statements = (body ? this.children(body) : []).flatMap((member) => this.#member(member));
    return {
      kind: 'class',
      span: this.span(node),
      name: name ? this.slice(name) : '',
      bases: base && isValue(base) ? [this.#expressions.read(base)] : [],
      body: { span: this.span(body ?? node), statements },
    };
  }

  #member(node: SyntaxNode): Statement[] {
    if (node.name === 'MethodDeclaration') return [this.#function(node)];
    const key = memberName(node);
    const value = node.getChild('Equals')?.nextSibling;
    if (node.name !== 'PropertyDeclaration' || !key || !value || !isValue(value)) return [];
    const span = this.span(key);
    const self: Expression = { kind: 'name', span: { start: key.from, end: key.from }, name: 'this' };
    const target: Expression = { kind: 'member', span, object: self, name: this.slice(key), nameSpan: span };
    const read = named(this.#expressions.read(value), target);
    return [{ kind: 'assign', span: this.span(node), targets: [target], value: read }];
  }

  /** The `{…}` of a node, or the one statement in its place. */
  #body(node: SyntaxNode): Block {
    const block = node.getChild('Block') ?? node.lastChild;
    if (!block || block.name === ')') return { span: { start: node.to, end: node.to }, statements: [] };
    return { span: this.span(block), statements: this.#statement(block) };
  }

  #try(node: SyntaxNode): Statement {
    const last = node.getChild('FinallyClause');
    const handlers = node.getChildren('CatchClause').map((clause): Handler => {
      const name = clause.getChild('VariableDefinition');
      const block = clause.getChild('Block');
      const head = { start: clause.from, end: endBefore(this.text, block?.from ?? clause.to) };
      const body = this.#body(clause);
      return { span: this.span(clause), head, types: [], name: name ? this.slice(name) : undefined, body };
    });
    return {
      kind: 'try',
      span: this.span(node),
      head: { start: node.from, end: node.from + 3 },
      body: this.#body(node),
      handlers,
      finally: last ? this.#body(last) : undefined,
    };
  }

  #loop(node: SyntaxNode): Statement {
    const spec = node.getChildren('ForSpec')[0] ?? node.getChild('ForOfSpec') ?? node.getChild('ForInSpec');
    const condition = node.getChild('ParenthesizedExpression');
    const parts = spec ? this.children(spec) : [];
    const at = parts.findIndex(({ name }) => name === 'of' || name === 'in');
    const declared = spec?.getChild('VariableDeclaration');
    const targets = (declared ? this.children(declared) : parts.slice(0, Math.max(at, 0))).filter(
      ({ name }) => name === 'VariableDefinition' || name.endsWith('Pattern') || name === 'VariableName',
    );
    const over = condition ?? parts.slice(at < 0 ? 2 : at + 1).find(isValue);
    const headEnd = node.name === 'DoStatement' ? node.from + 2 : (spec ?? condition ?? node).to;
    return {
      kind: 'loop',
      span: this.span(node),
      head: { start: node.from, end: headEnd },
      loop: node.name === 'ForStatement' ? 'for' : 'while',
      over: over && this.#expressions.read(over),
      targets: targets.map((target) => this.#expressions.read(target)),
      body: this.#body(node),
    };
  }

  #if(node: SyntaxNode): IfStatement {
    const [, condition, ...rest] = this.children(node);
    const [then, , otherwise] = rest;
    const branches: { condition?: Expression; body: Block }[] = [];
    const block = (part: SyntaxNode): Block => ({ span: this.span(part), statements: this.#statement(part) });
    if (then) branches.push({ condition: condition && this.#expressions.read(condition), body: block(then) });
    if (otherwise?.name === 'IfStatement') branches.push(...this.#if(otherwise).branches);
    else if (otherwise) branches.push({ body: block(otherwise) });
    return { kind: 'if', span: this.span(node), branches };
  }

  #switch(node: SyntaxNode): IfStatement {
    const branches: { condition?: Expression; body: { span: Block['span']; statements: Statement[] } }[] = [];
    const over = node.getChild('ParenthesizedExpression');
    const body = node.getChild('SwitchBody');
    for (const part of body ? this.children(body) : []) {
      if (part.name === 'CaseLabel' || part.name === 'DefaultLabel') {
        const tested = [...(over ? [over] : []), ...this.children(part).slice(1).filter(isValue)];
        const parts = tested.map((value) => this.#expressions.read(value));
        const condition: Expression = { kind: 'other', span: this.span(part), operators: ['==='], parts };
        const isCase = part.name === 'CaseLabel';
        branches.push({
          condition: isCase ? condition : undefined,
          body: { span: this.span(part), statements: [] },
        });
      } else if (branches.length > 0) {
        const { body: block } = branches[branches.length - 1];
        block.span = { start: block.span.start, end: part.to };
        block.statements.push(...this.#statement(part));
      }
    }
    return { kind: 'if', span: this.span(node), branches };
  }
}

/** A function value takes the name of what it is assigned to. */
function named(value: Expression, target: Expression): Expression {
  if (value.kind !== 'functionValue' || value.function.name) return value;
  if (target.kind !== 'name' && target.kind !== 'member') return value;
  const nameSpan = target.kind === 'member' ? target.nameSpan : target.span;
  return { ...value, function: { ...value.function, name: target.name, nameSpan } };
}

function endBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1])) end--;
  return end;
}

const NOT_VALUES = /^(?:Type\w*|\w+Type|ParamList|Equals|Block|Decorator|Privacy|Optional|Label|\w+Clause)$/;

/** True for a node that is an expression or a name that is defined. */
function isValue(node: SyntaxNode): boolean {
  if (node.name === 'this' || node.name === 'null' || node.name === 'super') return true;
  return /^[A-Z]/.test(node.name) && !NOT_VALUES.test(node.name) && !node.type.isError;
}

/** The name of a method or field: `name` or `#name`. */
function memberName(node: SyntaxNode): SyntaxNode | null {
  return node.getChild('PropertyDefinition') ?? node.getChild('PrivatePropertyDefinition');
}
