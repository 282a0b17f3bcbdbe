import { get, getString } from '../../../syntax/navigate';
import type { ObjectNode, Tree, TreeNode } from '../../../syntax/tree';
import type { PatternDialect } from '../../eventPattern/dialects';
import type { Resource, Template } from '../../template';
import type { EmbeddedPattern } from '../located';
import { embeddedJson } from './definitionText';
import { samEvents } from './samEvents';

interface Place {
  /** Names from the properties on; `*` stands for every item of a list. */
  readonly path: readonly string[];
  readonly dialect: PatternDialect;
}

const FILTERS = ['FilterCriteria', 'Filters', '*', 'Pattern'];

/** Where resources keep patterns. */
const PLACES: ReadonlyMap<string, Place> = new Map([
  ['AWS::Events::Rule', { path: ['EventPattern'], dialect: 'bus' }],
  ['AWS::Events::Archive', { path: ['EventPattern'], dialect: 'bus' }],
  [
    'AWS::EventsV2::Subscriber',
    { path: ['FilterConfiguration', 'Filters', '*', 'Pattern'], dialect: 'subscriber' },
  ],
  ['AWS::Pipes::Pipe', { path: ['SourceParameters', ...FILTERS], dialect: 'pipe' }],
  ['AWS::Lambda::EventSourceMapping', { path: FILTERS, dialect: 'lambda' }],
  ['AWS::SNS::Subscription', { path: ['FilterPolicy'], dialect: 'snsAttributes' }],
]);

/** The same for the kinds of SAM's events. */
const EVENTS: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['EventBridgeRule', { path: ['Pattern'], dialect: 'bus' }],
  ['CloudWatchEvent', { path: ['Pattern'], dialect: 'bus' }],
  ['SNS', { path: ['FilterPolicy'], dialect: 'snsAttributes' }],
  ...['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB'].map(
    (type): [string, Place] => [type, { path: FILTERS, dialect: 'lambda' }],
  ),
]);

/** The event patterns of all resources of a template. */
export function patternsIn(template: Template): EmbeddedPattern[] {
  return template.resources.flatMap((resource) => {
    const at = (properties: ObjectNode, place: Place | undefined): EmbeddedPattern[] =>
      place ? patternsAt(resource, properties, place, template) : [];
    return [
      ...at(resource.properties, PLACES.get(resource.type)),
      ...samEvents(resource).flatMap(({ type, properties }) => at(properties, EVENTS.get(type))),
    ];
  });
}

function patternsAt(
  resource: Resource,
  properties: ObjectNode,
  { path, dialect }: Place,
  template: Template,
): EmbeddedPattern[] {
  const body = getString(properties, 'FilterPolicyScope')?.value === 'MessageBody';
  return valuesAt(properties, path)
    .flatMap((node) => template.alternatives(node))
    .map((node) => patternOf(node, template.tree, body ? 'snsBody' : dialect, resource));
}

function patternOf(node: TreeNode, host: Tree, dialect: PatternDialect, resource: Resource): EmbeddedPattern {
  return { node, text: node.kind === 'object' ? undefined : embeddedJson(node, host), dialect, resource };
}

function valuesAt(node: TreeNode, [step, ...rest]: readonly string[]): TreeNode[] {
  if (step === undefined) return [node];
  if (step === '*') return node.kind === 'array' ? node.items.flatMap((item) => valuesAt(item, rest)) : [];
  const value = get(node, step);
  return value ? valuesAt(value, rest) : [];
}
