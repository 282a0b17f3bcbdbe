import { apiDate } from '../../catalog/api';
import { nearest } from '../../expressions/nearest';
import { requestProblems } from '../../model/apiRequest';
import { TreeEditor } from '../../syntax/edit';
import { listed } from '../listed';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/unknown-api-value',
  subject: 'task',
  only: ({ kind }) => kind === 'optimized' || kind === 'sdk',
  severity: 'warning',
  summary: 'A parameter that takes one of several words has a word that the API of the service lists.',
  why: 'The service refuses another word, and the state fails each time that it is entered. It is a warning where one of the words was plainly meant and information elsewhere, because a service may have more words than the catalogue.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": { "TaskDefinition": "t", "LaunchType": «"FARGET"» }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": { "TaskDefinition": "t", "LaunchType": "FARGATE" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:eventbridge:putRule", "Arguments": { "Name": "r", "ScheduleExpression": "rate(1 day)", "State": «"enabled"» }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:eventbridge:putRule", "Arguments": { "Name": "r", "ScheduleExpression": "rate(1 day)", "State": "ENABLED" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "x" } }, "ReturnValues": «"EVERYTHING"» }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "LaunchType": "FARGATE", "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["s"], "AssignPublicIp": "${PublicIp}" } } }, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Arguments": { "TaskDefinition": "t", "LaunchType": "{% $states.input.type %}" }, "End": true } } }',
  ],

  check(task, { machine: { tree } }) {
    const problems = requestProblems(task);
    if (problems.length === 0) return undefined;
    return problems.flatMap((problem): Finding[] => {
      if (problem.kind !== 'value') return [];
      const { node, name, values } = problem;
      const near = nearest(node.value, values);
      const message = `The API models of ${apiDate() ?? ''} do not list "${node.value}" for "${name}", but ${listed(values, 6)}.`;
      if (near === undefined) return [{ span: node.span, message, severity: 'info' }];
      const edits = [new TreeEditor(tree).replace(node, near)];
      return [{ span: node.span, message, fixes: [{ title: `Change to "${near}"`, edits }] }];
    });
  },
});
