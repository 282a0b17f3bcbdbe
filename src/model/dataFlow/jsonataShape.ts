import type { JsonataNode, JsonataStage } from '../../expressions/jsonataTree';
import { indexed, valuesOf } from './access';
import { functionShape, mergedAll } from './jsonataFunctionShape';
import { join } from './join';
import { elementsOf, named, sequenceOf, stepped, withoutArray } from './sequence';
import {
  ABSENT,
  BOOLEAN,
  MAYBE,
  NEVER,
  NULL,
  NUMBER,
  TEXT,
  UNKNOWN,
  arrayOf,
  objectOf,
  oneOf,
  present,
  type Member,
  type Shape,
} from './shape';

/** What the names of an expression stand for. */
export interface JsonataNames {
  /** The machine's variables and `$states`; `undefined` for what is none of them. */
  variable(name: string): Shape | undefined;
}

/** What an expression comes to; nothing where it comes to nothing for certain. */
export function jsonataShape(tree: JsonataNode, names: JsonataNames): Member {
  return new Evaluator(names).value(tree, undefined, NEVER);
}

interface Scope {
  readonly values: Map<string, Member>;
  readonly parent?: Scope;
}

/** Evaluates the nodes of a tree to shapes, with what the expression itself binds. */
export class Evaluator {
  constructor(private readonly names: JsonataNames) {}

  value(node: JsonataNode | undefined, scope: Scope | undefined, context: Shape): Member {
    if (!node) return ABSENT;
    if (node.group || node.focus !== undefined || node.index !== undefined) return MAYBE;
    const found = node.type === 'path' ? this.#path(node, scope, context) : this.#plain(node, scope, context);
    return filtered(found, node.predicate);
  }

  /** What a function that is written out gives back for such arguments; unknown for any other function. */
  applied(
    node: JsonataNode | undefined,
    args: readonly Member[],
    scope: Scope | undefined,
    context: Shape,
  ): Member {
    if (node?.type !== 'lambda') return MAYBE;
    const values = new Map<string, Member>();
    (node.arguments ?? []).forEach((parameter, index) =>
      values.set(String(parameter.value), args[index] ?? ABSENT),
    );
    return this.value(node.body, { values, parent: scope }, context);
  }

  #path({ steps = [] }: JsonataNode, scope: Scope | undefined, context: Shape): Member {
    let at: Member = present(context);
    for (const [index, step] of steps.entries()) {
      if (step.group || step.focus !== undefined || step.index !== undefined) return MAYBE;
      const before = at;
      if (step.type === 'name') at = named(at.shape, String(step.value));
      else if (step.type === 'wildcard') at = stepped(at.shape, wildcard);
      else if (step.type === 'sort') continue;
      else if (index === 0) at = this.#plain(step, scope, context);
      else at = stepped(at.shape, (element) => this.#plain(step, scope, element));
      at = filtered(filtered(at, step.predicate), step.stages);
      if (before.optional && index > 0 && !at.optional) at = { ...at, optional: true };
    }
    return at;
  }

