import type { StringNode, TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/hardcoded-arn',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'An ARN does not name an account.',
  why: 'A definition with an account written into it calls that account wherever it is deployed, or is refused there. "DefinitionSubstitutions" or Terraform\'s "templatefile" fill in what differs.',
  reference:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": «"arn:aws:lambda:eu-west-1:111122223333:function:load"» }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Comment": "was arn:aws:lambda:eu-west-1:111122223333:function:load", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "${LoadFunction}" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "policy": "arn:aws:iam::aws:policy/ReadOnlyAccess", "queue": "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders" }, "End": true } } }',
  ],

  *check({ root, tree }) {
    if (!ARN.test(tree.source.text)) return;
    for (const node of texts(root)) {
      const match = ARN.exec(node.value);
      if (!match || OWNED_BY_AWS.has(match[1])) continue;
      yield { span: node.span, message: `Account ${match[1]} is written into this ARN.` };
    }
  },
});

const ARN = /arn:aws[\w-]*:[\w-]+:[\w-]*:(\d{12}):/;

/** Accounts in which AWS publishes layers and applications for everybody. */
const OWNED_BY_AWS: ReadonlySet<string> = new Set([
  '017000801446',
  '094274105915',
  '297356227824',
  '336392948345',
  '580247275435',
  '943013980633',
]);

function* texts(node: TreeNode | undefined): Iterable<StringNode> {
  if (node?.kind === 'string') yield node;
  else if (node?.kind === 'array') for (const item of node.items) yield* texts(item);
  else if (node?.kind === 'object') {
    for (const { name, value } of node.properties) if (name !== 'Comment') yield* texts(value);
  }
}
