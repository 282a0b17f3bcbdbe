import type { TreeNode } from '../../../syntax/tree';
import type { Template } from '../../template';
import type { EmbeddedDefinition } from '../located';

/** Functions that hand on what the file holds. */
const HANDS_ON: ReadonlySet<string> = new Set([
  'jsonencode',
  'jsondecode',
  'yamldecode',
  'templatestring',
  'trimspace',
  'replace',
]);

/** `${path.module}/flows/load.json` is relative to the folder of the file that says it. */
export const MODULE_FOLDER = /^\$\{path\.(?:module|root|cwd)\}\//;

/** The file that `templatefile(…)` or `file(…)` reads, with the names that it fills in. */
export function fileRead(
  node: TreeNode,
  template: Template,
): Pick<EmbeddedDefinition, 'path' | 'substitutions'> | undefined {
  if (node.kind !== 'dynamic' || node.tag !== 'call' || node.inner?.kind !== 'array') return undefined;
  const [first, second] = node.inner.items;
  const name = node.names[0] ?? '';
  if (HANDS_ON.has(name) && first) {
    const found = fileRead(first, template);
    // Text that is replaced may be a placeholder.
    return found && (name === 'replace' ? { path: found.path } : found);
  }
  if (name !== 'templatefile' && name !== 'file') return undefined;
  const path = template.literal(first)?.replace(MODULE_FOLDER, '');
  if (name === 'file') return { path, substitutions: [] };
  if (second?.kind !== 'object') return { path };
  return {
    path,
    substitutions: second.properties.map(({ key, value }) => ({ name: key.value, key, value })),
  };
}

/** The text that names the file which a definition of Terraform is read from; any other value stands for itself. */
export function fileArgument(node: TreeNode): TreeNode {
  const [first] =
    node.kind === 'dynamic' && node.tag === 'call' && node.inner?.kind === 'array' ? node.inner.items : [];
  return first ? fileArgument(first) : node;
}