  #plain(node: JsonataNode, scope: Scope | undefined, context: Shape): Member {
    switch (node.type) {
      case 'path':
        return this.value(node, scope, context);
      case 'name':
        return named(context, String(node.value));
      case 'string':
        return present(oneOf([String(node.value)]));
      case 'number':
        return present(NUMBER);
      case 'value':
        return present(node.value === null ? NULL : BOOLEAN);
      case 'variable':
        return this.#variable(String(node.value), scope, context);
      case 'unary':
        return this.#unary(node, scope, context);
      case 'binary':
        return this.#binary(node, scope, context);
      case 'condition': {
        const [yes, no] = [node.then, node.else].map((part) => this.value(part, scope, context));
        return { shape: join(yes.shape, no.shape), optional: yes.optional || no.optional };
      }
      case 'block': {
        const inner: Scope = { values: new Map(), parent: scope };
        let last: Member = ABSENT;
        for (const each of node.expressions ?? []) last = this.value(each, inner, context);
        return last;
      }
      case 'bind': {
        const bound = this.value(node.rhs, scope, context);
        scope?.values.set(String((node.lhs as JsonataNode).value), bound);
        return bound;
      }
      case 'function':
        return this.#call(node, [], scope, context);
      case 'apply':
        if (node.rhs?.type !== 'function') return MAYBE;
        return this.#call(node.rhs, [node.lhs as JsonataNode], scope, context);
      default:
        return MAYBE;
    }
  }

  #variable(name: string, scope: Scope | undefined, context: Shape): Member {
    if (name === '') return present(context);
    for (let at = scope; at; at = at.parent) {
      const bound = at.values.get(name);
      if (bound) return bound;
    }
    const shape = this.names.variable(name);
    return shape ? present(shape) : MAYBE;
  }

  #unary(node: JsonataNode, scope: Scope | undefined, context: Shape): Member {
    if (node.value === '-') return this.#number([node.expression], scope, context);
    if (node.value === '[') return present(this.#array(node.expressions ?? [], scope, context));
    if (node.value !== '{' || !Array.isArray(node.lhs)) return MAYBE;
    let open = false;
    const fields = new Map<string, Member>();
    for (const [key, value] of node.lhs as readonly (readonly [JsonataNode, JsonataNode])[]) {
      const found = this.value(value, scope, context);
      if (key.type !== 'string') open = true;
      else if (found.shape !== NEVER) fields.set(String(key.value), found);
    }
    return present(objectOf(fields, open ? 'any' : 'none'));
  }

  /** An array keeps the arrays that are written out in it; what else is an array is poured into it. */
  #array(nodes: readonly JsonataNode[], scope: Scope | undefined, context: Shape): Shape {
    const items = nodes.map((node) => {
      const { shape, optional } = this.value(node, scope, context);
      const written = node.type === 'unary' && node.value === '[';
      const element = written ? shape : elementsOf(shape);
      return { element, sole: !optional && element === shape };
    });
    const tuple = items.map(({ element }) => element);
    const all = tuple.reduce(join, NEVER);
    return arrayOf(all, items.every(({ sole, element }) => sole && element !== UNKNOWN) ? tuple : undefined);
  }

  #binary(node: JsonataNode, scope: Scope | undefined, context: Shape): Member {
    const sides = [node.lhs as JsonataNode, node.rhs];
    switch (node.value) {
      case '&':
        return present(TEXT);
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return this.#number(sides, scope, context);
      case '..':
        return present(arrayOf(NUMBER));
      default:
        return present(BOOLEAN);
    }
  }

  #number(parts: readonly (JsonataNode | undefined)[], scope: Scope | undefined, context: Shape): Member {
    return {
      shape: NUMBER,
      optional: parts.some((part) => this.value(part, scope, context).optional),
    };
  }

  #call(node: JsonataNode, given: readonly JsonataNode[], scope: Scope | undefined, context: Shape): Member {
    const { procedure } = node;
    const name = procedure?.type === 'variable' ? String(procedure.value) : '';
    for (let at = scope; at; at = at.parent) if (at.values.has(name)) return MAYBE;
    const nodes = [...given, ...(node.arguments ?? [])];
    const [list] = nodes;
    if (name === 'merge' && list?.type === 'unary' && list.value === '[') {
      return present(mergedAll((list.expressions ?? []).map((each) => this.value(each, scope, context))));
    }
    const args = nodes.map((argument) =>
      argument.type === 'lambda' ? MAYBE : this.value(argument, scope, context),
    );
    return functionShape(name, args, (index, values) => this.applied(nodes[index], values, scope, context));
  }
}

function wildcard({ object }: Shape): Member {
  return object ? sequenceOf(elementsOf(valuesOf(object))) : MAYBE;
}

/** A predicate picks one item by its number, or those for which it holds. */
function filtered(value: Member, stages: readonly JsonataStage[] | undefined): Member {
  let at = value;
  for (const { type, expr } of stages ?? []) {
    if (type !== 'filter') return MAYBE;
    const index = numberOf(expr);
    if (index === undefined) at = sequenceOf(elementsOf(at.shape));
    else at = picked(at, index);
  }
  return at;
}

function picked({ shape, optional }: Member, index: number): Member {
  if (shape === UNKNOWN || !shape.array) return { shape, optional: true };
  const single = withoutArray(shape);
  if (single.kinds !== 0) return { shape: elementsOf(shape), optional: true };
  const found = indexed(shape, index);
  return optional && !found.optional ? { ...found, optional } : found;
}

function numberOf(node: JsonataNode | undefined): number | undefined {
  if (node?.type === 'number') return Number(node.value);
  if (node?.type !== 'unary' || node.value !== '-') return undefined;
  const inner = numberOf(node.expression);
  return inner === undefined ? undefined : -inner;
}
