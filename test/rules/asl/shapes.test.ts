import assert from 'node:assert/strict';
import { lint } from '../../../src/rules/run';
import type { MachineType } from '../../../src/model/stateMachine';

type Json = Record<string, unknown>;

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:load';
const task = (fields: Json): Json => ({ Type: 'Task', Resource: FUNCTION, End: true, ...fields });
const retrier = (fields: Json): Json => task({ Retry: [{ ErrorEquals: ['States.ALL'], ...fields }] });
const inner = { StartAt: 'Inner', States: { Inner: { Type: 'Succeed' } } };
const map = (fields: Json): Json => ({ Type: 'Map', ItemProcessor: inner, End: true, ...fields });
const distributed = (fields: Json): Json => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...inner },
  End: true,
  ...fields,
});
const reader = (config: Json, fields: Json = {}): Json =>
  distributed({
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      Parameters: { Bucket: 'b', Key: 'k' },
      ReaderConfig: config,
      ...fields,
    },
  });
const call = (resource: string, Parameters: Json): Json =>
  task({ Resource: `arn:aws:states:::${resource}`, Parameters });
const jsonata = (state: Json): Json => ({ QueryLanguage: 'JSONata', ...state });

/** A machine around one state. */
const machine = (state: Json, fields: Json = {}): Json => ({
  StartAt: 'Only',
  States: { Only: state },
  ...fields,
});

/** Rules of severity error, in the order of their places, with the text at which each finding stands. */
function errors(definition: Json, machineType: MachineType): string[] {
  const text = JSON.stringify(definition);
  return lint({ path: 'x.asl.json', text }, { config: { rules: {}, machineType, ignore: [] } })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, span }) => `${rule} at ${text.slice(span.start, span.end)}`);
}

