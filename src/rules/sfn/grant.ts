import type { Resource, Template } from '../../model/template';
import { TreeEditor, type PlainValue, type TextEdit } from '../../syntax/edit';
import { property } from '../../syntax/navigate';

/** What a machine needs to send its logs to CloudWatch. "Logging using CloudWatch Logs", 2026. */
export const LOG_DELIVERY: PlainValue = {
  Effect: 'Allow',
  Action: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  Resource: '*',
};

/** Adds a statement or several to a role, or to a machine of SAM that has a role of its own; nothing where that cannot be written. */
export function grant(
  { type, properties, writable }: Resource,
  name: string,
  statement: PlainValue,
  { tree, kind }: Template,
): TextEdit | undefined {
  if (!writable || (kind !== 'cloudformation' && kind !== 'sam')) return undefined;
  const statements = Array.isArray(statement) ? statement : [statement];
  const policy: PlainValue =
    type === 'AWS::IAM::Role'
      ? { PolicyName: name, PolicyDocument: { Version: '2012-10-17', Statement: statements } }
      : { Statement: statements };
  const written = property(properties, 'Policies');
  const editor = new TreeEditor(tree);
  if (!written) return editor.add(properties, 'Policies', [policy]);
  return written.value?.kind === 'array' ? editor.insert(written.value, policy) : undefined;
}
