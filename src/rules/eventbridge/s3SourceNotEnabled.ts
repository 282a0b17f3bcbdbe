import { eventRulesOf, type EventRule } from '../../model/resources/eventRules';
import type { Resource, Template } from '../../model/template';
import { TreeEditor } from '../../syntax/edit';
import { get, getItems, getObject } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'eventbridge/s3-source-not-enabled',
  subject: 'template',
  severity: 'error',
  summary: 'A bucket whose events a rule waits for sends them to EventBridge.',
  why: 'S3 sends nothing to EventBridge until the bucket says so. The rule then never fires, and nothing tells of it.',
  reference:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Landing:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: landing-of-orders
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail-type: [Object Created]
        detail: { bucket: { name: [!Ref «Landing»] } }
      Targets: [{ Id: load, Arn: !Ref Load }]
`,
      fixed: `Resources:
  Landing:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: landing-of-orders
      NotificationConfiguration:
        EventBridgeConfiguration:
          EventBridgeEnabled: true
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail-type: [Object Created]
        detail: { bucket: { name: [!Ref Landing] } }
      Targets: [{ Id: load, Arn: !Ref Load }]
`,
    },
    {
      text: `Resources:
  Landing: { Type: AWS::S3::Bucket, Properties: { BucketName: landing-of-orders } }
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Uploaded:
          Type: EventBridgeRule
          Properties: { Pattern: { source: [aws.s3], detail: { bucket: { name: [«landing-of-orders»] } } } }
`,
      fixed: `Resources:
  Landing: { Type: AWS::S3::Bucket, Properties: { BucketName: landing-of-orders, NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } } }
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Uploaded:
          Type: EventBridgeRule
          Properties: { Pattern: { source: [aws.s3], detail: { bucket: { name: [landing-of-orders] } } } }
`,
    },
    {
      text: `Resources:
  Landing: { Type: AWS::S3::Bucket, Properties: { BucketName: landing-of-orders } }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: !Sub '{"source": ["aws.s3"], "detail": {"bucket": {"name": [«"\${Landing}"»]}}}'
      Targets: [{ Id: load, Arn: !Ref Load }]
`,
      fixed: `Resources:
  Landing: { Type: AWS::S3::Bucket, Properties: { BucketName: landing-of-orders, NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } } }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: !Sub '{"source": ["aws.s3"], "detail": {"bucket": {"name": ["\${Landing}"]}}}'
      Targets: [{ Id: load, Arn: !Ref Load }]
`,
    },
  ],
  good: [
    `Resources:
  Landing:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail-type: [Object Created]
        detail: { bucket: { name: [!Ref Landing, !Ref Elsewhere] } }
`,
    `Resources:
  Landing: { Type: AWS::S3::Bucket }
  Created:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail-type: [AWS API Call via CloudTrail]
        detail: { requestParameters: { bucketName: [!Ref Landing] } }
`,
  ],

  *check({ located, template }) {
    for (const rule of eventRulesOf(located)) {
      for (const { node, bucket } of bucketsOf(rule, template)) {
        if (mayNotify(bucket, template)) continue;
        yield {
          span: node.span,
          message: `The bucket "${bucket.id}" sends no events to EventBridge, so that the rule "${rule.name}" never fires for it.`,
          // A module of Terraform has several files, and the notification may be in another one.
          severity: template.kind === 'terraform' ? 'warning' : 'error',
          fixes: enable(bucket, template),
        };
      }
    }
  },
});

/** The buckets of this template by name, where a rule waits for events that S3 itself sends. */
function bucketsOf({ patterns }: EventRule, template: Template): { node: TreeNode; bucket: Resource }[] {
  const buckets = template.ofType('AWS::S3::Bucket');
  return patterns.flatMap(({ node, text }) => {
    const root = text ? text.root : node;
    const sources = getItems(root, 'source').map((item) => template.literal(item));
    if (!sources.includes('aws.s3') || isCloudTrail(root, template)) return [];
    return getItems(getObject(getObject(root, 'detail'), 'bucket'), 'name').flatMap((item) => {
      const bucket = buckets.find((candidate) => isNamed(candidate, item, template));
      return bucket ? [{ node: item, bucket }] : [];
    });
  });
}

function isCloudTrail(root: TreeNode | undefined, template: Template): boolean {
  return getItems(root, 'detail-type').some((item) => template.literal(item)?.endsWith('via CloudTrail'));
}

function isNamed({ id, properties }: Resource, node: TreeNode, template: Template): boolean {
  const reference = template.reference(node);
  if (reference?.resource === id) return true;
  // In a pattern that is the text of an "Fn::Sub".
  if (node.kind === 'string' && node.value === `\${${id}}`) return true;
  const name = template.literal(get(properties, 'BucketName'));
  return name !== undefined && !name.includes('\${') && template.literal(node) === name;
}

/** True where the bucket says so, may say so, or something else sets its notifications. */
function mayNotify({ id, properties, repeated }: Resource, template: Template): boolean {
  const configuration = get(properties, 'NotificationConfiguration');
  if (repeated || (configuration && configuration.kind !== 'object')) return true;
  const own = get(configuration, 'EventBridgeConfiguration');
  if (own) return template.literal(get(own, 'EventBridgeEnabled')) !== 'false';
  return template.resources.some(
    ({ type, node }) =>
      type.startsWith('Custom::') && template.references(node).some(({ resource }) => resource === id),
  );
}

function enable({ id, properties, writable, node }: Resource, { tree, kind }: Template): Fix[] {
  if (kind !== 'cloudformation' && kind !== 'sam') return [];
  const editor = new TreeEditor(tree);
  const on = { EventBridgeConfiguration: { EventBridgeEnabled: true } };
  const configuration = getObject(properties, 'NotificationConfiguration');
  const edit = !writable
    ? editor.add(node, 'Properties', { NotificationConfiguration: on })
    : configuration
      ? editor.add(configuration, 'EventBridgeConfiguration', on.EventBridgeConfiguration)
      : editor.add(properties, 'NotificationConfiguration', on);
  return [{ title: `Let "${id}" send its events to EventBridge`, edits: [edit], safe: true }];
}
