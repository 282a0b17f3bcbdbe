import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import type { Resource, Template } from '../template';

/**
 * The two kinds of event buses: the Classic one, whose events go to rules, and the Custom Event Bus of 2026,
 * whose events go to subscribers. "Event buses in Amazon EventBridge", 2026.
 */
export type BusKind = 'classic' | 'custom';

const KINDS: Readonly<Record<string, BusKind>> = {
  'AWS::Events::EventBus': 'classic',
  'AWS::EventsV2::EventBus': 'custom',
};

/** Resources that belong to a bus, with the property that names it and the kind that they are for. */
const MEMBERS: Readonly<Record<string, { readonly by: string; readonly kind: BusKind }>> = {
  'AWS::Events::Rule': { by: 'EventBusName', kind: 'classic' },
  'AWS::Events::Archive': { by: 'SourceArn', kind: 'classic' },
  'AWS::Events::EventBusPolicy': { by: 'EventBusName', kind: 'classic' },
  'AWS::EventsV2::Subscriber': { by: 'EventBusArn', kind: 'custom' },
};

/** The kind of bus that a resource is. */
export function busKind({ type }: Resource): BusKind | undefined {
  return KINDS[type];
}

/** A rule, an archive, a policy or a subscriber with the bus of this template that it names. */
export interface BusMember {
  readonly resource: Resource;
  /** The kind of bus that it is for. */
  readonly kind: BusKind;
  readonly named: TreeNode;
  readonly bus: Resource;
}

/** What belongs to the buses of a template, in document order. */
export function busMembers(template: Template): BusMember[] {
  return template.resources.flatMap((resource) => {
    const member = MEMBERS[resource.type];
    const named = member && get(resource.properties, member.by);
    const bus = named && template.byId.get(template.reference(named)?.resource ?? '');
    return bus && busKind(bus) ? [{ resource, kind: member.kind, named, bus }] : [];
  });
}
