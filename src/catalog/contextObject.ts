/**
 * What the context object holds: `$$.State.Name` in JSONPath, `$states.context.State.Name` in JSONata.
 * "Accessing execution data from the Context object" in the Step Functions guide, as of 2026.
 */
export interface ContextEntry {
  /** From the root, dots between names. */
  readonly path: string;
  readonly type: 'any' | 'number' | 'object' | 'string' | 'timestamp';
  readonly doc: string;
  /** Where it exists; `always` is every state of every execution. */
  readonly available: 'always' | 'taskToken' | 'map' | 'redriven';
}

export const CONTEXT_OBJECT: readonly ContextEntry[] = [
  { path: 'Execution', type: 'object', doc: 'The execution that is running.', available: 'always' },
  { path: 'Execution.Id', type: 'string', doc: 'ARN of the execution.', available: 'always' },
  {
    path: 'Execution.Input',
    type: 'any',
    doc: 'The input that the execution was started with.',
    available: 'always',
  },
  { path: 'Execution.Name', type: 'string', doc: 'Name of the execution.', available: 'always' },
  {
    path: 'Execution.RoleArn',
    type: 'string',
    doc: 'ARN of the role that the state machine runs with.',
    available: 'always',
  },
  {
    path: 'Execution.StartTime',
    type: 'timestamp',
    doc: 'When the execution was started, in ISO 8601.',
    available: 'always',
  },
  {
    path: 'Execution.RedriveCount',
    type: 'number',
    doc: 'How often the execution has been redriven; 0 at first.',
    available: 'always',
  },
  {
    path: 'Execution.RedriveTime',
    type: 'timestamp',
    doc: 'When the execution was last redriven.',
    available: 'redriven',
  },
  { path: 'State', type: 'object', doc: 'The state that is running.', available: 'always' },
  {
    path: 'State.EnteredTime',
    type: 'timestamp',
    doc: 'When the state was entered, in ISO 8601.',
    available: 'always',
  },
  { path: 'State.Name', type: 'string', doc: 'Name of the state.', available: 'always' },
  {
    path: 'State.RetryCount',
    type: 'number',
    doc: 'How often the state has been retried; 0 on the first try.',
    available: 'always',
  },
  { path: 'StateMachine', type: 'object', doc: 'The state machine that is running.', available: 'always' },
  { path: 'StateMachine.Id', type: 'string', doc: 'ARN of the state machine.', available: 'always' },
  { path: 'StateMachine.Name', type: 'string', doc: 'Name of the state machine.', available: 'always' },
  { path: 'Task', type: 'object', doc: 'The task that waits for a callback.', available: 'taskToken' },
  {
    path: 'Task.Token',
    type: 'string',
    doc: 'What the worker hands back in SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat.',
    available: 'taskToken',
  },
  { path: 'Map', type: 'object', doc: 'The iteration of the nearest Map.', available: 'map' },
  { path: 'Map.Item', type: 'object', doc: 'The item that this iteration works on.', available: 'map' },
  {
    path: 'Map.Item.Index',
    type: 'number',
    doc: 'Position of the item in the array, from 0.',
    available: 'map',
  },
  { path: 'Map.Item.Value', type: 'any', doc: 'The item itself.', available: 'map' },
  {
    path: 'Map.Item.Key',
    type: 'string',
    doc: 'Key of the item, where the Map goes over an object.',
    available: 'map',
  },
  {
    path: 'Map.Item.Source',
    type: 'string',
    doc: 'Where a Distributed Map read the item: the URI of the file, or STATE_DATA.',
    available: 'map',
  },
];
