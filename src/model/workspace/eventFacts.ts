import { get, getItems, getObject, getString } from '../../syntax/navigate';
import { placeholderNames } from '../../syntax/placeholders';
import type { Span, TreeNode } from '../../syntax/tree';
import type { EmbeddedPattern, Located } from '../locate';
import { bucketsWritten } from '../resources/bucketWrites';
import { eventRulesOf, type EventRule } from '../resources/eventRules';
import { exactTexts, patternFields, patternOf } from '../resources/patterns';
import type { StateMachine } from '../stateMachine';
import type { Resource, Template } from '../template';

/**
 * What a part hears of or makes happen: `bucket:NAME` and `bucket#ID` for new objects, `states#ID` for a machine
 * whose status changes, `event:SOURCE` for one's own events, `gap:NAME` for a bucket that a template fills in.
 */
export type EventKey = string;

/** The bucket that code has from the event that started it, whichever it is. */
export const HEARD_BUCKET: EventKey = 'heard';

/** A part of a file with an event and the place that says so. */
export interface PartEvent {
  /** The id of a part of this file. */
  readonly part: string;
  readonly key: EventKey;
  readonly span: Span;
}

/** The events of a file. */
export interface EventFacts {
  readonly hears: readonly PartEvent[];
  readonly makes: readonly PartEvent[];
  /** What a template puts into the gaps of a machine's definition or into a function's environment: `key` for the gap called `gap`. */
  readonly fills: readonly { readonly part: string; readonly gap: string; readonly key: EventKey }[];
}

/** Which events the parts of a file hear of and make. */
export function eventFacts(located: Located): EventFacts {
  const { template, stateMachines } = located;
  if (!template) {
    const makes = stateMachines.flatMap((machine) => machineMakes('', machine, () => undefined));
    return { hears: [], makes, fills: [] };
  }
  const bucketKeys = (node: TreeNode | undefined): EventKey[] => bucketsNamed(node, template);
  return {
    hears: eventRulesOf(located).flatMap((rule) => ruleHears(rule, template)),
    makes: template.resources.flatMap((resource) => resourceMakes(resource, located, template)),
    fills: [
      ...located.definitions.flatMap(({ resource, substitutions = [] }) =>
        substitutions.flatMap(({ name, value }) =>
          bucketKeys(value).map((key) => ({ part: resource.id, gap: name, key })),
        ),
      ),
      ...template.resources.flatMap((resource) => variablesFilled(resource, bucketKeys)),
    ],
  };
}

/** The environment of a function, as far as it names buckets. */
function variablesFilled(
  { id, type, properties }: Resource,
  bucketKeys: (node: TreeNode | undefined) => readonly EventKey[],
): EventFacts['fills'] {
  if (!/::Function$/.test(type)) return [];
  const variables = getObject(getObject(properties, 'Environment'), 'Variables')?.properties ?? [];
  return variables.flatMap(({ key: { value: gap }, value }) =>
    bucketKeys(value).map((key) => ({ part: id, gap, key })),
  );
}

function ruleHears(rule: EventRule, template: Template): PartEvent[] {
  const part = rule.event ? `${rule.resource.id}.${rule.name}` : rule.resource.id;
  return rule.patterns.flatMap((pattern) =>
    patternHears(pattern, template).map((key) => ({ part, key, span: rule.key })),
  );
}

