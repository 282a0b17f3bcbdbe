import { jobStartedBy } from '../../catalog/jobs';
import { integrationAction } from '../../catalog/integrations';
import { taskCalls, type TaskCall } from '../../model/taskCalls';
import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';
import { addTimeout, isLimited } from './timeoutOfWork';

export default defineRule({
  id: 'asl/no-timeout-sync',
  subject: 'task',
  only: ({ kind, pattern }) => kind === 'optimized' && (pattern === 'sync' || pattern === 'sync:2'),
  severity: 'info',
  summary: 'A Task that waits for a job has a timeout, or the job has one.',
  why: 'A job that hangs keeps the state, and with it the execution, waiting. When the timeout strikes, Step Functions also stops the job where the service lets it.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  note: 'step-functions#waiting',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": { "TaskDefinition": "t" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 86400, "Parameters": { "TaskDefinition": "t" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 3600, "Parameters": { "TaskDefinition": "t" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j", "Timeout": 60 }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": { "JobName": "j", "JobQueue": "q", "JobDefinition": "d", "Timeout": { "AttemptDurationSeconds": 600 } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.sync", "Parameters": { "FunctionName": "f" }, "End": true } } }',
  ],

  check({ state, arn: { pattern, service = '', action = '' } }, { machine }) {
    if (!pattern || isLimited(machine, state)) return undefined;
    // What does not wait at AWS has nothing to limit.
    if (!integrationAction(service, action)?.patterns.includes(pattern)) return undefined;
    const call = machine.type === 'EXPRESS' ? undefined : taskCalls(machine).get(state);
    if (!call || endsByItself(call)) return undefined;
    return [
      {
        span: state.key.span,
        message: `"${state.name}" waits for "${call.name}" without a timeout: a job that hangs keeps the execution open.`,
        fixes: addTimeout(machine.tree, state),
      },
    ];
  },
});

/** True where the request gives the job a time limit, or where it is not known what the request holds. */
function endsByItself({ name, state }: TaskCall): boolean {
  const request = get(state.node, 'Parameters') ?? get(state.node, 'Arguments');
  if (request && request.kind !== 'object') return true;
  return (jobStartedBy(name)?.ownTimeouts ?? []).some((path) => {
    let at: TreeNode | undefined = request;
    for (const step of path) at = get(at, step) ?? get(at, `${step}.$`);
    return at !== undefined;
  });
}
