import type { CodeFile, LambdaHandler } from '../../model/code';
import type { Caller } from '../../model/workspace';
import type { FunctionUnit } from '../../syntax/code/ast';
import type { Finding, RuleContext } from '../rule';

/** The tasks of state machines in the workspace that call the handler which runs a function. */
export function tasksOf(
  code: CodeFile,
  unit: FunctionUnit | undefined,
  { path, workspace }: RuleContext,
): readonly Caller[] {
  const handler = code.handlerOf(unit);
  return handler && workspace ? workspace.callersOf(path, handler.name) : [];
}

/** Links to the states that call a function, with what they do about errors. */
export function toTasks(tasks: readonly Caller[]): NonNullable<Finding['related']> {
  return tasks.map(({ path, state }) => ({
    uri: path,
    span: state.span,
    message: `The state "${state.name}" calls this function ${handling(state)}.`,
  }));
}

function handling({ retries, catches }: Caller['state']): string {
  if (retries && catches) return 'and has a "Retry" and a "Catch"';
  if (retries) return 'and has a "Retry"';
  return catches ? 'and has a "Catch"' : 'without a "Retry" or "Catch"';
}

/** True for a handler whose caller reads the answer and cannot act on a thrown error. */
export function answersItsCaller({ source }: LambdaHandler): boolean {
  return source === 'http' || source === 'authorizer' || source === 'reply' || source === 'customResource';
}
