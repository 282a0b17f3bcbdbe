import { defineRule } from '../rule';
import { addTimeout, isLimited } from './timeoutOfWork';

export default defineRule({
  id: 'asl/no-timeout-task-token',
  subject: 'task',
  only: ({ kind, pattern }) => pattern === 'waitForTaskToken' || kind === 'activity',
  severity: 'warning',
  summary: 'A Task that waits for a callback or an activity has a timeout or a heartbeat.',
  why: 'When the callback is lost, or no worker is running, the execution stays open for up to a year and nobody is told.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  note: 'step-functions#waiting',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 86400, "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 3600, "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }, "End": true } } }',
    '{ "TimeoutSeconds": 3600, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:sign", "TimeoutSecondsPath": "$.limit", "End": true } } }',
  ],

  check({ state, arn }, { machine }) {
    // An Express machine cannot wait like this, and another rule says so.
    if (machine.type === 'EXPRESS' || isLimited(machine, state)) return undefined;
    const awaited = arn.pattern === 'waitForTaskToken' ? 'a callback' : 'a worker';
    return [
      {
        span: state.key.span,
        message: `"${state.name}" waits for ${awaited} without a timeout or heartbeat: one that never comes keeps the execution open for up to a year.`,
        fixes: addTimeout(machine.tree, state),
      },
    ];
  },
});
