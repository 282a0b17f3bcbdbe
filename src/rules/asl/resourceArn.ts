import type { TaskResource } from '../../model/taskResources';
import { TreeEditor } from '../../syntax/edit';
import type { Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/resource-arn',
  subject: 'task',
  only: ({ problems }) => problems.length > 0,
  severity: 'error',
  summary: 'The "Resource" of a Task is the ARN of a function, an activity or a service integration.',
  why: 'AWS refuses any other text, a bare function name and a `{% %}` expression included.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "«load-orders»", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "«arn:aws:states:::lambda»", "Parameters": { "FunctionName": "f" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage«.waitForToken»", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "{{resolve:ssm:/orders/function}}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f:$LATEST", "Next": "B" }, "B": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:sign", "Next": "C" }, "C": { "Type": "Task", "Resource": "arn:${AWS::Partition}:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "D" }, "D": { "Type": "Task", "Resource": "${Function}", "End": true } } }',
  ],

  check(task, { machine: { tree } }) {
    return judge(tree, task);
  },
});

function* judge(tree: Tree, { node, arn }: TaskResource): Iterable<Finding> {
  for (const { start, end, message, suggestion } of arn.problems) {
    const mended =
      suggestion !== undefined && node.value.slice(0, start) + suggestion + node.value.slice(end);
    yield {
      span: { start: node.mapped.toHost(start), end: node.mapped.toHost(end) },
      message,
      fixes: mended
        ? [{ title: `Change to "${suggestion}"`, edits: [new TreeEditor(tree).replace(node, mended)] }]
        : undefined,
    };
  }
}
