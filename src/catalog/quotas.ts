/** A limit of AWS Step Functions. */
export interface Quota {
  readonly value: number;
  readonly unit: 'bytes' | 'characters' | 'seconds' | 'days' | 'items' | 'levels';
  /** One sentence with the number in words of people. */
  readonly summary: string;
  /** False for a default that AWS raises on request. */
  readonly hard: boolean;
  /** Title of the page of the AWS documentation. */
  readonly source: string;
  /** Month in which the value was last compared with the source. */
  readonly asOf: string;
}

const SERVICE_QUOTAS = 'Step Functions service quotas';

function hard(value: number, unit: Quota['unit'], summary: string, source = SERVICE_QUOTAS): Quota {
  return { value, unit, summary, hard: true, source, asOf: '2026-09' };
}

function adjustable(value: number, unit: Quota['unit'], summary: string): Quota {
  return { value, unit, summary, hard: false, source: SERVICE_QUOTAS, asOf: '2026-09' };
}

const VARIABLES = 'Passing data between states with variables';
const INTRINSICS = 'Intrinsic functions for JSONPath states in Step Functions';
const READER = 'ItemReader (Map)';

/** The limits that a definition can run into, by a name of our own. */
export const QUOTAS = {
  definitionBytes: hard(1_048_576, 'bytes', 'A definition has at most 1 MB.'),
  requestBytes: hard(
    1_048_576,
    'bytes',
    'A request to the Step Functions API has at most 1 MB, headers included.',
  ),
  payloadBytes: hard(
    262_144,
    'bytes',
    'The input or output of a state, task or execution has at most 256 KiB of UTF-8.',
  ),
  stateNameCharacters: hard(80, 'characters', 'The name of a state has at most 80 characters.'),
  machineNameCharacters: hard(
    80,
    'characters',
    'The name of a state machine, execution or activity has at most 80 characters.',
  ),
  labelCharacters: hard(40, 'characters', 'The label of a Distributed Map has at most 40 characters.'),
  variableNameCharacters: hard(
    80,
    'characters',
    'The name of a variable has at most 80 characters.',
    VARIABLES,
  ),
  variableBytes: hard(
    262_144,
    'bytes',
    'A variable, and all variables of one Assign together, have at most 256 KiB.',
    VARIABLES,
  ),
  executionVariableBytes: hard(
    10_485_760,
    'bytes',
    'All variables of an execution together have at most 10 MiB.',
    VARIABLES,
  ),
  standardSeconds: hard(31_536_000, 'seconds', 'A Standard execution runs for at most one year.'),
  expressSeconds: hard(300, 'seconds', 'An Express execution runs for at most five minutes.'),
  historyEvents: hard(
    25_000,
    'items',
    'The history of a Standard execution has at most 25,000 events; with the next one it fails.',
  ),
  historyDays: hard(90, 'days', 'The history of a closed Standard execution is kept for 90 days.'),
  redriveDays: hard(14, 'days', 'A failed Standard execution can be redriven for 14 days.'),
  inlineIterations: hard(
    40,
    'items',
    'An inline Map runs at most 40 iterations at a time.',
    'Map workflow state',
  ),
  childExecutions: hard(10_000, 'items', 'A Distributed Map runs at most 10,000 child executions at a time.'),
  openMapRuns: adjustable(1_000, 'items', 'An account has at most 1,000 open map runs in a Region.'),
  openExecutions: adjustable(
    1_000_000,
    'items',
    'An account has at most 1,000,000 open Standard executions in a Region.',
  ),
  readerItems: hard(100_000_000, 'items', 'A Distributed Map reads at most 100 million items.', READER),
  readerFileBytes: hard(
    10_737_418_240,
    'bytes',
    'A file that a Distributed Map reads has at most 10 GB.',
    READER,
  ),
  csvHeaderBytes: hard(10_240, 'bytes', 'The CSV headers of a Distributed Map have at most 10 KB.', READER),
  batchBytes: hard(
    262_144,
    'bytes',
    'A batch of a Distributed Map has at most 256 KiB.',
    'ItemBatcher (Map)',
  ),
  httpSeconds: hard(60, 'seconds', 'An HTTP task waits at most 60 seconds for the answer.'),
  taskSeconds: hard(
    99_999_999,
    'seconds',
    'A timeout or wait in a definition has at most 99,999,999 seconds.',
    'ValidateStateMachineDefinition',
  ),
  maxDelaySeconds: hard(
    31_622_400,
    'seconds',
    'MaxDelaySeconds has at most 31,622,400 seconds.',
    'Handling errors in Step Functions workflows',
  ),
  intrinsicLevels: hard(10, 'levels', 'Intrinsic functions nest at most ten deep.', INTRINSICS),
  arrayRangeItems: hard(1_000, 'items', 'States.ArrayRange makes at most 1,000 items.', INTRINSICS),
  intrinsicTextCharacters: hard(
    10_000,
    'characters',
    'Base64Encode, Base64Decode and Hash take at most 10,000 characters.',
    INTRINSICS,
  ),
  validationDiagnostics: hard(
    100,
    'items',
    'ValidateStateMachineDefinition returns at most 100 diagnostics.',
    'ValidateStateMachineDefinition',
  ),
} as const satisfies Readonly<Record<string, Quota>>;
