import { MadeProperty } from '../../syntax/madeProperty';
import type { ObjectNode } from '../../syntax/tree';

/** CloudFormation's paths by the names of another framework; with `within` also the names inside of an object. */
export type Names = Readonly<Record<string, string | { readonly as: string; readonly within: Names }>>;

/** The properties that CloudFormation has, under its names and with the spans that they have; the others are left out. */
export function renamed(node: ObjectNode, names: Names): ObjectNode {
  const result: ObjectNode = { kind: 'object', span: node.span, properties: [] };
  for (const entry of node.properties) {
    const { key, span } = entry;
    if (!Object.hasOwn(names, key.value)) continue;
    const spec = names[key.value];
    let holder = result;
    const steps = (typeof spec === 'string' ? spec : spec.as).split('.');
    const value =
      typeof spec !== 'string' && entry.value?.kind === 'object'
        ? renamed(entry.value, spec.within)
        : entry.value;
    for (const [index, name] of steps.entries()) {
      const named = { kind: 'string' as const, value: name, span: key.span, mapped: key.mapped };
      const inner: ObjectNode | undefined =
        index < steps.length - 1 ? { kind: 'object', span, properties: [] } : undefined;
      holder.properties.push(new MadeProperty(named, holder, span, inner ?? value));
      holder = inner ?? holder;
    }
  }
  return result;
}
