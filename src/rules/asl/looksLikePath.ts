import type { Assignment } from '../../model/variables';
import { container } from '../../syntax/navigate';
import type { StringNode, TreeNode } from '../../syntax/tree';

/** True for a literal that is plainly meant as a path, an intrinsic function or a variable of the machine. */
export function looksLikePath(node: StringNode, assignments: readonly Assignment[]): boolean {
  if (isReadByService(node)) return false;
  const variable = /^\$(\w+)(?:[.[]|$)/.exec(node.value)?.[1];
  if (variable !== undefined) return assignments.some(({ name }) => name === variable);
  return /^\$\$?(?:\.[\w[]|\[)|^States\.\w+\(/.test(node.value);
}

/** Some requests take a path that the service evaluates: `InputPath`, `InputPathsMap`, `JsonPath`. */
function isReadByService(node: StringNode): boolean {
  for (let at: TreeNode | undefined = node; at?.parent; at = container(at)) {
    if (at.parent.kind === 'property' && /paths?(?:map)?$/i.test(at.parent.name)) return true;
  }
  return false;
}