function patternHears(pattern: EmbeddedPattern, template: Template): EventKey[] {
  const fields = patternFields(patternOf(pattern));
  const texts = (path: string): readonly string[] | undefined => {
    const field = fields.find((each) => each.path === path);
    return field && exactTexts(field);
  };
  const detail = getObject(pattern.text ? pattern.text.root : pattern.node, 'detail');
  const types = texts('detail-type');
  return (texts('source') ?? []).flatMap((source): EventKey[] => {
    if (source === 'aws.s3') {
      // Names of keys may keep what is read apart from what is written.
      const isNarrow = fields.some(
        ({ path }) => path.startsWith('detail.') && !path.startsWith('detail.bucket.'),
      );
      if (isNarrow || (types && !types.includes('Object Created'))) return [];
      return getItems(getObject(detail, 'bucket'), 'name').flatMap((node) => bucketsNamed(node, template));
    }
    if (source === 'aws.states') {
      return getItems(detail, 'stateMachineArn').flatMap((node) => {
        const id = template.reference(node)?.resource;
        return id === undefined ? [] : [`states#${id}`];
      });
    }
    if (source.startsWith('aws.') || fields.some(({ path }) => path.startsWith('detail.'))) return [];
    return types ? types.map((type) => `event:${source}/${type}`) : [`event:${source}`];
  });
}

function resourceMakes(resource: Resource, located: Located, template: Template): PartEvent[] {
  const { id, type, key } = resource;
  if (/::Function$/.test(type)) {
    return bucketsWritten(resource, template).flatMap((node) =>
      bucketsNamed(node, template).map((made) => ({ part: id, key: made, span: node.span })),
    );
  }
  if (!/::StateMachine$/.test(type)) return [];
  const own = located.definitions.filter((each) => each.resource === resource);
  return [
    { part: id, key: `states#${id}`, span: key },
    ...own.flatMap(({ machine }) =>
      machine ? machineMakes(id, machine, (node) => bucketsNamed(node, template)) : [],
    ),
  ];
}

/** What the tasks of a machine write and send. */
function machineMakes(
  part: string,
  { taskResources }: StateMachine,
  buckets: (node: TreeNode) => readonly EventKey[] | undefined,
): PartEvent[] {
  return taskResources.flatMap(({ state, arn }): PartEvent[] => {
    const given = get(state.node, 'Parameters') ?? get(state.node, 'Arguments');
    const call = `${arn.service ?? ''}:${arn.action ?? ''}`.toLowerCase();
    if (/^s3:(?:putobject|copyobject)$/.test(call)) {
      const node = get(given, 'Bucket');
      const named = node ? (buckets(node) ?? writtenBucket(node)) : [];
      return node ? named.map((key) => ({ part, key, span: node.span })) : [];
    }
    if (call !== 'events:putevents') return [];
    return getItems(given, 'Entries').flatMap((entry) => {
      const source = getString(entry, 'Source');
      const type = getString(entry, 'DetailType')?.value;
      if (!source || source.dynamic || /^(?:\$|\{%)/.test(source.value)) return [];
      const keys = [`event:${source.value}`, ...(type ? [`event:${source.value}/${type}`] : [])];
      return keys.map((key) => ({ part, key, span: source.span }));
    });
  });
}

function writtenBucket(node: TreeNode): EventKey[] {
  if (node.kind !== 'string' || /^(?:\$[.$]|\{%)/.test(node.value)) return [];
  const [gap] = placeholderNames(node.value);
  return gap === undefined ? [`bucket:${node.value}`] : [`gap:${gap}`];
}

/** The buckets that a value names by reference, by name or by ARN. */
function bucketsNamed(node: TreeNode | undefined, template: Template): EventKey[] {
  const ids = template
    .references(node)
    .flatMap(({ resource }) => (resource === undefined ? [] : (template.byId.get(resource) ?? [])))
    .filter(({ type }) => type === 'AWS::S3::Bucket');
  const names = [
    ...ids.flatMap(({ properties }) => template.literal(get(properties, 'BucketName')) ?? []),
    ...(ids.length === 0 ? (template.literal(node) ?? '').split('\n') : []),
  ].map((text) => text.replace(/^arn:[^:]*:s3:::/, '').replace(/\/.*$/s, ''));
  const known = names.filter((name) => name !== '' && !/[*?${}:]/.test(name));
  return [...ids.map(({ id }) => `bucket#${id}`), ...known.map((name) => `bucket:${name}`)];
}
