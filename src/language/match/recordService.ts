import type { RecordService } from '../../catalog/events/records';
import type { EmbeddedPattern } from '../../model/locate';
import type { Template } from '../../model/template';
import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';

const BY_TYPE: readonly (readonly [RegExp, RecordService])[] = [
  [/^AWS::SQS::|^SQS$|^sqs$/, 'sqs'],
  [/^AWS::Kinesis::|^Kinesis$/, 'kinesis'],
  [/^AWS::DynamoDB::|^AWS::Serverless::SimpleTable$|^DynamoDB$/, 'dynamodb'],
  [/^AWS::MSK::|^MSK$|^SelfManagedKafka$/, 'kafka'],
  [/^AWS::AmazonMQ::|^MQ$/, 'mq'],
];

const BY_ARN: readonly (readonly [RegExp, RecordService])[] = [
  [/:sqs:/, 'sqs'],
  [/:kinesis:/, 'kinesis'],
  [/:dynamodb:/, 'dynamodb'],
  [/:kafka:/, 'kafka'],
  [/:mq:/, 'mq'],
];

/** Fields that only records of one kind have. */
const BY_FIELD: Readonly<Record<string, RecordService>> = {
  body: 'sqs',
  partitionKey: 'kinesis',
  dynamodb: 'dynamodb',
  eventName: 'dynamodb',
  topic: 'kafka',
  value: 'kafka',
};

/** What a filter's records come from, as far as the template or the filter's own fields say. */
export function recordService(
  { node, text, resource }: EmbeddedPattern,
  template: Template | undefined,
): RecordService | undefined {
  return ofResource(resource?.properties, template) ?? ofSamEvent(node) ?? ofFields(text?.root ?? node);
}

function ofResource(
  properties: TreeNode | undefined,
  template: Template | undefined,
): RecordService | undefined {
  const source = get(properties, 'EventSourceArn') ?? get(properties, 'Source');
  if (!source || !template) return undefined;
  const literal = template.literal(source);
  const byArn = literal === undefined ? undefined : BY_ARN.find(([arn]) => arn.test(literal))?.[1];
  if (byArn) return byArn;
  const named = template.references(source).map(({ resource }) => resource);
  const types = template.resources.filter(({ id }) => named.includes(id)).map(({ type }) => type);
  return BY_TYPE.find(([type]) => types.some((one) => type.test(one)))?.[1];
}

/** SAM says it by the type of the event around the filter. */
function ofSamEvent(node: TreeNode): RecordService | undefined {
  for (let at = node.parent; at; at = at.kind === 'property' ? at.parent.parent : at.parent) {
    const type = at.kind === 'property' ? get(at.parent, 'Type') : undefined;
    if (type?.kind !== 'string') continue;
    return BY_TYPE.find(([name]) => name.test(type.value))?.[1];
  }
  return undefined;
}

function ofFields(root: TreeNode | undefined): RecordService | undefined {
  const names = root?.kind === 'object' ? root.properties.map(({ name }) => name.split('.')[0]) : [];
  return names.map((name) => BY_FIELD[name]).find((service) => service !== undefined);
}
