import { get } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/heartbeat-not-below-timeout',
  subject: 'stateMachine',
  severity: 'error',
  summary: '"HeartbeatSeconds" is smaller than "TimeoutSeconds".',
  why: 'The task would always time out before a heartbeat could be missed; the States Language demands a smaller value.',
  reference: 'https://states-language.net/spec.html#task-state',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "TimeoutSeconds": 60, "HeartbeatSeconds": «60», "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "TimeoutSeconds": 60, "HeartbeatSeconds": 20, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "TimeoutSecondsPath": "$.t", "HeartbeatSeconds": 60, "End": true } } }',
  ],

  *check({ states }) {
    for (const { type, node } of states) {
      if (type !== 'Task') continue;
      const heartbeat = get(node, 'HeartbeatSeconds');
      const timeout = seconds(node, 'TimeoutSeconds');
      const beat = seconds(node, 'HeartbeatSeconds');
      if (!heartbeat || timeout === undefined || beat === undefined || beat < timeout) continue;
      yield {
        span: heartbeat.span,
        message: `The heartbeat of ${beat} seconds is not shorter than the timeout of ${timeout} seconds.`,
      };
    }
  },
});

function seconds(node: ObjectNode, name: string): number | undefined {
  const value = get(node, name);
  return value?.kind === 'number' ? Number(value.value) : undefined;
}
