import { around, startsWork, type CodeFile, type PlacedStatement } from '../../model/code';
import type { TryStatement } from '../../syntax/code/ast';
import type { Finding, RuleContext } from '../rule';
import { answersItsCaller, tasksOf, toTasks } from './callers';
import { isSpecific } from './innerTry';

/** Other work is started where the first has failed, in a try again: the second state of a "Catch". */
export function* judgeSubstitute(
  code: CodeFile,
  placed: PlacedStatement,
  inner: TryStatement,
  context: RuleContext,
): Iterable<Finding> {
  const { unit } = placed.place;
  const handler = code.handlerOf(unit);
  const outer = tryBefore(placed);
  const call = code.failures.remoteIn(inner.body).find(startsWork);
  if (!handler || handler.isDurable || !outer || !call || inner.handlers.length === 0) return;
  const [first] = code.failures.remoteIn(outer.body);
  if (!first || inner.handlers.every(isSpecific)) return;
  const tasks = tasksOf(code, unit, context);
  yield {
    span: inner.head,
    severity: tasks.length > 0 || !answersItsCaller(handler) ? 'warning' : undefined,
    message: `The try around "${call.name}" starts other work where "${first.name}" has failed, which a state's "Catch" would say in the open.`,
    related: [{ span: outer.head, message: 'The try that failed before.' }, ...toTasks(tasks)],
  };
}

/** The try in whose handler for whatever may come a try stands. */
function tryBefore({ place }: PlacedStatement): TryStatement | undefined {
  for (const { of, block } of around(place)) {
    if (of?.kind === 'loop') return undefined;
    if (of?.kind !== 'try') continue;
    const handler = of.handlers.find(({ body }) => body === block);
    return handler && !isSpecific(handler) ? of : undefined;
  }
  return undefined;
}
