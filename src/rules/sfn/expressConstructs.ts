import type { CodeFile } from '../../model/code';
import { constructsOf, lastName } from '../../model/code/constructs';
import type { Finding } from '../rule';

/** Express machines of the CDK without logs. */
export function* expressConstructs(code: CodeFile): Iterable<Finding> {
  for (const { type, id, head, properties, isOpen } of constructsOf(code)) {
    if (type !== 'stepfunctions.StateMachine' || isOpen || properties.has('logs')) continue;
    if (lastName(properties.get('stateMachineType')?.value) !== 'EXPRESS') continue;
    yield {
      span: head,
      message: `The Express machine "${id}" writes no log, and Step Functions keeps no history of its executions.`,
    };
  }
}
