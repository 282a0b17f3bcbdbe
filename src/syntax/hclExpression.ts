import { MadeProperty } from './madeProperty';
import { partsOf, visitHcl, type HclNode } from './hclNode';
import { plainString, templateString } from './hclString';
import type { Mapped } from './mapped';
import type { ArrayNode, DynamicNode, ObjectNode, ScalarNode, Span, StringNode, TreeNode } from './tree';

export interface HclSource {
  readonly source: Mapped;
}

/**
 * Reads an expression of Terraform. Objects, lists and literals are what they are in JSON; `? :` is
 * an `If`, a call is a `call` under the function's name, `aws_x.y.arn` is a `traversal` without indexes.
 */
export function readHclExpression(node: HclNode, file: HclSource): TreeNode {
  const span = spanOf(node);
  switch (node.type) {
    case 'expression':
      return readParts(node, file);
    case 'collection_value':
    case 'template_expr':
    case 'literal_value': {
      const [inner] = partsOf(node);
      return inner ? readHclExpression(inner, file) : { kind: 'dynamic', span, names: [] };
    }
    case 'object':
      return readObject(node, file);
    case 'tuple':
      return arrayOf(partsOf(node), span, file);
    case 'string_lit':
    case 'quoted_template':
    case 'heredoc_template':
      return templateString(node, file.source, gapsOf(node, file));
    case 'numeric_lit':
      return { kind: 'number', span, value: Number(textOf(node, file)), raw: textOf(node, file) };
    case 'bool_lit':
      return { kind: 'boolean', span, value: textOf(node, file) === 'true', raw: textOf(node, file) };
    case 'null_lit':
      return { kind: 'null', span, value: null, raw: textOf(node, file) };
    case 'function_call':
      return readCall(node, file);
    case 'operation':
      return negativeNumber(node, file) ?? readOther(node, file);
    case 'conditional':
      return dynamic(span, [], 'If', arrayOf(partsOf(node), span, file));
    default:
      return readOther(node, file);
  }
}

/** A key of an object or the name of an attribute; one in parentheses is not known here. */
export function readHclKey(node: HclNode, file: HclSource): StringNode {
  if (node.type === 'identifier') return plainString(file.source, node.start, node.end);
  const parenthesised = file.source.text[node.start] === '(';
  const read = parenthesised ? undefined : readHclExpression(node, file);
  if (read?.kind === 'string') return read;
  return plainString(file.source, node.start, node.end);
}

/** `aws_x.y[0].arn` is one traversal of several parts; anything else has one part. */
function readParts(node: HclNode, file: HclSource): TreeNode {
  const children = partsOf(node);
  const [first, ...steps] = children;
  if (first?.type === 'variable_expr') return traversal(node, children, file);
  if (first && steps.length === 0) return readHclExpression(first, file);
  return readOther(node, file);
}

function traversal(node: HclNode, children: readonly HclNode[], file: HclSource): DynamicNode {
  const names: string[] = [];
  const indexes: HclNode[] = [];
  for (const child of children) {
    if (child.type === 'variable_expr') names.push(textOf(child, file));
    else if (child.type === 'get_attr') names.push(textOf(child, file).slice(1));
    else if (child.type === 'splat') names.push(...attributesIn(child, file));
    else if (child.type === 'index') indexes.push(...expressionsIn(child));
  }
  const span = spanOf(node);
  const dynamicIndexes = indexes.filter(({ type }) => type === 'expression');
  const inner = dynamicIndexes.length > 0 ? arrayOf(dynamicIndexes, span, file) : undefined;
  return dynamic(span, [names.join('.')], 'traversal', inner);
}

function attributesIn(splat: HclNode, file: HclSource): string[] {
  const names: string[] = [];
  visitHcl(splat, (node) => {
    if (node.type === 'get_attr') names.push(textOf(node, file).slice(1));
  });
  return names;
}

function expressionsIn(node: HclNode): HclNode[] {
  return partsOf(node).flatMap((child) => (child.type === 'expression' ? [child] : expressionsIn(child)));
}

function readObject(node: HclNode, file: HclSource): ObjectNode {
  const object: ObjectNode = { kind: 'object', span: spanOf(node), properties: [] };
  for (const element of partsOf(node)) {
    if (element.type !== 'object_elem') continue;
    const [name, expression] = partsOf(element);
    if (!name) continue;
    const key = keyOf(name, file);
    const value = expression && readHclExpression(expression, file);
    const property = new MadeProperty(key, object, spanOf(element), value);
    key.parent = property;
    if (value) value.parent = property;
    object.properties.push(property);
  }
  return object;
}

/** A bare word as a key is text, and no variable. */
function keyOf(node: HclNode, file: HclSource): StringNode {
  const [only, ...others] = partsOf(node);
  const bare = only?.type === 'variable_expr' && others.length === 0 && file.source.text[node.start] !== '(';
  return readHclKey(bare ? (partsOf(only)[0] ?? node) : node, file);
}

function readCall(node: HclNode, file: HclSource): DynamicNode {
  const [name, given] = partsOf(node);
  const args = given?.type === 'function_arguments' ? partsOf(given) : [];
  const span = given ? spanOf(given) : spanOf(node);
  const values = args.filter(({ type }) => type !== 'ellipsis');
  return dynamic(spanOf(node), name ? [textOf(name, file)] : [], 'call', arrayOf(values, span, file));
}

/** `for`, operators and the like: a value that is not known, with the expressions that it is made of. */
function readOther(node: HclNode, file: HclSource): DynamicNode {
  const inner = partsOf(node).filter(({ type }) => type !== 'identifier');
  const span = spanOf(node);
  if (node.type === 'variable_expr') return dynamic(span, [textOf(node, file)], 'traversal');
  return dynamic(span, [], 'expression', arrayOf(inner, span, file));
}

/** A number below zero is an operation to the grammar. */
function negativeNumber(node: HclNode, file: HclSource): ScalarNode | undefined {
  if (!/^-[\d.]+$/.test(textOf(node, file))) return undefined;
  return { kind: 'number', span: spanOf(node), value: Number(textOf(node, file)), raw: textOf(node, file) };
}

function gapsOf(template: HclNode, file: HclSource): TreeNode[] {
  return partsOf(template).flatMap((child) =>
    child.type === 'template_interpolation'
      ? partsOf(child).flatMap((part) => (part.type === 'expression' ? [readHclExpression(part, file)] : []))
      : child.type === 'template_directive'
        ? [readOther(child, file)]
        : [],
  );
}

function arrayOf(nodes: readonly HclNode[], span: Span, file: HclSource): ArrayNode {
  const array: ArrayNode = { kind: 'array', span, items: [] };
  for (const node of nodes) {
    if (/_(?:start|end)$/.test(node.type)) continue;
    const item = readHclExpression(node, file);
    item.parent = array;
    array.items.push(item);
  }
  return array;
}

function dynamic(span: Span, names: readonly string[], tag: string, inner?: TreeNode): DynamicNode {
  return { kind: 'dynamic', span, names, tag, ...(inner && { inner }) };
}

function textOf({ start, end }: HclNode, { source }: HclSource): string {
  return source.text.slice(start, end);
}

function spanOf({ start, end }: HclNode): Span {
  return { start, end };
}
