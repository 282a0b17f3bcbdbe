import { get, getString, property } from '../../syntax/navigate';
import type { ObjectNode, Span, TreeNode } from '../../syntax/tree';
import type { EmbeddedPattern, EmbeddedSchedule, Located } from '../locate';
import { samEvents, type SamEvent } from '../locate/template/samEvents';
import type { Resource, Template } from '../template';
import { namedTarget, serviceOfType, type NamedTarget } from './targets';
import { oncePer } from '../oncePer';

/** A rule of an event bus with what it starts, however the template writes it. */
export interface EventRule {
  /** The rule, or the function or machine of SAM that has it among its `Events`. */
  readonly resource: Resource;
  /** Its logical id, or its name among the `Events`. */
  readonly name: string;
  /** Where the name is written. */
  readonly key: Span;
  /** `Events` writes what a rule has as properties, and always has one target. */
  readonly event?: SamEvent;
  readonly properties: ObjectNode;
  readonly patterns: readonly EmbeddedPattern[];
  readonly schedules: readonly EmbeddedSchedule[];
  /** What names the bus; absent for the default bus. */
  readonly bus?: TreeNode;
  readonly targets: readonly RuleTarget[];
}

export interface RuleTarget extends NamedTarget {
  /** The target's own object; absent where SAM makes the target. */
  readonly node?: ObjectNode;
  /** Where to say something about the target. */
  readonly span: Span;
  readonly arn?: TreeNode;
}

const known = oncePer((_template: Template) => new Map<Located, readonly EventRule[]>());

/** The rules of all resources of a template, in document order. */
export function eventRulesOf(located: Located): readonly EventRule[] {
  const { template } = located;
  if (!template) return [];
  let rules = known(template).get(located);
  if (!rules) {
    rules = template.resources.flatMap((resource) => rulesOf(resource, located, template));
    known(template).set(located, rules);
  }
  return rules;
}

const EVENT_KEYS: Readonly<Record<string, { pattern?: string; schedule?: string }>> = {
  EventBridgeRule: { pattern: 'Pattern' },
  CloudWatchEvent: { pattern: 'Pattern' },
  Schedule: { schedule: 'Schedule' },
};

function rulesOf(resource: Resource, located: Located, template: Template): EventRule[] {
  if (resource.type === 'AWS::Events::Rule') return [ownRule(resource, located, template)];
  const service = serviceOfType(resource.type);
  return samEvents(resource).flatMap((event): EventRule[] => {
    const keys = EVENT_KEYS[event.type];
    if (!keys) return [];
    const { name, properties } = event;
    const target = { span: name.span, resource, ...(service && { service }) };
    const common = { resource, name: name.value, key: name.span, event, properties, targets: [target] };
    return [{ ...common, ...partsOf(properties, keys, located, template) }];
  });
}

function ownRule(resource: Resource, located: Located, template: Template): EventRule {
  const { id, key, properties } = resource;
  const keys = { pattern: 'EventPattern', schedule: 'ScheduleExpression' };
  return {
    resource,
    name: id,
    key,
    properties,
    ...partsOf(properties, keys, located, template),
    targets: template
      .alternatives(get(properties, 'Targets'))
      .flatMap((list) => (list.kind === 'array' ? list.items : []))
      .flatMap((item) => template.alternatives(item))
      .flatMap((item) => (item.kind === 'object' ? [targetOf(item, template)] : [])),
  };
}

/** The target that an object with `Arn` is. */
export function targetOf(node: ObjectNode, template: Template): RuleTarget {
  const arn = property(node, 'Arn');
  return { node, span: arn?.span ?? node.span, arn: arn?.value, ...namedTarget(arn?.value, template) };
}

function partsOf(
  properties: ObjectNode,
  keys: { readonly pattern?: string; readonly schedule?: string },
  { eventPatterns, schedules }: Located,
  template: Template,
): Pick<EventRule, 'patterns' | 'schedules' | 'bus'> {
  const under = (key: string | undefined): ReadonlySet<TreeNode> =>
    new Set(key === undefined ? [] : template.alternatives(get(properties, key)));
  const patterns = under(keys.pattern);
  const expressions = under(keys.schedule);
  const bus = get(properties, 'EventBusName');
  const isDefault = !bus || getString(properties, 'EventBusName')?.value === 'default';
  return {
    patterns: eventPatterns.filter(({ node }) => patterns.has(node)),
    schedules: schedules.filter(({ node }) => expressions.has(node)),
    ...(!isDefault && { bus }),
  };
}
