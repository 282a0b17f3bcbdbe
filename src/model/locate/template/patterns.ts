import { get, getString } from '../../../syntax/navigate';
import type { ObjectNode, TreeNode } from '../../../syntax/tree';
import type { PatternDialect } from '../../eventPattern/dialects';
import type { Resource, Template } from '../../template';
import type { EmbeddedPattern } from '../located';
import { embeddedJson } from './definitionText';
import { samEvents } from './samEvents';

/** Where resources keep patterns: by type and property, `*` for every item of a list. */
const PLACES: Readonly<Record<string, { path: readonly string[]; dialect: PatternDialect }>> = {
  'AWS::Events::Rule': { path: ['EventPattern'], dialect: 'bus' },
  'AWS::Events::Archive': { path: ['EventPattern'], dialect: 'bus' },
  'AWS::Pipes::Pipe': {
    path: ['SourceParameters', 'FilterCriteria', 'Filters', '*', 'Pattern'],
    dialect: 'pipe',
  },
  'AWS::Lambda::EventSourceMapping': {
    path: ['FilterCriteria', 'Filters', '*', 'Pattern'],
    dialect: 'lambda',
  },
  'AWS::SNS::Subscription': { path: ['FilterPolicy'], dialect: 'snsAttributes' },
};

/** The same for the kinds of SAM's events. */
const EVENTS: Readonly<Record<string, { path: readonly string[]; dialect: PatternDialect }>> = {
  EventBridgeRule: { path: ['Pattern'], dialect: 'bus' },
  CloudWatchEvent: { path: ['Pattern'], dialect: 'bus' },
  SNS: { path: ['FilterPolicy'], dialect: 'snsAttributes' },
  ...Object.fromEntries(
    ['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB'].map((type) => [
      type,
      { path: ['FilterCriteria', 'Filters', '*', 'Pattern'], dialect: 'lambda' as const },
    ]),
  ),
};

/** The event patterns of all resources of a template. */
export function patternsIn(template: Template): EmbeddedPattern[] {
  return template.resources.flatMap((resource) => {
    const place = PLACES[resource.type];
    const own = place ? patternsAt(resource, resource.properties, place, template) : [];
    const events = samEvents(resource).flatMap(({ type, properties }) =>
      EVENTS[type] ? patternsAt(resource, properties, EVENTS[type], template) : [],
    );
    return [...own, ...events];
  });
}

function patternsAt(
  resource: Resource,
  properties: ObjectNode,
  { path, dialect }: { path: readonly string[]; dialect: PatternDialect },
  template: Template,
): EmbeddedPattern[] {
  const body = getString(properties, 'FilterPolicyScope')?.value === 'MessageBody';
  return valuesAt(properties, path)
    .flatMap((node) => template.alternatives(node))
    .map((node) => ({
      node,
      text: node.kind === 'object' ? undefined : embeddedJson(node),
      dialect: body ? 'snsBody' : dialect,
      resource,
    }));
}

function valuesAt(node: TreeNode, [step, ...rest]: readonly string[]): TreeNode[] {
  if (step === undefined) return [node];
  if (step === '*') return node.kind === 'array' ? node.items.flatMap((item) => valuesAt(item, rest)) : [];
  const value = get(node, step);
  return value ? valuesAt(value, rest) : [];
}
