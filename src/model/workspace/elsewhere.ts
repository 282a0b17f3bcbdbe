import type { TreeNode } from '../../syntax/tree';
import type { Template } from '../template';
import { RESOURCE_TYPES } from '../template/terraform/resourceTypes';
import type { PartKind, Target } from './facts';

/** What an ARN names, by its service and the beginning of its resource. */
const BY_ARN: readonly [RegExp, PartKind][] = [
  [/^arn:[^:]*:lambda:[^:]*:[^:]*:function:([\w-]+)/, 'function'],
  [/^arn:[^:]*:states:[^:]*:[^:]*:stateMachine:([\w.-]+)/, 'stateMachine'],
  [/^arn:[^:]*:glue:[^:]*:[^:]*:workflow\/([\w.-]+)/, 'glueWorkflow'],
  [/^arn:[^:]*:glue:[^:]*:[^:]*:job\/([\w.-]+)/, 'glueJob'],
];

/**
 * What a value names outside of its file: a resource of Terraform in another file of the module, or the name in
 * an ARN. `kindOf` tells what a resource type is as a part.
 */
export function targetElsewhere(
  node: TreeNode | undefined,
  template: Template,
  kindOf: (type: string) => PartKind | undefined,
): Target | undefined {
  const external = template.reference(node)?.external;
  const [, type, name] = /^(\w+)\.(\w+)/.exec(external ?? '') ?? [];
  const spec = type !== undefined && Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined;
  const kind = spec && kindOf(spec.type);
  if (kind) return { by: 'name', name: `${type}.${name}`, kind };
  const text = (template.literal(node) ?? '').replace(/\$\{[^{}]*\}/g, '');
  for (const [pattern, part] of BY_ARN) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return { by: 'name', name: found, kind: part };
  }
  return undefined;
}
