import { MadeProperty } from '../../../syntax/madeProperty';
import { get, property } from '../../../syntax/navigate';
import type { ArrayNode, ObjectNode, TreeNode } from '../../../syntax/tree';
import type { Resource } from '../template';
import type { LabelledBlock } from './blocks';
import type { PartSpec } from './fields';
import { RESOURCE_TYPES } from './resourceTypes';

/**
 * Puts what Terraform writes as a resource of its own (a rule's target, a bucket's notification) also
 * where CloudFormation has it, so that a rule about the whole finds it there.
 */
export function joinParts(
  blocks: readonly LabelledBlock[],
  resources: readonly Resource[],
  resolve: (node: TreeNode | undefined) => Resource | undefined,
): void {
  blocks.forEach(({ type, body }, index) => {
    const part = Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type].partOf : undefined;
    const whole = part && resolve(get(body, part.by));
    if (part && whole) join(whole.properties, resources[index].properties, part);
  });
}

function join(whole: ObjectNode, properties: ObjectNode, { at, list, only }: PartSpec): void {
  const value = only === undefined ? copyOf(properties) : get(properties, only);
  if (!value) return;
  const existing = property(whole, at);
  if (list && existing?.value?.kind === 'array') existing.value.items.push(value);
  else if (!existing) {
    const key = properties.properties[0]?.key;
    if (!key) return;
    const span = properties.span;
    const named = { kind: 'string' as const, value: at, span: key.span, mapped: key.mapped };
    const entry = new MadeProperty(named, whole, span);
    const items: ArrayNode = { kind: 'array', span, items: [value], parent: entry };
    entry.value = list ? items : value;
    whole.properties.push(entry);
  }
}

/** The object hangs in two places, so each of them has one of its own. */
function copyOf({ span, properties }: ObjectNode): ObjectNode {
  const copy: ObjectNode = { kind: 'object', span, properties: [] };
  copy.properties.push(
    ...properties.map(({ span: place, key, value }) => new MadeProperty(key, copy, place, value)),
  );
  return copy;
}
