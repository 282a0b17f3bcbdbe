import assert from 'node:assert/strict';
import { lint } from '../../../src/rules/run';
import type { MachineType } from '../../../src/model/stateMachine';

type Json = Record<string, unknown>;

const call = (resource: string, fields: Json = {}): Json => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  Parameters: {},
  ...fields,
});
const done = { Done: { Type: 'Succeed' } };
const machine = (states: Json, fields: Json = {}): Json => ({
  StartAt: Object.keys(states)[0],
  States: states,
  ...fields,
});

/** A step that is caught, with what comes behind the Catch. */
const caught = (catcher: Json, handler: Json, step: Json = {}): Json =>
  machine({
    Step: call('aws-sdk:s3:listBuckets', {
      Catch: [{ ErrorEquals: ['States.ALL'], ...catcher, Next: 'Handle' }],
      Next: 'Done',
      ...step,
    }),
    Handle: handler,
    ...done,
  });

/** A loop that asks after what `start` begins, in the shape of most examples. */
const polling = (start: string, ask: string, wait: Json = { Seconds: 30 }): Json =>
  machine({
    Start: call(start, { ResultPath: '$.run', Next: 'Wait' }),
    Wait: { Type: 'Wait', ...wait, Next: 'Ask' },
    Ask: call(ask, { ResultPath: '$.now', Next: 'Over?' }),
    'Over?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.now.State', StringEquals: 'SUCCEEDED', Next: 'Done' }],
      Default: 'Wait',
    },
    ...done,
  });

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly machine: Json;
  readonly type?: MachineType;
  /** Severities with the number of fixes, in the order of the places. */
  readonly found: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'the handler behind a Wait reads the input',
    rule: 'asl/catch-overwrites-input',
    machine: machine({
      Step: call('aws-sdk:s3:listBuckets', {
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Pause' }],
        Next: 'Done',
      }),
      Pause: { Type: 'Wait', Seconds: 1, Next: 'Handle' },
      Handle: call('sqs:sendMessage', {
        Parameters: { QueueUrl: 'q', 'MessageBody.$': '$.order' },
        Next: 'Done',
      }),
      ...done,
    }),
    found: ['warning 1'],
  },
  {
    name: 'the handler reads the error as well, which would have to be found elsewhere then',
    rule: 'asl/catch-overwrites-input',
    machine: caught(
      {},
      call('sqs:sendMessage', {
        Parameters: { QueueUrl: 'q', MessageBody: { 'order.$': '$.order', 'cause.$': '$.Cause' } },
        Next: 'Done',
      }),
    ),
    found: ['warning 0'],
  },
  {
    name: 'a choice about the error',
    rule: 'asl/catch-overwrites-input',
    machine: caught(
      {},
      {
        Type: 'Choice',
        Choices: [{ Variable: '$.Error', StringEquals: 'Refused', Next: 'Done' }],
        Default: 'Done',
      },
    ),
    found: [],
  },
  {
    name: 'a handler that selects the cause first',
    rule: 'asl/catch-overwrites-input',
    machine: caught(
      {},
      call('sqs:sendMessage', {
        InputPath: '$.Cause',
        Parameters: { QueueUrl: 'q', 'MessageBody.$': '$.text' },
        Next: 'Done',
      }),
    ),
    found: [],
  },
  {
    name: 'nothing of an error is left',
    rule: 'asl/catch-all-swallows',
    machine: caught({ ResultPath: null }, { Type: 'Pass', Next: 'Done' }),
    found: ['warning 0'],
  },
  {
    name: 'a step that may fail',
    rule: 'asl/catch-all-swallows',
    machine: machine({
      Step: call('aws-sdk:s3:listBuckets', {
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
        Next: 'Done',
      }),
      ...done,
    }),
    found: ['info 0'],
  },
  {
    name: 'somebody is told',
    rule: 'asl/catch-all-swallows',
    machine: caught({}, call('sns:publish', { Parameters: { Message: 'm' }, End: true })),
    found: ['info 0'],
  },
  {
    name: 'work is done to repair it',
    rule: 'asl/catch-all-swallows',
    machine: caught({}, call('lambda:invoke', { Parameters: { FunctionName: 'repair' }, End: true })),
    found: [],
  },
  {
    name: 'an Express machine that answers',
    rule: 'asl/catch-all-swallows',
    machine: caught({}, { Type: 'Pass', Result: { statusCode: 500 }, End: true }),
    type: 'EXPRESS',
    found: ['info 0'],
  },
  {
    name: 'a Glue job that could be waited for',
    rule: 'asl/poll-loop-instead-of-sync',
    machine: polling('aws-sdk:glue:startJobRun', 'aws-sdk:glue:getJobRun'),
    found: ['warning 1'],
  },
  {
    name: 'an EMR step, whose start takes other parameters',
    rule: 'asl/poll-loop-instead-of-sync',
    machine: polling('aws-sdk:emr:addJobFlowSteps', 'aws-sdk:emr:describeStep'),
    found: ['warning 0'],
  },
  {
    name: 'a crawler',
    rule: 'asl/poll-loop-instead-of-sync',
    machine: polling('aws-sdk:glue:startCrawler', 'aws-sdk:glue:getCrawler'),
    found: [],
  },
  {
    name: 'a transcription, for which there is no ".sync"',
    rule: 'asl/poll-loop-instead-of-sync',
    machine: polling('aws-sdk:transcribe:startTranscriptionJob', 'aws-sdk:transcribe:getTranscriptionJob'),
    found: [],
  },
  {
    name: 'an Express machine, which cannot wait for jobs',
    rule: 'asl/poll-loop-instead-of-sync',
    machine: polling('aws-sdk:glue:startJobRun', 'aws-sdk:glue:getJobRun'),
    type: 'EXPRESS',
    found: [],
  },
  {
    name: 'a loop that another rule has an answer to',
    rule: 'asl/unbounded-loop',
    machine: polling('aws-sdk:glue:startJobRun', 'aws-sdk:glue:getJobRun'),
    found: [],
  },
  {
    name: 'a loop of children that end after five minutes',
    rule: 'asl/unbounded-loop',
    machine: machine({
      Each: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          ...polling('aws-sdk:glue:startCrawler', 'aws-sdk:glue:getCrawler'),
        },
        End: true,
      },
    }),
    found: [],
  },
  {
    name: 'a short pause, and nothing ends the loop',
    rule: 'asl/tight-wait-loop',
    machine: polling('aws-sdk:glue:startCrawler', 'aws-sdk:glue:getCrawler', { Seconds: 3 }),
    found: ['info 1'],
  },
  {
    name: 'a job that something waits for',
    rule: 'asl/fire-and-forget-job',
    machine: polling('aws-sdk:glue:startJobRun', 'aws-sdk:glue:getJobRun'),
    found: [],
  },
  {
    name: 'a function that is filled in',
    rule: 'asl/no-lambda-transient-retry',
    machine: machine({ A: { Type: 'Task', Resource: '${LoadFunctionArn}', End: true } }),
    found: ['warning 1'],
  },
  {
    name: 'an activity that is filled in',
    rule: 'asl/no-lambda-transient-retry',
    machine: machine({ A: { Type: 'Task', Resource: '${LoadActivityArn}', End: true } }),
    found: [],
  },
  {
    name: 'errors that are filled in',
    rule: 'asl/no-lambda-transient-retry',
    machine: machine({
      A: { Type: 'Task', Resource: '${LoadFunctionArn}', Retry: [{ ErrorEquals: ['${Errors}'] }], End: true },
    }),
    found: [],
  },
];

describe('anti-patterns of a state machine', () => {
  for (const { name, rule, machine: definition, type = 'STANDARD', found } of CASES) {
    it(`${rule}: ${name}`, () => {
      const config = { rules: {}, machineType: type, ignore: [] };
      const findings = lint({ path: 'a.asl.json', text: JSON.stringify(definition) }, { config });
      assert.deepEqual(
        findings
          .filter((each) => each.rule === rule)
          .map(({ severity, fixes }) => `${severity} ${fixes.length}`),
        found,
      );
    });
  }
});
