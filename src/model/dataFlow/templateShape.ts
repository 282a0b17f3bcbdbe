import type { ObjectNode, StringNode, TreeNode } from '../../syntax/tree';
import { joinAll } from './join';
import { TEXT, UNKNOWN, arrayOf, objectOf, oneOf, present, type Member, type Shape } from './shape';
import { scalarShape } from './sight';

/** How the strings of a payload are evaluated; `undefined` for those that are taken as they are. */
export interface Evaluation {
  /** True where a key that ends in `.$` takes a path. */
  readonly suffixed: boolean;
  evaluate(node: StringNode): Shape | undefined;
}

const LITERAL: Evaluation = { suffixed: false, evaluate: () => undefined };

/** A value that is taken as it is written. */
export function literalShape(node: TreeNode | undefined): Shape {
  return templateShape(node, LITERAL);
}

/** What a payload template comes to. */
export function templateShape(node: TreeNode | undefined, how: Evaluation): Shape {
  switch (node?.kind) {
    case 'object':
      return objectShape(node, how);
    case 'array': {
      const items = node.items.map((item) => templateShape(item, how));
      return arrayOf(joinAll(items), items);
    }
    case 'string':
      return (how.suffixed ? undefined : how.evaluate(node)) ?? textShape(node);
    case 'number':
    case 'boolean':
    case 'null':
      return scalarShape(node.value);
    default:
      return UNKNOWN;
  }
}

function textShape({ dynamic, value }: StringNode): Shape {
  if (!dynamic) return oneOf([value]);
  // Terraform puts values of any kind in place of a text that is nothing but a gap.
  return /^\$\{[^{}]*\}$/.test(value) ? UNKNOWN : TEXT;
}

function objectShape({ properties }: ObjectNode, how: Evaluation): Shape {
  let open = false;
  const fields = new Map<string, Member>();
  for (const entry of properties) {
    const { value } = entry;
    open ||= entry.dynamic === true;
    const path = how.suffixed && entry.name.endsWith('.$');
    const name = path ? entry.name.slice(0, -2) : entry.name;
    const shape =
      path && value?.kind === 'string' ? (how.evaluate(value) ?? UNKNOWN) : templateShape(value, how);
    fields.set(name, present(shape));
  }
  return objectOf(fields, open ? 'any' : 'none');
}
