import type { Located } from '../../model/locate';
import { contains, isKey, nodeAt } from '../../syntax/navigate';
import { card } from './card';
import type { Hover } from './index';

const FILTER = {
  kind: 'filter of a bucket’s notifications',
  meaning:
    'Keys are compared with one prefix and one suffix, character by character. This is no event pattern: it has no operators and no wildcards, and it does not concern EventBridge.',
};
const SWITCH = {
  kind: 'switch of a bucket',
  meaning:
    'The bucket sends every event to EventBridge. There is no filter here: the pattern of a rule says which events start something.',
};

const WORDS: Readonly<Record<string, typeof FILTER>> = {
  Filter: FILTER,
  S3Key: FILTER,
  filter_prefix: FILTER,
  filter_suffix: FILTER,
  EventBridgeConfiguration: SWITCH,
  EventBridgeEnabled: SWITCH,
  eventbridge: SWITCH,
};

/** Resources with notifications of S3: buckets, and functions of SAM with an event of S3. */
const HOLDERS: ReadonlySet<string> = new Set([
  'AWS::S3::Bucket',
  'AWS::Serverless::Function',
  'Custom::S3BucketNotifications',
  'aws_s3_bucket_notification',
]);

/** What the filter of a bucket's notifications is, which looks like an event pattern and is none. */
export function bucketFilterHover({ template, tree }: Located, offset: number): Hover | undefined {
  if (!template || !tree) return undefined;
  const node = nodeAt(tree, offset);
  const word = node?.kind === 'string' && isKey(node) ? WORDS[node.value] : undefined;
  if (!node || node.kind !== 'string' || !word) return undefined;
  const holder = template.resources.find((resource) => contains(resource.node.span, offset));
  if (!holder || !HOLDERS.has(holder.type)) return undefined;
  return { span: node.span, markdown: card({ title: node.value, ...word }) };
}