describe('the shape of a definition', () => {
  // prettier-ignore
  const refused: [name: string, definition: Json, ...found: string[]][] = [
    ['an empty machine', {}, 'asl/missing-field at {}'],
    ['a misspelt machine field', machine({ Type: 'Succeed' }, { Timeout: 5 }), 'asl/unknown-field at "Timeout"'],
    ['a state without a type', machine({ End: true }), 'asl/missing-field at "Only"'],
    ['a path as a type', machine({ Type: null }), 'asl/unknown-state-type at null'],
    ['a state of unknown type', machine({ Type: 'Taks', Resorce: 1 }), 'asl/unknown-state-type at "Taks"'],
    ['no resource', machine({ Type: 'Task', End: true }), 'asl/missing-field at "Only"'],
    ['misspelt resource', machine({ Type: 'Task', resource: FUNCTION, End: true }), 'asl/unknown-field at "resource"'],
    ['no branches', machine({ Type: 'Parallel', End: true }), 'asl/missing-field at "Only"'],
    ['no processor', machine({ Type: 'Map', End: true }), 'asl/missing-field at "Only"'],
    ['no choices', machine(map({ ItemProcessor: { StartAt: 'C', States: { C: { Type: 'Choice', Default: 'D' }, D: { Type: 'Succeed' } } } })), 'asl/missing-field at "C"'],
    ['two processors', machine(map({ Iterator: { StartAt: 'B', States: { B: { Type: 'Succeed' } } } })), 'asl/conflicting-fields at "Iterator"'],
    ['a branch without StartAt', machine({ Type: 'Parallel', Branches: [{ States: { B: { Type: 'Succeed' } } }], End: true }), 'asl/missing-field at {"States":{"B":{"Type":"Succeed"}}}'],
    ['an empty branch', machine({ Type: 'Parallel', Branches: [{}], End: true }), 'asl/missing-field at {}'],
    ['a null timeout', machine(task({ TimeoutSeconds: null })), 'asl/field-type at null'],
    ['a timeout with a fraction', machine(task({ TimeoutSeconds: 1.5 })), 'asl/field-type at 1.5'],
    ['a timeout as an expression in JSONPath', machine(task({ TimeoutSeconds: '{% 5 %}' })), 'asl/field-type at "{% 5 %}"'],
    ['timeout and path', machine(task({ TimeoutSeconds: 5, TimeoutSecondsPath: '$.t' })), 'asl/conflicting-fields at "TimeoutSecondsPath"'],
    ['a timeout on Map', machine(map({ TimeoutSeconds: 5 })), 'asl/unknown-field at "TimeoutSeconds"'],
    ['arguments on Map', machine(map({ Arguments: {} })), 'asl/unknown-field at "Arguments"'],
    ['Retry on Pass', machine({ Type: 'Pass', Retry: [], End: true }), 'asl/unknown-field at "Retry"'],
    ['Next on Succeed', machine({ Type: 'Succeed', End: true }), 'asl/unknown-field at "End"'],
    ['Assign on Fail', machine({ Type: 'Fail', Assign: { a: 1 } }), 'asl/unknown-field at "Assign"'],
    ['Retry as an object', machine(task({ Retry: { ErrorEquals: ['E'] } })), 'asl/field-type at {"ErrorEquals":["E"]}'],
    ['MaxAttempts too many', machine(retrier({ MaxAttempts: 100_000_000 })), 'asl/number-range at 100000000'],
    ['MaxDelaySeconds 0', machine(retrier({ MaxDelaySeconds: 0 })), 'asl/number-range at 0'],
    ['MaxDelaySeconds above a year', machine(retrier({ MaxDelaySeconds: 31_622_401 })), 'asl/number-range at 31622401'],
    ['unknown jitter', machine(retrier({ JitterStrategy: 'full' })), 'asl/unknown-value at "full"'],
    ['a retrier with Next', machine(retrier({ Next: 'Only' })), 'asl/unknown-field at "Next"'],
    ['an error name that is no text', machine(task({ Retry: [{ ErrorEquals: [1] }] })), 'asl/field-type at 1'],
    ['no time to wait', machine({ Type: 'Wait', End: true }), 'asl/missing-field at "Only"'],
    ['Seconds below 0', machine({ Type: 'Wait', Seconds: -1, End: true }), 'asl/number-range at -1'],
    ['three times to wait', machine({ Type: 'Wait', Seconds: 1, SecondsPath: '$.s', Timestamp: '2026-01-01T00:00:00Z', End: true }), 'asl/conflicting-fields at "SecondsPath"', 'asl/conflicting-fields at "Timestamp"'],
    ['MaxConcurrency below 0', machine(map({ MaxConcurrency: -1 })), 'asl/number-range at -1'],
    ['tolerance and path', machine(distributed({ ToleratedFailurePercentage: 5, ToleratedFailurePercentagePath: '$.p' })), 'asl/conflicting-fields at "ToleratedFailurePercentagePath"'],
    ['an unknown mode', machine(map({ ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTE' }, ...inner } })), 'asl/unknown-value at "DISTRIBUTE"'],
    ['ExecutionType without a value that exists', machine(map({ ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'express' }, ...inner } })), 'asl/unknown-value at "express"'],
    ['a CSV without header location', machine(reader({ InputType: 'CSV' })), 'asl/missing-field at "ReaderConfig"'],
    ['given headers that are not given', machine(reader({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN' })), 'asl/missing-field at "ReaderConfig"'],
    ['JSON with CSV headers', machine(reader({ InputType: 'JSON', CSVHeaders: ['a'] })), 'asl/conflicting-fields at "CSVHeaders"'],
    ['an unknown input type', machine(reader({ InputType: 'XML' })), 'asl/unknown-value at "XML"'],
    ['both ways to say MaxItems', machine(reader({ InputType: 'JSON', MaxItems: 1, MaxItemsPath: '$.m' })), 'asl/conflicting-fields at "MaxItemsPath"'],
    ['too many items', machine(reader({ InputType: 'JSON', MaxItems: 100_000_001 })), 'asl/number-range at 100000001'],
    ['a reader of something else', machine(reader({ InputType: 'JSON' }, { Resource: 'arn:aws:states:::dynamodb:scan' })), 'asl/unknown-integration at "arn:aws:states:::dynamodb:scan"'],
    ['an empty result writer', machine(distributed({ ResultWriter: {} })), 'asl/missing-field at "ResultWriter"'],
    ['a result writer without a place', machine(distributed({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject' } })), 'asl/missing-field at "ResultWriter"'],
    ['JSONata: a result writer without a place', machine(distributed({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject' } }), { QueryLanguage: 'JSONata' }), 'asl/missing-field at "ResultWriter"'],
    ['no role', machine(task({ Credentials: { RoleARN: 'r' } })), 'asl/unknown-field at "RoleARN"'],
    ['other credentials', machine(task({ Credentials: { InvalidField: 'x' } })), 'asl/missing-field at "Credentials"'],
    ['JSONata fields in JSONPath', machine({ Type: 'Pass', Output: 1, Parameters: {}, End: true }), 'asl/mixed-query-language at "Output"'],
    ['a JSONPath batcher in JSONata', machine(distributed({ ItemBatcher: { MaxItemsPerBatchPath: '$.n' } }), { QueryLanguage: 'JSONata' }), 'asl/mixed-query-language at "MaxItemsPerBatchPath"'],
    ['a JSONPath catcher in JSONata', machine(jsonata(task({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'Only' }] }))), 'asl/mixed-query-language at "ResultPath"'],
    ['a service that there is not', machine(call('lamda:invoke', { FunctionName: 'f' })), 'asl/unknown-integration at lamda'],
    ['an action that there is not', machine(call('dynamodb:query', { TableName: 't' })), 'asl/unknown-integration at query'],
    ['.sync:2 on another service', machine(call('glue:startJobRun.sync:2', { JobName: 'j' })), 'asl/unknown-integration at .sync:2'],
    ['a token for a service that cannot return it', machine(call('athena:startQueryExecution.waitForTaskToken', { QueryString: 'q' })), 'asl/unknown-integration at .waitForTaskToken'],
    ['an SDK action without a name', machine(call('aws-sdk:s3:', {})), 'asl/resource-arn at arn:aws:states:::aws-sdk:s3:'],
    ['an action without a name', machine(call('sqs:', {})), 'asl/resource-arn at arn:aws:states:::sqs:'],
    ['a queue as resource', machine(task({ Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' })), 'asl/resource-arn at sqs'],
    ['a state machine as resource', machine(task({ Resource: 'arn:aws:states:eu-west-1:111122223333:stateMachine:child' })), 'asl/resource-arn at stateMachine'],
    ['a layer as resource', machine(task({ Resource: 'arn:aws:lambda:eu-west-1:111122223333:layer:numpy' })), 'asl/resource-arn at layer'],
    ['a batch size from the context object', machine(distributed({ ItemBatcher: { MaxItemsPerBatchPath: '$$.Execution.Input.n' } })), 'asl/reference-path at $$'],
    ['a batch limit from the context object', machine(distributed({ ItemBatcher: { MaxInputBytesPerBatchPath: '$$.Execution.Input.n' } })), 'asl/reference-path at $$'],
    ['a number of items from the context object', machine(reader({ InputType: 'JSON', MaxItemsPath: '$$.Execution.Input.n' })), 'asl/reference-path at $$'],
    ['an SDK action in capitals', machine(call('aws-sdk:s3:ListBuckets', {})), 'asl/unknown-integration at ListBuckets'],
    ['a JSONPath as resource', machine(task({ Resource: '$.arn' })), 'asl/resource-arn at $.arn'],
    ['DynamoDB without a key', machine(call('dynamodb:getItem', { TableName: 't' })), 'asl/integration-parameters at "Parameters"'],
    ['DynamoDB with nothing', machine(call('dynamodb:putItem', {})), 'asl/integration-parameters at "Parameters"', 'asl/integration-parameters at "Parameters"'],
  ];

  for (const [name, definition, ...found] of refused) {
    it(`refuses ${name} and says so once`, () => {
      assert.deepEqual(errors(definition, 'STANDARD'), found);
    });
  }

  // prettier-ignore
  const accepted: [name: string, definition: Json, type?: MachineType][] = [
    ['a machine without time limit', machine({ Type: 'Succeed' }, { TimeoutSeconds: 0, Version: '1.0' })],
    ['an immediate retry', machine(retrier({ IntervalSeconds: 0, MaxAttempts: 0, BackoffRate: 1 }))],
    ['an empty Retry and Catch', machine(task({ Retry: [], Catch: [] }))],
    ['half a percent', machine(distributed({ ToleratedFailurePercentage: 0.5, ToleratedFailureCount: 0 }))],
    ['distributed fields on an inline Map', machine(map({ Label: 'L', ToleratedFailureCount: 1, ItemBatcher: { MaxItemsPerBatch: 1 } }))],
    ['no mode at all', machine(map({ ItemProcessor: { ProcessorConfig: {}, ...inner } }))],
    ['an older iterator', machine({ Type: 'Map', Iterator: inner, Parameters: { 'a.$': '$$.Map.Item.Value' }, End: true })],
    ['null paths', machine({ Type: 'Pass', InputPath: null, OutputPath: null, ResultPath: null, End: true })],
    ['any literal output', machine({ Type: 'Pass', Output: null, End: true }, { QueryLanguage: 'JSONata' })],
    ['a literal condition', machine({ Type: 'Choice', Choices: [{ Condition: true, Next: 'Done' }] }, { QueryLanguage: 'JSONata', States: { Only: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Done' }] }, Done: { Type: 'Succeed' } } })],
    ['numbers as expressions', machine(map({ MaxConcurrency: '{% $states.input.n %}', Items: [1, 2] }), { QueryLanguage: 'JSONata' })],
    ['an expression as error name', machine({ Type: 'Fail', Error: '{% $states.input.e %}', Cause: 'c' }, { QueryLanguage: 'JSONata' })],
    ['a role that is computed', machine(task({ Credentials: { RoleArn: '{% $states.input.role %}' } }), { QueryLanguage: 'JSONata' })],
    ['a role that is read', machine(task({ Credentials: { 'RoleArn.$': '$.role' } }))],
    ['one JSONata state', machine(jsonata({ Type: 'Pass', Output: '{% 1 %}', Assign: { a: 1 }, End: true }))],
    ['a JSONPath state in a JSONata Map', machine(jsonata(map({ ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', QueryLanguage: 'JSONPath', ResultPath: '$.a', End: true } } } })))],
    ['any JSON as result', machine({ Type: 'Pass', Result: null, End: true })],
    ['a CSV', machine(reader({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['a'], MaxItems: 100_000_000 }))],
    ['a listing', machine(reader({ MaxItemsPath: '$.n' }, { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } }))],
    ['a writer that only formats', machine(distributed({ ResultWriter: { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSONL' } } }))],
    ['a nested machine', machine(call('states:startExecution.sync:2', { 'StateMachineArn.$': '$.arn' }))],
    ['a token over the SDK', machine(call('aws-sdk:s3:putObject.waitForTaskToken', { Bucket: 'b' }))],
    ['a parameter that is computed', machine(call('sqs:sendMessage', { 'QueueUrl.$': '$.q', 'MessageBody.$': '$' }))],
    ['a comment everywhere', machine(task({ Comment: '{% not read', Retry: [{ Comment: 'c', ErrorEquals: ['E'] }] }), { Comment: 'c' })],
    ['placeholders', machine(task({ Resource: '${Function}', TimeoutSeconds: '${Timeout}', Retry: [{ ErrorEquals: ['${Error}'], MaxAttempts: '${Attempts}' }] }))],
    ['an Express machine', machine(call('lambda:invoke', { FunctionName: 'f' })), 'EXPRESS'],
  ];

  for (const [name, definition, type = 'STANDARD'] of accepted) {
    it(`is silent about ${name}`, () => {
      assert.deepEqual(errors(definition, type), []);
    });
  }
});
