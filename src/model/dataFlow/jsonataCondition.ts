import { isJsonataString } from '../../expressions/jsonata';
import { jsonataTree } from '../../expressions/jsonataSource';
import type { JsonataNode } from '../../expressions/jsonataTree';
import type { TreeNode } from '../../syntax/tree';
import { adjusted } from './access';
import { ABSENT, KIND, UNKNOWN, oneOf, present, type Member, type Shape } from './shape';

/** What the input of a Choice is where a condition holds, as far as it says so in plain words. */
export function refinedByCondition(input: Shape, condition: TreeNode | undefined): Shape {
  const tree = treeOf(condition);
  return tree ? told(input, tree, true) : input;
}

/** What it is where the condition does not hold. */
export function refusedByCondition(input: Shape, condition: TreeNode | undefined): Shape {
  const tree = treeOf(condition);
  return tree ? told(input, tree, false) : input;
}

function treeOf(node: TreeNode | undefined): JsonataNode | undefined {
  if (node?.kind !== 'string' || node.dynamic || !isJsonataString(node.value)) return undefined;
  return SAYS_SOMETHING.test(node.value) ? jsonataTree(node.value) : undefined;
}

const SAYS_SOMETHING = /\$exists|=/;

function told(input: Shape, node: JsonataNode, holds: boolean): Shape {
  const [lhs, rhs] = [node.lhs as JsonataNode | undefined, node.rhs];
  if (node.type === 'block' && node.expressions?.length === 1) return told(input, node.expressions[0], holds);
  if (node.type === 'binary' && lhs && rhs) {
    // Both sides of "and" hold together, both sides of "or" fail together.
    if (node.value === (holds ? 'and' : 'or')) return told(told(input, lhs, holds), rhs, holds);
    if (node.value === '=' && holds) return equal(input, lhs, rhs);
  }
  if (node.type === 'function' && node.procedure?.type === 'variable' && node.arguments?.length === 1) {
    const [argument] = node.arguments;
    if (node.procedure.value === 'not') return told(input, argument, !holds);
    if (node.procedure.value === 'exists') return existing(input, argument, holds);
  }
  return input;
}

function existing(input: Shape, node: JsonataNode, holds: boolean): Shape {
  const names = namesOf(node);
  if (!names || names.length === 0) return input;
  if (holds) return change(input, names, ({ shape }) => (shape.kinds === 0 ? undefined : present(shape)));
  if (names.length > 1) return input;
  return change(input, names, ({ optional }) => (optional ? ABSENT : undefined));
}

function equal(input: Shape, lhs: JsonataNode, rhs: JsonataNode): Shape {
  const names = namesOf(lhs) ?? namesOf(rhs);
  const literal = lhs.type === 'string' ? lhs : rhs.type === 'string' ? rhs : undefined;
  if (!names || names.length === 0 || !literal) return input;
  const text = oneOf([String(literal.value)]);
  return change(input, names, ({ shape }) =>
    shape === UNKNOWN || shape.kinds & KIND.string ? present(text) : undefined,
  );
}

/** An array on the way would be gone through, and what is found be one of many. */
function change(input: Shape, names: readonly string[], how: (found: Member) => Member | undefined): Shape {
  return adjusted(input, names, (found) => (found.shape.array ? found : how(found))) ?? input;
}

/** The names behind `$states.input`. */
function namesOf(node: JsonataNode): string[] | undefined {
  const [root, input, ...steps] = node.steps ?? [];
  if (node.type !== 'path' || root?.type !== 'variable' || root.value !== 'states') return undefined;
  if (input?.type !== 'name' || input.value !== 'input') return undefined;
  const plain = [root, input, ...steps].every(
    ({ predicate, stages, group }) => !predicate && !stages && !group,
  );
  if (!plain || steps.some(({ type }) => type !== 'name')) return undefined;
  return steps.map(({ value }) => String(value));
}
