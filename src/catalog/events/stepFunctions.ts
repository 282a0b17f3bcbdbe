import { boolean, number, oneOf, text, type EventType } from './eventType';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:nightly-load';
const EXECUTION = 'arn:aws:states:us-east-1:123456789012:execution:nightly-load:2027-03-01';

const execution = (status: string, more: object): unknown => ({
  executionArn: EXECUTION,
  stateMachineArn: MACHINE,
  name: '2027-03-01',
  status,
  startDate: 1_803_880_800_000,
  stopDate: status === 'RUNNING' ? null : 1_803_882_000_000,
  input: '{"day":"2027-03-01"}',
  inputDetails: { included: true },
  output: null,
  outputDetails: null,
  error: null,
  cause: null,
  redriveCount: 0,
  redriveDate: null,
  ...more,
});

/** Events of AWS Step Functions; Express executions send none. */
export const STEP_FUNCTIONS_EVENTS: readonly EventType[] = [
  {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    meaning: 'A Standard execution has started, ended, or is about to be redriven.',
    fields: [
      text('stateMachineArn', 'The state machine.'),
      oneOf('status', 'What the execution does now.', [
        'RUNNING',
        'SUCCEEDED',
        'FAILED',
        'TIMED_OUT',
        'ABORTED',
        'PENDING_REDRIVE',
      ]),
      text('name', 'The name of the execution.'),
      text('executionArn', 'The execution.'),
      text('error', 'The name of the error; `null` where there is none.'),
      text('cause', 'What was said of the error.'),
      text('input', 'The input as JSON text; absent above 248 KiB.'),
      text('output', 'The output as JSON text; absent above 248 KiB.'),
      boolean('inputDetails.included', 'Whether the input is in the event.'),
      boolean('outputDetails.included', 'Whether the output is in the event.'),
      number('startDate', 'When it started, in milliseconds since 1970.'),
      number('stopDate', 'When it ended, in milliseconds since 1970.'),
      text('stateMachineVersionArn', 'The version that runs.'),
      text('stateMachineAliasArn', 'The alias by which it was started.'),
      number('redriveCount', 'How often it was redriven.'),
    ],
    samples: [
      {
        title: 'Step Functions execution started',
        resources: [EXECUTION],
        detail: execution('RUNNING', {}),
      },
      {
        title: 'Step Functions execution succeeded',
        resources: [EXECUTION],
        detail: execution('SUCCEEDED', { output: '{"rows":1204}', outputDetails: { included: true } }),
      },
      {
        title: 'Step Functions execution failed',
        resources: [EXECUTION],
        detail: execution('FAILED', { error: 'Load.Rejected', cause: 'Row 17 has no key' }),
      },
      {
        title: 'Step Functions execution timed out',
        resources: [EXECUTION],
        detail: execution('TIMED_OUT', {}),
      },
    ],
    status: { filters: ['status'], failed: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    page: 'Automating Step Functions event delivery with EventBridge',
  },
];
