import { nearest } from '../../expressions/nearest';
import { type RequestProblem, requestProblems } from '../../model/apiRequest';
import type { TaskResource } from '../../model/taskResources';
import { TreeEditor } from '../../syntax/edit';
import type { Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/unknown-api-parameter',
  subject: 'task',
  only: (kind) => kind === 'optimized' || kind === 'sdk',
  severity: 'warning',
  summary: 'A Task gives the action that it calls only parameters that the API of the service knows.',
  why: 'AWS refuses a parameter that the action does not have, and one that starts with a small letter, whatever the API itself calls it. It is a warning, because a new parameter may be younger than the catalogue.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { «"Buckett"»: "b", "Key.$": "$.key" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key.$": "$.key" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution", "Arguments": { «"stateMachineArn"»: "m" }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution", "Arguments": { "StateMachineArn": "m" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["s"], «"AssignPublicIP4.$"»: "$.ip" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["s"], "AssignPublicIp.$": "$.ip" } } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:deleteMessage", "Parameters": { "QueueUrl": "q", "ReceiptHandle": "r", «"Comment"»: "done" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:stopDBInstance", "Parameters": { "DBInstanceIdentifier": "d" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "anything": { "S": "x" }, "done": { "BOOL": true } } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j", "Arguments": { "--day.$": "$.day" } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "Anything": 1 }, "End": true } } }',
  ],

  check(task, { machine: { tree } }) {
    const problems = requestProblems(task);
    return problems.length > 0 ? judge(tree, task, problems) : undefined;
  },
});

function* judge(tree: Tree, task: TaskResource, problems: readonly RequestProblem[]): Iterable<Finding> {
  for (const problem of problems) {
    if (problem.kind !== 'unknown') continue;
    const { property, name, structure } = problem;
    const written = property.name;
    const near = nearest(name, structure.members.keys());
    const meant = near === undefined ? undefined : near + written.slice(name.length);
    const { service, action } = task.arn;
    yield {
      span: property.key.span,
      message:
        near?.toLowerCase() === name.toLowerCase()
          ? `"${name}" starts with a small letter, and parameters in Step Functions do not.`
          : `"${service}:${action}" takes no parameter "${name}" here.`,
      fixes:
        meant === undefined
          ? undefined
          : [{ title: `Rename to "${meant}"`, edits: [new TreeEditor(tree).rename(property, meant)] }],
    };
  }
}
