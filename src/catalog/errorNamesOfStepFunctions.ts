import type { ErrorName } from './errorNames';

const source = 'Handling errors in Step Functions workflows';

/** The names that start with "States."; no state may report such a name of its own. */
export const ERRORS_OF_STEP_FUNCTIONS: readonly ErrorName[] = [
  {
    name: 'States.ALL',
    meaning: 'Stands for any error name.',
    catchable: 'always',
    note: 'It stands alone and last, and answers neither to "States.Runtime" nor, as documented, to "States.DataLimitExceeded".',
    source,
  },
  {
    name: 'States.BranchFailed',
    meaning: 'A branch of a Parallel state failed.',
    catchable: 'always',
    note: 'What the state reports in practice is the error of the branch.',
    source,
  },
  {
    name: 'States.DataLimitExceeded',
    meaning: 'An input, output or result is larger than 256 KiB.',
    catchable: 'byName',
    note: 'Documented as an error that "States.ALL" does not catch; executions have shown that it does for a Task.',
    source,
  },
  {
    name: 'States.ExceedToleratedFailureThreshold',
    meaning: 'More items of a Distributed Map failed than it tolerates.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.HeartbeatTimeout',
    meaning: 'A task sent no heartbeat for longer than "HeartbeatSeconds".',
    catchable: 'always',
    transient: true,
    note: 'Executions report a missed heartbeat as "States.Timeout".',
    source,
  },
  {
    name: 'States.Http.Socket',
    meaning: 'An HTTP task got no answer within 60 seconds.',
    catchable: 'always',
    transient: true,
    source,
  },
  {
    name: 'States.IntrinsicFailure',
    meaning: 'An intrinsic function of a payload template failed.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.ItemReaderFailed',
    meaning: 'A Distributed Map could not read its items.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.NoChoiceMatched',
    meaning: 'No rule of a Choice state was true, and it has no "Default".',
    catchable: 'always',
    note: 'A Choice takes no "Catch", so that only a Parallel or Map around it can answer.',
    source,
  },
  {
    name: 'States.ParameterPathFailure',
    meaning: 'A path under a key that ends in ".$" could not be evaluated.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.Permissions',
    meaning: 'The execution role may not do what the task asks for.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.QueryEvaluationError',
    meaning: 'A JSONata expression failed, returned nothing, or returned a value of the wrong type.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.ResultPathMatchFailure',
    meaning: 'The "ResultPath" cannot be applied to the input of the state.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.ResultWriterFailed',
    meaning: 'A Distributed Map could not write its results.',
    catchable: 'always',
    source,
  },
  {
    name: 'States.Runtime',
    meaning: 'The execution met something that it cannot go on from, such as a path that finds nothing.',
    catchable: 'never',
    note: 'It always fails the execution, whatever "Retry" and "Catch" say.',
    source,
  },
  {
    name: 'States.TaskFailed',
    meaning: 'Stands for any error of a task but "States.Timeout".',
    catchable: 'always',
    source,
  },
  {
    name: 'States.Timeout',
    meaning:
      'A task ran for longer than "TimeoutSeconds" or missed its heartbeat, or the machine ran for longer than its own "TimeoutSeconds".',
    catchable: 'always',
    transient: true,
    note: 'The timeout of the machine itself cannot be caught in it.',
    source,
  },
];
