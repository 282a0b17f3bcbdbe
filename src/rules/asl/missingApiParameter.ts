import { integrationAction } from '../../catalog/integrations';
import { nearest } from '../../expressions/nearest';
import { type RequestProblem, requestProblems } from '../../model/apiRequest';
import { emptyRequest } from '../../model/apiSkeleton';
import type { TaskResource } from '../../model/taskResources';
import { TreeEditor } from '../../syntax/edit';
import type { Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/missing-api-parameter',
  subject: 'task',
  only: ({ kind }) => kind === 'optimized' || kind === 'sdk',
  severity: 'warning',
  summary: 'A Task gives the action that it calls every parameter that the API of the service requires.',
  why: 'The service refuses the call, and the state fails each time that it is entered.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", «"Parameters"»: { "Bucket": "b" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", «"Arguments"»: { "JobName": "j", "JobQueue": "{% $states.input.queue %}" }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Arguments": { "JobName": "j", "JobQueue": "{% $states.input.queue %}", "JobDefinition": "" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:lambda:tagResource", «"Parameters"»: { "Resource.$": "$.arn" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:lambda:tagResource", "Parameters": { "Resource.$": "$.arn", "Tags": {} }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData", "Parameters": { "Namespace": "n", "MetricData": [{ "MetricName": "m", "Value": 1, «"Dimensions"»: [{ "Name": "d" }] }] }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudwatch:putMetricData", "Parameters": { "Namespace": "n", "MetricData": [{ "MetricName": "m", "Value": 1, "Dimensions": [{ "Name": "d", "Value": "" }] }] }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket.$": "$.bucket", "Key.$": "$.key" }, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Arguments": "{% $states.input %}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket.$": "$.bucket", "Kye.$": "$.key" }, "End": true } } }',
  ],

  check(task, { machine: { tree } }) {
    const problems = requestProblems(task);
    return problems.length > 0 ? judge(tree, task, problems) : undefined;
  },
});

function* judge(tree: Tree, task: TaskResource, problems: readonly RequestProblem[]): Iterable<Finding> {
  const { service = '', action = '', kind } = task.arn;
  const checked = kind === 'optimized' ? integrationAction(service, action)?.required : undefined;
  for (const problem of problems) {
    if (problem.kind !== 'missing') continue;
    const { object, key } = problem;
    // What AWS itself refuses is an error, and what is misspelt is found where it stands.
    const top = key.parent === task.state.node;
    const written = object.properties.map((one) => one.name.replace(/\.\$$/, ''));
    const members = problem.members
      .filter(({ name }) => !top || !checked?.includes(name))
      .filter(({ name }) => nearest(name, written) === undefined);
    if (members.length === 0) continue;
    const names = members.map(({ name }) => `"${name}"`).join(' and ');
    const editor = new TreeEditor(tree);
    yield {
      span: key.key.span,
      message: `"${service}:${action}" requires ${names}${top ? '' : `, in "${key.name}"`}.`,
      fixes: members.map(({ name, type }) => ({
        title: `Add "${name}"`,
        edits: [editor.add(object, name, emptyRequest(type))],
      })),
    };
  }
}
