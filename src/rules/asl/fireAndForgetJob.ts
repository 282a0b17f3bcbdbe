import { jobStartedBy } from '../../catalog/jobs';
import { successors } from '../../model/cycles';
import type { State } from '../../model/stateMachine';
import { taskCalls, type TaskCall } from '../../model/taskCalls';
import { TreeEditor } from '../../syntax/edit';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/fire-and-forget-job',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'What follows a job starts when the job has ended.',
  why: 'Without ".sync" the Task is over as soon as the service has taken the job on. The next step may read data that is not there yet, and nobody learns that the job failed.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
  note: 'step-functions#waiting',
  bad: [
    {
      text: '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": «"arn:aws:states:::glue:startJobRun"», "Parameters": { "JobName": "j" }, "ResultPath": null, "Next": "Report" }, "Report": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "report" }, "End": true } } }',
      fixed:
        '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "ResultPath": null, "Next": "Report" }, "Report": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "report" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "Next": "Report" }, "Report": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "report" }, "End": true } } }',
    '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "j" }, "End": true } } }',
    // Only told of.
    '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "j" }, "Next": "Tell" }, "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "started" }, "End": true } } }',
    // Somebody says when it is over.
    '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t" }, "Next": "Hear" }, "Hear": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }, "Next": "Report" }, "Report": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "report" }, "End": true } } }',
  ],

  *check(machine) {
    if (machine.type === 'EXPRESS') return;
    const calls = taskCalls(machine);
    const editor = new TreeEditor(machine.tree);
    const names = new Set([...calls.values()].map(({ name }) => name));
    for (const call of calls.values()) {
      const job = jobStartedBy(call.name);
      if (!job?.awaited || call.arn.pattern !== 'requestResponse') continue;
      // Asking for the state of the work, in whatever way, is waiting for it.
      if ([...names].some((name) => name.startsWith(`${call.service}:`) && ASKS.test(name))) continue;
      const dependent = nextWork(call.state, calls);
      if (!dependent) continue;
      const resource = `arn:${call.arn.parts.partition?.text ?? 'aws'}:states:::${job.start}.sync`;
      const direct = call.name === job.start && !call.arn.dynamic && !call.node.dynamic;
      yield {
        span: call.node.span,
        message: `"${dependent.name}" starts while ${job.title} of "${call.state.name}" is still running, and its failure goes unnoticed.`,
        related: [{ span: dependent.key.span, message: 'This does not wait.' }],
        fixes: direct
          ? [{ title: `Change to "${resource}"`, edits: [editor.replace(call.node, resource)] }]
          : [],
      };
    }
  },
});

const ASKS = /:(?:get|describe|list|batchGet)/;

/** The first Task behind a state that may need what the job makes; a Wait or a callback may stand for its end. */
function nextWork(from: State, calls: ReadonlyMap<State, TaskCall>): State | undefined {
  const seen = new Set<State>();
  const handlers = new Set(from.catchers.flatMap(({ properties }) => properties));
  const pending = from.transitions
    .filter(({ property }) => !handlers.has(property))
    .map(({ target }) => target && from.scope.byName.get(target.value));
  for (let state = pending.pop(); state ?? pending.length > 0; state = pending.pop()) {
    if (!state || seen.has(state)) continue;
    seen.add(state);
    const call = calls.get(state);
    if (state.type === 'Pass' || state.type === 'Choice') pending.push(...successors(state));
    else if (state.type === 'Task' && !(call && isIndependent(call))) return state;
  }
  return undefined;
}

/** Telling somebody, noting something down or starting the next job needs no finished work. */
function isIndependent({ name, arn }: TaskCall): boolean {
  return (
    arn.pattern === 'waitForTaskToken' ||
    /^(?:sns|sqs|events|ses|sesv2|dynamodb|cloudwatch|ssm):/.test(name) ||
    jobStartedBy(name) !== undefined
  );
}
