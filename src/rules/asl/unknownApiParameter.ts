import { nearest } from '../../expressions/nearest';
import { type RequestProblem, requestProblems } from '../../model/apiRequest';
import type { TaskResource } from '../../model/taskResources';
import { TreeEditor } from '../../syntax/edit';
import type { Property, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/unknown-api-parameter',
  subject: 'task',
  only: ({ kind }) => kind === 'optimized' || kind === 'sdk',
  severity: 'warning',
  summary: 'A Task gives the action that it calls only parameters that the API of the service knows.',
  why: 'Step Functions refuses a parameter that the action does not have. It spells all of them as the AWS SDK for Java does, but with a big letter at the start, whatever the API itself calls them. It is a warning, because a new parameter may be younger than the catalogue.',
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
    // The API itself calls it "DBInstanceIdentifier".
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:stopDBInstance", "Parameters": { «"DBInstanceIdentifier.$"»: "$.id" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:stopDBInstance", "Parameters": { "DbInstanceIdentifier.$": "$.id" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "NetworkConfiguration": { «"AwsVpcConfiguration"»: { "Subnets": ["s"] } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["s"] } } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:deleteMessage", "Parameters": { "QueueUrl": "q", "ReceiptHandle": "r", «"Comment"»: "done" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:stopDBInstance", "Parameters": { "DbInstanceIdentifier": "d" }, "End": true } } }',
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
    if (problem.kind === 'spelling') {
      const { property, name, member } = problem;
      const message = `"${name}" is spelled "${member.name}" in Step Functions.`;
      yield renaming(tree, property, message, member.name + property.name.slice(name.length));
    } else if (problem.kind === 'unknown') {
      const { property, name, structure } = problem;
      const near = nearest(name, structure.members.keys());
      const meant = near === undefined ? undefined : near + property.name.slice(name.length);
      const { service, action } = task.arn;
      const message =
        near?.toLowerCase() === name.toLowerCase()
          ? `"${name}" starts with a small letter, and parameters in Step Functions do not.`
          : `"${service}:${action}" takes no parameter "${name}" here.`;
      yield renaming(tree, property, message, meant);
    }
  }
}

function renaming(tree: Tree, property: Property, message: string, meant: string | undefined): Finding {
  const { span } = property.key;
  if (meant === undefined) return { span, message };
  const edits = [new TreeEditor(tree).rename(property, meant)];
  return { span, message, fixes: [{ title: `Rename to "${meant}"`, edits }] };
}
