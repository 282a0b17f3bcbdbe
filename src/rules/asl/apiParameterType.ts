import type { ApiType } from '../../catalog/api';
import { requestProblems } from '../../model/apiRequest';
import type { TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/api-parameter-type',
  subject: 'task',
  only: ({ kind }) => kind === 'optimized' || kind === 'sdk',
  severity: 'warning',
  summary: 'A parameter that is written out has the type that the API of the service takes.',
  why: 'Step Functions cannot make a list of a text or an object of a number, and the state fails each time that it is entered.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:startInstances", "Parameters": { "InstanceIds": «"i-1"» }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Arguments": { "JobName": "j", "Arguments": «["--day", "1"]», "NumberOfWorkers": «"many"» }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:deleteObjects", "Parameters": { "Bucket": "b", "Delete": { "Objects": [{ "Key": "k" }], "Quiet": «1» } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:startInstances", "Parameters": { "InstanceIds.$": "States.Array($.id)", "DryRun": "${DryRun}" }, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "q", "MessageBody": { "a": 1 }, "DelaySeconds": "{% $states.input.delay %}" }, "End": true } } }',
  ],

  check(task) {
    const problems = requestProblems(task);
    if (problems.length === 0) return undefined;
    return problems.flatMap((problem) => {
      if (problem.kind !== 'type') return [];
      const { node, name, type } = problem;
      const message = `"${name}" takes ${TAKES[type.kind]}, and this is ${IS[node.kind]}.`;
      return [{ span: node.span, message }];
    });
  },
});

const TAKES: Readonly<Record<ApiType['kind'], string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  blob: 'data',
  timestamp: 'a time',
  any: 'any value',
  enum: 'a word',
  list: 'a list',
  map: 'an object',
  structure: 'an object',
};

const IS: Readonly<Record<TreeNode['kind'], string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  dynamic: 'filled in',
};
