import { MadeProperty } from '../../syntax/madeProperty';
import { get, getItems, getString, property } from '../../syntax/navigate';
import type { ArrayNode, ObjectNode, Property, StringNode, TreeNode } from '../../syntax/tree';
import { renamed, type Names } from './renamed';

/** The framework's own names, and those of the plugin for Step Functions. */
const RULE: Names = {
  name: 'Name',
  description: 'Description',
  eventBus: 'EventBusName',
  eventBusName: 'EventBusName',
  input: 'Input',
  enabled: 'Enabled',
  schedule: 'Schedule',
  event: 'Pattern',
  pattern: 'Pattern',
  deadLetterQueueArn: 'DeadLetterConfig.Arn',
  deadLetterConfig: 'DeadLetterConfig.Arn',
  retryPolicy: {
    as: 'RetryPolicy',
    within: {
      maximumEventAge: 'MaximumEventAgeInSeconds',
      maximumEventAgeInSeconds: 'MaximumEventAgeInSeconds',
      maximumRetryAttempts: 'MaximumRetryAttempts',
    },
  },
};

const SOURCE: Names = {
  arn: 'Stream',
  batchSize: 'BatchSize',
  functionResponseType: 'FunctionResponseTypes',
  filterPatterns: 'FilterCriteria.Filters',
  filterPolicy: 'FilterPolicy',
  filterPolicyScope: 'FilterPolicyScope',
};

/** What SAM calls a stream, by its `type`. */
const STREAMS: Readonly<Record<string, string>> = { kinesis: 'Kinesis', dynamodb: 'DynamoDB' };

/** The same for the kinds of events; others keep the framework's name. */
const KINDS: Readonly<Record<string, string>> = {
  http: 'Api',
  httpApi: 'HttpApi',
  s3: 'S3',
  sns: 'SNS',
  sqs: 'SQS',
  kafka: 'SelfManagedKafka',
  msk: 'MSK',
  activemq: 'MQ',
  rabbitmq: 'MQ',
};

/** What starts a function or state machine, as `Events` of SAM; `undefined` where nothing does. */
export function eventsAsSam(resource: string, node: ObjectNode): ObjectNode | undefined {
  const entries = getItems(node, 'events').flatMap((item) => (item.kind === 'object' ? item.properties : []));
  if (entries.length === 0) return undefined;
  const events: ObjectNode = { kind: 'object', span: node.span, properties: [] };
  for (const entry of entries) {
    for (const { type, properties } of eventsOf(entry)) {
      const count = events.properties.length;
      const name = `${resource} ${entry.name}${count > 0 ? ` ${count + 1}` : ''}`;
      const value: ObjectNode = { kind: 'object', span: entry.span, properties: [] };
      hang(value, 'Type', textAt(type, entry.key), entry);
      hang(value, 'Properties', properties, entry);
      hang(events, name, value, entry);
    }
  }
  return events;
}

interface Event {
  readonly type: string;
  readonly properties: ObjectNode;
}

function eventsOf(entry: Property): Event[] {
  const kind = entry.name;
  const { value } = entry;
  const own: ObjectNode =
    value?.kind === 'object' ? value : { kind: 'object', span: entry.span, properties: [] };
  if (kind === 'schedule') return schedules(entry, own);
  if (kind === 'eventBridge' || kind === 'cloudwatchEvent') {
    const type = get(own, 'schedule') ? 'Schedule' : 'EventBridgeRule';
    return [{ type, properties: renamed(own, RULE) }];
  }
  const properties = renamed(own, SOURCE);
  const filters = property(get(properties, 'FilterCriteria'), 'Filters');
  if (filters?.value?.kind === 'array') filters.value = filtersOf(filters.value, entry);
  const stream = kind === 'stream' ? STREAMS[getString(own, 'type')?.value ?? streamOf(value)] : undefined;
  return [{ type: stream ?? KINDS[kind] ?? kind, properties }];
}

/** A stream is told by its ARN where nothing else says what it is. */
function streamOf(value: TreeNode | undefined): string {
  return value?.kind === 'string' && value.value.includes(':dynamodb:') ? 'dynamodb' : 'kinesis';
}

/** One for each rate. `method: scheduler` makes a schedule of EventBridge Scheduler, everything else a rule. */
function schedules(entry: Property, own: ObjectNode): Event[] {
  const rate = entry.value?.kind === 'object' ? get(own, 'rate') : entry.value;
  const isScheduler = getString(own, 'method')?.value === 'scheduler';
  const [type, key] = isScheduler ? ['ScheduleV2', 'ScheduleExpression'] : ['Schedule', 'Schedule'];
  const names: Names = { ...RULE, ...(isScheduler && { timezone: 'ScheduleExpressionTimezone' }) };
  return (rate?.kind === 'array' ? rate.items : [rate]).map((each) => {
    const properties = renamed(own, names);
    if (each) hang(properties, key, each, entry);
    return { type, properties };
  });
}

/** A filter is an object with the pattern in it. */
function filtersOf({ span, items, parent }: ArrayNode, entry: Property): ArrayNode {
  const filters = items.map((item): ObjectNode => {
    const filter: ObjectNode = { kind: 'object', span: item.span, properties: [] };
    hang(filter, 'Pattern', item, entry);
    return filter;
  });
  return { kind: 'array', span, items: filters, parent };
}

/** The value keeps its parent, so that it is changed where it is written. */
function hang(parent: ObjectNode, name: string, value: TreeNode, { span, key }: Property): void {
  parent.properties.push(new MadeProperty(textAt(name, key), parent, span, value));
}

function textAt(value: string, { span, mapped }: StringNode): StringNode {
  return { kind: 'string', value, span, mapped };
}
