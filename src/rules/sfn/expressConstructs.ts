import type { CodeFile } from '../../model/code';
import { constructsOf, lastName, type Construct } from '../../model/code/constructs';
import type { Finding } from '../rule';

/** The property with the logs, by the construct. */
const LOGS: Readonly<Record<string, string>> = {
  'stepfunctions.StateMachine': 'logs',
  'stepfunctions.CfnStateMachine': 'loggingConfiguration',
};

/** A construct of level 1 is often completed after it was made. */
const SET_LATER = /\.logging_?configuration\s*=|['"]LoggingConfiguration\b/i;

/** Express machines of the CDK without logs. */
export function* expressConstructs(code: CodeFile): Iterable<Finding> {
  for (const construct of constructsOf(code)) {
    const { type, id, head, properties, isOpen } = construct;
    const logs = Object.hasOwn(LOGS, type) ? LOGS[type] : undefined;
    if (logs === undefined || isOpen || properties.has(logs) || !isExpress(construct)) continue;
    if (logs === 'loggingConfiguration' && SET_LATER.test(code.program.text)) continue;
    yield {
      span: head,
      message: `The Express machine "${id}" writes no log, and Step Functions keeps no history of its executions.`,
    };
  }
}

function isExpress({ properties }: Construct): boolean {
  const value = properties.get('stateMachineType')?.value;
  return value?.kind === 'string' ? value.value === 'EXPRESS' : lastName(value) === 'EXPRESS';
}
