import type { EventRule } from '../../model/resources/eventRules';
import { accessOf, roleNamed } from '../../model/resources/access';
import type { TargetService } from '../../model/resources/targets';
import type { Resource, Template } from '../../model/template';
import { namedBy } from '../../model/template/namedBy';
import { TreeEditor, type TextEdit } from '../../syntax/edit';
import { get, getItems, getString, property } from '../../syntax/navigate';
import type { ArrayNode, ObjectNode, Tree, TreeNode } from '../../syntax/tree';
import type { Fix } from '../rule';
import { rewrite } from './rewrite';
import { addRole, getAtt } from './targetRole';
import { toSchedulerTerraform } from './toSchedulerTerraform';

/** What a schedule has as a rule has it. */
const RULE_KEYS: ReadonlySet<string> = new Set([
  'Name',
  'Description',
  'ScheduleExpression',
  'State',
  'Targets',
  'EventBusName',
]);
const TARGET_KEYS: ReadonlySet<string> = new Set([
  'Id',
  'Arn',
  'RoleArn',
  'Input',
  'DeadLetterConfig',
  'RetryPolicy',
]);

/** Targets of rules that a schedule cannot name by an ARN ("Using templated targets with EventBridge Scheduler"). */
const NOT_STARTED: ReadonlySet<TargetService> = new Set<TargetService>([
  ...(['apiDestination', 'batch', 'bus', 'glueWorkflow', 'logs', 'redshift'] as const),
]);

/** What SAM calls `Schedule` and `ScheduleV2` have in common. */
const EVENT_KEYS: ReadonlySet<string> = new Set([
  'Schedule',
  'Name',
  'Description',
  'State',
  'Input',
  'DeadLetterConfig',
  'RetryPolicy',
]);

/**
 * Turns a scheduled rule into a schedule of EventBridge Scheduler where every part of it has its like
 * there; nothing otherwise. Without a time zone the schedule stays in UTC, and says so.
 */
export function toScheduler(rule: EventRule, template: Template, zone = 'UTC'): Fix[] {
  if (template.kind === 'serverless') return [];
  const edits =
    template.kind === 'terraform'
      ? toSchedulerTerraform(rule, template, zone)
      : rule.event
        ? convertEvent(rule, template, zone)
        : convertRule(rule, template, zone);
  return edits ? [{ title: `Convert to a schedule of EventBridge Scheduler in ${zone}`, edits }] : [];
}

type Edits = (TextEdit | undefined)[];

function convertEvent({ event, properties }: EventRule, { tree }: Template, zone: string): Edits | undefined {
  const schedule = property(properties, 'Schedule');
  const type = event && getString(event.node, 'Type');
  if (!schedule || !type || !onlyHas(properties, EVENT_KEYS)) return undefined;
  const editor = new TreeEditor(tree);
  return [
    rewrite(type, 'ScheduleV2', tree),
    editor.rename(schedule, 'ScheduleExpression'),
    editor.add(properties, 'ScheduleExpressionTimezone', zone, schedule),
  ];
}

function convertRule(rule: EventRule, template: Template, zone: string): Edits | undefined {
  const { resource, properties } = rule;
  const type = getString(resource.node, 'Type');
  const expression = property(properties, 'ScheduleExpression');
  const targets = property(properties, 'Targets');
  const [target] = rule.targets;
  if (!type || !expression || targets?.value?.kind !== 'array' || rule.targets.length !== 1) return undefined;
  if (target.service && NOT_STARTED.has(target.service)) return undefined;
  if (!target.node || targets.value.items[0] !== target.node || targets.value.items.length !== 1)
    return undefined;
  if (!onlyHas(properties, RULE_KEYS) || !onlyHas(target.node, TARGET_KEYS)) return undefined;
  const permissions = permissionsFor(resource, template);
  const role = permissions && roleEdits(rule, target.node, template);
  if (!role) return undefined;
  const editor = new TreeEditor(template.tree);
  const id = property(target.node, 'Id');
  const bus = property(properties, 'EventBusName');
  return [
    rewrite(type, 'AWS::Scheduler::Schedule', template.tree),
    editor.add(properties, 'ScheduleExpressionTimezone', zone, expression),
    editor.add(properties, 'FlexibleTimeWindow', { Mode: 'OFF' }, expression),
    ...(bus ? [editor.remove(bus)] : []),
    editor.rename(targets, 'Target'),
    ...unwrap(targets.value, template.tree),
    ...(id ? [editor.remove(id)] : []),
    ...role,
    ...permissions,
  ];
}

/** Puts the only item of a list in the list's place: without its dash, or without the brackets. */
function unwrap({ items, span }: ArrayNode, { source }: Tree): TextEdit[] {
  const [item] = items;
  if (source.text[source.fromHost(span.start)] !== '[') {
    return [{ span: { start: span.start, end: span.start + 1 }, newText: ' ' }];
  }
  return [
    { span: { start: span.start, end: item.span.start }, newText: '' },
    { span: { start: item.span.end, end: span.end }, newText: '' },
  ];
}

function onlyHas(object: ObjectNode, keys: ReadonlySet<string>): boolean {
  return object.properties.every(({ name, value }) => keys.has(name) && value);
}

/** Takes out the permissions that only the rule has use for; `undefined` where anything else names the rule. */
function permissionsFor({ id }: Resource, template: Template): Edits | undefined {
  const naming = namedBy(id, template);
  const outputs = get(template.tree.root, 'Outputs');
  if (refersTo(outputs, id, template)) return undefined;
  const editor = new TreeEditor(template.tree);
  const edits: Edits = [];
  for (const { type, node } of naming) {
    if (type !== 'AWS::Lambda::Permission' || node.parent?.kind !== 'property') return undefined;
    edits.push(editor.remove(node.parent));
  }
  return edits;
}

function refersTo(node: TreeNode | undefined, id: string, template: Template): boolean {
  return template.references(node).some(({ resource }) => resource === id);
}

/** Lets Scheduler start the target: by the role that EventBridge has for it, or by a new one. */
function roleEdits(rule: EventRule, target: ObjectNode, template: Template): Edits | undefined {
  const editor = new TreeEditor(template.tree);
  const written = get(target, 'RoleArn');
  if (!written) {
    const added = addRole(`${rule.name}Role`, 'scheduler.amazonaws.com', rule.targets[0], template);
    const arn = property(target, 'Arn');
    return added && [editor.add(target, 'RoleArn', getAtt(added.id, 'Arn'), arn), added.edit];
  }
  const role = roleNamed(written, template);
  if (!role) return undefined;
  if (accessOf(template).of(role).principals.includes('scheduler.amazonaws.com')) return [];
  const service = eventsPrincipal(get(role.properties, 'AssumeRolePolicyDocument'));
  return service && [editor.replace(service, ['events.amazonaws.com', 'scheduler.amazonaws.com'])];
}

/** Where a trust policy lets only EventBridge in. */
function eventsPrincipal(document: TreeNode | undefined): TreeNode | undefined {
  const written = get(document, 'Statement');
  const statements = written?.kind === 'object' ? [written] : getItems(document, 'Statement');
  for (const statement of statements) {
    const service = get(get(statement, 'Principal'), 'Service');
    const only = service?.kind === 'array' && service.items.length === 1 ? service.items[0] : service;
    if (only?.kind === 'string' && only.value === 'events.amazonaws.com') return service;
  }
  return undefined;
}
