import type { Field } from '../../catalog/fieldTypes';
import { taskFields } from '../../catalog/fields/task';
import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

const HEARTBEAT = taskFields.get('HeartbeatSeconds');
const TIMEOUT = taskFields.get('TimeoutSeconds');

export default defineRule({
  id: 'asl/heartbeat-not-below-timeout',
  subject: 'field',
  only: ({ field }) => field === HEARTBEAT,
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

  *check({ owner, property: { value: heartbeat } }) {
    const beat = seconds(HEARTBEAT, heartbeat);
    const timeout = seconds(TIMEOUT, get(owner.node, 'TimeoutSeconds'));
    if (!heartbeat || timeout === undefined || beat === undefined || beat < timeout) return;
    yield {
      span: heartbeat.span,
      message: `The heartbeat of ${beat} seconds is not shorter than the timeout of ${timeout} seconds.`,
    };
  },
});

/** A literal in the range of its field; one outside is a mistake of its own. */
function seconds(field: Field | undefined, value: TreeNode | undefined): number | undefined {
  if (value?.kind !== 'number' || field?.shape.kind !== 'integer') return undefined;
  const { min = 0, max = Infinity } = field.shape;
  const number = Number(value.value);
  return number >= min && number <= max ? number : undefined;
}
