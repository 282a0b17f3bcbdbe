/** A node of the syntax tree of the `jsonata` package, with the fields that are read here. */
export interface JsonataNode {
  readonly type: string;
  readonly value?: unknown;
  /** The end of the token that the node stands for; absent on paths. */
  readonly position?: number;
  readonly steps?: readonly JsonataNode[];
  readonly predicate?: readonly JsonataStage[];
  readonly stages?: readonly JsonataStage[];
  readonly group?: { readonly lhs: readonly (readonly [JsonataNode, JsonataNode])[] };
  readonly focus?: string;
  readonly index?: string;
  readonly terms?: readonly { readonly expression: JsonataNode }[];
  readonly lhs?: JsonataNode | readonly (readonly [JsonataNode, JsonataNode])[];
  readonly rhs?: JsonataNode;
  readonly expression?: JsonataNode;
  readonly expressions?: readonly JsonataNode[];
  readonly procedure?: JsonataNode;
  readonly arguments?: readonly JsonataNode[];
  readonly body?: JsonataNode;
  readonly condition?: JsonataNode;
  readonly then?: JsonataNode;
  readonly else?: JsonataNode;
  readonly pattern?: JsonataNode;
  readonly update?: JsonataNode;
  readonly delete?: JsonataNode;
}

export interface JsonataStage {
  readonly type: 'filter' | 'index';
  readonly expr?: JsonataNode;
  readonly value?: unknown;
}

/** What an expression mentions, told by `walkJsonata`. */
export interface JsonataVisitor {
  /** A variable that no `:=`, parameter, `@` or `#` of the expression binds; `rest` are the steps after it. */
  variable(node: JsonataNode, name: string, rest: readonly JsonataNode[]): void;
  /** A call of such a variable with so many arguments; `partial` where some of them are `?`. */
  call(node: JsonataNode, name: string, count: number, partial: boolean): void;
  /** A name or `$` that reads the context item at the top level of the expression, and `$$`, which does so anywhere. */
  contextItem(node: JsonataNode): void;
}

interface Scope {
  readonly names: Set<string>;
  readonly parent?: Scope;
  /** Bodies of functions; they see what the rest of the block binds. */
  readonly later: (() => void)[];
}

/** Goes through the whole tree with the scopes of JSONata. */
export function walkJsonata(root: JsonataNode, visitor: JsonataVisitor): void {
  inScope(undefined, [], (scope) => visit(root, scope, true, visitor));
}

function inScope(parent: Scope | undefined, names: Iterable<string>, run: (scope: Scope) => void): void {
  const scope: Scope = { names: new Set(names), parent, later: [] };
  run(scope);
  for (const body of scope.later) body();
}

function bound(name: string, scope: Scope | undefined): boolean {
  for (; scope !== undefined; scope = scope.parent) if (scope.names.has(name)) return true;
  return false;
}

/** `top`: whether a bare name here reads the context item that the expression starts with. */
function visit(node: JsonataNode | undefined, scope: Scope, top: boolean, visitor: JsonataVisitor): void {
  if (node === undefined) return;
  if (node.type === 'path') visitPath(node, scope, top, visitor);
  else visitOne(node, [], scope, top, visitor);
}

function visitPath(path: JsonataNode, scope: Scope, top: boolean, visitor: JsonataVisitor): void {
  const steps = path.steps ?? [];
  const names = steps.flatMap((step) => [
    ...(step.focus === undefined ? [] : [step.focus]),
    ...(step.index === undefined ? [] : [step.index]),
    ...(step.stages ?? []).flatMap((stage) => (stage.type === 'index' ? [String(stage.value)] : [])),
  ]);
  const run = (inner: Scope): void => {
    for (const [i, step] of steps.entries()) {
      const rest = i === 0 ? steps.slice(1) : [];
      if (step.type === 'path') visitPath(step, inner, top && i === 0, visitor);
      else visitOne(step, rest, inner, top && i === 0, visitor);
    }
    visitAround(path, inner, visitor);
  };
  if (names.length === 0) run(scope);
  else inScope(scope, names, run);
}

/** Predicates and groups run on what comes before them, never at the top level. */
function visitAround(node: JsonataNode, scope: Scope, visitor: JsonataVisitor): void {
  for (const stage of node.predicate ?? []) visit(stage.expr, scope, false, visitor);
  for (const stage of node.stages ?? []) visit(stage.expr, scope, false, visitor);
  for (const pair of node.group?.lhs ?? []) for (const each of pair) visit(each, scope, false, visitor);
}

function visitOne(
  node: JsonataNode,
  rest: readonly JsonataNode[],
  scope: Scope,
  top: boolean,
  visitor: JsonataVisitor,
): void {
  const each = (nodes: readonly JsonataNode[] = []): void => {
    for (const inner of nodes) visit(inner, scope, top, visitor);
  };
  switch (node.type) {
    case 'name':
      if (top) visitor.contextItem(node);
      break;
    case 'variable': {
      const name = String(node.value);
      if (name === '$' || (name === '' && top)) {
        visitor.contextItem(node);
      } else if (name !== '' && !bound(name, scope)) {
        visitor.variable(node, name, rest);
      }
      break;
    }
    case 'function':
    case 'partial':
      visitCall(node, 0, scope, top, visitor);
      break;
    case 'apply':
      visit(node.lhs as JsonataNode, scope, top, visitor);
      if (node.rhs?.type === 'function') visitCall(node.rhs, 1, scope, top, visitor);
      else visit(node.rhs, scope, top, visitor);
      break;
    case 'lambda': {
      const parameters = (node.arguments ?? []).map((parameter) => String(parameter.value));
      scope.later.push(() => inScope(scope, parameters, (inner) => visit(node.body, inner, top, visitor)));
      break;
    }
    case 'block':
      inScope(scope, [], (inner) => {
        for (const expression of node.expressions ?? []) visit(expression, inner, top, visitor);
      });
      break;
    case 'bind':
      visit(node.rhs, scope, top, visitor);
      scope.names.add(String((node.lhs as JsonataNode).value));
      break;
    case 'sort':
      for (const { expression } of node.terms ?? []) visit(expression, scope, false, visitor);
      break;
    case 'transform':
      for (const part of [node.pattern, node.update, node.delete]) visit(part, scope, false, visitor);
      break;
    case 'condition':
      for (const part of [node.condition, node.then, node.else]) visit(part, scope, top, visitor);
      break;
    case 'unary':
      if (Array.isArray(node.lhs)) for (const pair of node.lhs) each(pair as readonly JsonataNode[]);
      each(node.expressions);
      visit(node.expression, scope, top, visitor);
      break;
    case 'binary':
      visit(node.lhs as JsonataNode, scope, top, visitor);
      visit(node.rhs, scope, top, visitor);
      break;
  }
  visitAround(node, scope, visitor);
}

function visitCall(
  node: JsonataNode,
  given: number,
  scope: Scope,
  top: boolean,
  visitor: JsonataVisitor,
): void {
  const { procedure, arguments: args = [] } = node;
  const name = procedure?.type === 'variable' ? String(procedure.value) : '';
  if (procedure !== undefined && name !== '' && name !== '$') {
    if (!bound(name, scope)) visitor.call(procedure, name, args.length + given, node.type === 'partial');
  } else {
    visit(procedure, scope, top, visitor);
  }
  for (const argument of args) visit(argument, scope, top, visitor);
  if (given > 0) visitAround(node, scope, visitor);
}
