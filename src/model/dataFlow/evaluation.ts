import type { JsonPath } from '../../expressions/jsonPath';
import { isJsonataString, type JsonataReference } from '../../expressions/jsonata';
import { jsonataTree } from '../../expressions/jsonataSource';
import { remembered } from '../../expressions/remembered';
import type { StringNode, TreeNode } from '../../syntax/tree';
import { readJsonata, readPathOrIntrinsic } from '../expressions';
import { jsonataShape } from './jsonataShape';
import { named } from './sequence';
import { MAYBE, UNKNOWN, present, type Member, type Shape } from './shape';
import { callShape, orUnknown, pathShape, type Sight } from './sight';
import { templateShape } from './templateShape';

/** The path that a text is, if it is one. */
export function pathOf(text: string): JsonPath | undefined {
  return text.startsWith('$') ? readPathOrIntrinsic(text).path : undefined;
}

/** What a path or an intrinsic function comes to. */
export function pathOrCallShape(node: StringNode, sight: Sight): Member {
  if (node.dynamic) return MAYBE;
  const { path, call } = readPathOrIntrinsic(node.value);
  if (path) return pathShape(path, sight);
  return call ? present(callShape(call, sight)) : MAYBE;
}

/** What a JSONPath payload template comes to. */
export function payloadShape(node: TreeNode | undefined, sight: Sight): Shape {
  return templateShape(node, {
    suffixed: true,
    evaluate: (text) => orUnknown(pathOrCallShape(text, sight).shape),
  });
}

/** What JSON with `{% … %}` in it comes to. */
export function jsonataPayloadShape(node: TreeNode | undefined, sight: JsonataSight): Shape {
  return templateShape(node, {
    suffixed: false,
    evaluate: (text) =>
      isJsonataString(text.value) ? orUnknown(expressionShape(text, sight).shape) : undefined,
  });
}

/** What an expression can see: `$states`, and what `variable` knows. */
export interface JsonataSight {
  readonly states: Shape;
  variable(name: string): Shape | undefined;
}

/** What a `{% … %}` comes to. */
export function expressionShape(node: StringNode, sight: JsonataSight): Member {
  if (node.dynamic) return MAYBE;
  const parsed = readJsonata(node.value);
  const only = onlyReference(node.value);
  if (only) return referenceShape(only, sight);
  const tree = parsed.problems.length > 0 ? undefined : (parsed.tree ?? jsonataTree(node.value));
  if (!tree) return MAYBE;
  return jsonataShape(tree, {
    variable: (name) => (name === 'states' ? sight.states : sight.variable(name)),
  });
}

/** What `$name.a.b` leads to. */
export function referenceShape({ name, path }: JsonataReference, sight: JsonataSight): Member {
  let at = present((name === 'states' ? sight.states : sight.variable(name)) ?? UNKNOWN);
  for (const step of path) {
    const found = named(at.shape, step.name);
    at = at.optional && !found.optional ? { ...found, optional: true } : found;
  }
  return at;
}

/** The reference that an expression consists of, if it holds nothing else. */
export function onlyReference(text: string): JsonataReference | undefined {
  return readSole(text).reference;
}

const readSole = remembered((text): { readonly reference?: JsonataReference } => {
  const { references, builtinReads, calls, problems, bodyStart, bodyEnd } = readJsonata(text);
  if (references.length + builtinReads.length !== 1 || calls.length + problems.length > 0) return {};
  const reference = references[0] ?? builtinReads[0];
  const end = reference.path.at(-1)?.end ?? reference.end;
  // Predicates stand between the names.
  if (text.slice(reference.end, end).includes('[')) return {};
  const around = text.slice(bodyStart, reference.start) + text.slice(end, bodyEnd);
  return around.trim() === '' ? { reference } : {};
});
