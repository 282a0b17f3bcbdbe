import type { Owner } from '../../catalog/fieldTypes';
import type { FieldOwner } from '../../model/owners';

/** What a message calls an object. */
const OWNER_NAMES: Readonly<Record<Owner, string>> = {
  machine: 'state machine',
  Task: 'Task state',
  Pass: 'Pass state',
  Choice: 'Choice state',
  Wait: 'Wait state',
  Succeed: 'Succeed state',
  Fail: 'Fail state',
  Parallel: 'Parallel state',
  Map: 'Map state',
  retrier: 'retrier',
  catcher: 'catcher',
  choiceRule: 'choice rule',
  choiceCondition: 'nested condition',
  branch: 'branch',
  itemProcessor: 'item processor',
  iterator: 'iterator',
  processorConfig: 'processor configuration',
  itemReader: 'item reader',
  readerConfig: 'reader configuration',
  itemBatcher: 'item batcher',
  resultWriter: 'result writer',
  writerConfig: 'writer configuration',
  credentials: 'credentials object',
};

/** An object of a kind in the middle of a sentence: "a Task state", "an item reader". */
export function anyOwner(kind: Owner): string {
  const name = OWNER_NAMES[kind];
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** One object at the start of a sentence: `The Task state "Load"`, "This retrier". */
export function thisOwner({ kind, state }: FieldOwner): string {
  return kind === state?.type ? `The ${kind} state "${state.name}"` : `This ${OWNER_NAMES[kind]}`;
}
