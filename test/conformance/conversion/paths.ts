import {
  isDefinite,
  parseJsonPath,
  type JsonPath,
  type PathSegment,
} from '../../../src/expressions/jsonPath';
import {
  parseFilter,
  type FilterExpression,
  type FilterOperand,
} from '../../../src/expressions/jsonPathFilter';
import { runtimeFailure } from './failure';
import { equal, isObject, type Json, type JsonObject } from './json';

/** What paths of one place can read. */
export interface PathRoots {
  readonly input: Json;
  readonly context: JsonObject;
  readonly variables: JsonObject;
}

/** The value at a path; a definite path without one fails. */
export function readPath(text: string, roots: PathRoots): Json {
  const { path } = parseJsonPath(text);
  if (!path) throw runtimeFailure(`"${text}" is no path`);
  return pathValue(path, text, roots);
}

export function pathValue(path: JsonPath, text: string, roots: PathRoots): Json {
  const found = lookUp(path, roots);
  if (found === undefined) throw runtimeFailure(`No results for path: ${text}`);
  return found;
}

/** The value at a path, `undefined` where a definite path has none. */
export function lookUp(path: JsonPath, roots: PathRoots, item?: Json): Json | undefined {
  const root = rootValue(path, roots, item);
  const last = path.segments.at(-1);
  const isCall = last?.kind === 'function';
  const segments = isCall ? path.segments.slice(0, -1) : path.segments;
  const nodes = root === undefined ? [] : follow([root], segments, roots);
  if (isCall) return call(last.name, isDefinite({ ...path, segments }) ? nodes[0] : nodes);
  return isDefinite(path) ? nodes[0] : nodes;
}

function rootValue({ root, variable }: JsonPath, roots: PathRoots, item: Json | undefined): Json | undefined {
  if (root === 'context') return roots.context;
  if (root === 'variable') return roots.variables[variable ?? ''];
  return root === 'item' ? item : roots.input;
}

function follow(start: Json[], segments: readonly PathSegment[], roots: PathRoots): Json[] {
  let nodes = start;
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'descendant')
      return follow(nodes.flatMap(selfAndDescendants), segments.slice(index + 1), roots);
    nodes = nodes.flatMap((node) => step(node, segment, roots));
  }
  return nodes;
}

function step(node: Json, segment: PathSegment, roots: PathRoots): Json[] {
  switch (segment.kind) {
    case 'name':
      return isObject(node) && segment.name in node ? [node[segment.name]] : [];
    case 'index':
      return Array.isArray(node) ? node.slice(segment.index, segment.index + 1 || undefined).slice(0, 1) : [];
    case 'slice':
      return Array.isArray(node)
        ? node.slice(segment.from, segment.to).filter((_, index) => index % (segment.step ?? 1) === 0)
        : [];
    case 'wildcard':
      return Array.isArray(node) ? node : isObject(node) ? Object.values(node) : [];
    case 'union':
      return segment.members.flatMap((member) =>
        typeof member === 'number'
          ? Array.isArray(node)
            ? node.slice(member, member + 1)
            : []
          : isObject(node) && member in node
            ? [node[member]]
            : [],
      );
    case 'filter': {
      const filter = parseFilter(segment);
      if (!filter) throw runtimeFailure(`the filter ${segment.expression} is not known`);
      return (Array.isArray(node) ? node : [node]).filter((item) => holds(filter, item, roots));
    }
    default:
      throw runtimeFailure(`the segment ${segment.kind} is not known`);
  }
}

function selfAndDescendants(node: Json): Json[] {
  const children = Array.isArray(node) ? node : isObject(node) ? Object.values(node) : [];
  return [node, ...children.flatMap(selfAndDescendants)];
}

function call(name: string, value: Json | undefined): Json {
  if (name === 'length' && Array.isArray(value)) return value.length;
  throw runtimeFailure(`the function ${name} is not known`);
}

function holds(filter: FilterExpression, item: Json, roots: PathRoots): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.operands.every((each) => holds(each, item, roots));
    case 'or':
      return filter.operands.some((each) => holds(each, item, roots));
    case 'not':
      return !holds(filter.operand, item, roots);
    case 'exists':
      return lookUp(filter.path, roots, item) !== undefined;
    default:
      return compare(filter.operator, side(filter.left, item, roots), side(filter.right, item, roots));
  }
}

type Side = Json | RegExp | undefined;

function side(operand: FilterOperand, item: Json, roots: PathRoots): Side {
  if (operand.kind === 'path') return lookUp(operand.path, roots, item);
  return operand.kind === 'value'
    ? (operand.value as Json)
    : new RegExp(`^(?:${operand.source})$`, operand.flags);
}

function compare(operator: string, left: Side, right: Side): boolean {
  if (operator === '==' || operator === '===') return equal(left, right);
  if (operator === '!=' || operator === '!==') return !equal(left, right);
  if (operator === 'in') return Array.isArray(right) && right.some((each) => equal(each, left));
  if (operator === 'nin') return !compare('in', left, right);
  if (operator === '=~') return typeof left === 'string' && right instanceof RegExp && right.test(left);
  const ordered = (a: number | string, b: number | string): boolean =>
    operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
  if (typeof left === 'number' && typeof right === 'number') return ordered(left, right);
  if (typeof left === 'string' && typeof right === 'string') return ordered(left, right);
  return false;
}
