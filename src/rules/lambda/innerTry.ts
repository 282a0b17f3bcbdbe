import { catchesAnyCall, isAwsCall, testsError, type Outcome, type RemoteCall } from '../../model/code';
import type { Block, Expression, Handler, TryStatement } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';

/** One error is named, or looked for: that is handling and not control flow. */
export function isSpecific(handler: TryStatement['handlers'][number]): boolean {
  return !catchesAnyCall(handler) || testsError(handler);
}

/** True where another value takes the place of what failed: that is handling and not control flow. */
export function isFallback(
  { body }: Handler,
  inner: TryStatement,
  { outcome, values }: { outcome: Outcome; values: readonly Expression[] },
): boolean {
  if (outcome === 'returned') return values.every(isEmpty);
  if (outcome !== 'recorded') return false;
  const wanted = assignedIn(inner.body);
  const given = assignedIn(body);
  // What is not assigned is collected: the failures of many.
  return given.size === 0 || [...given].some((name) => wanted.has(name));
}

function isEmpty(value: Expression): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  return value.kind === 'constant' || (value.kind === 'object' && value.entries.length === 0);
}

function assignedIn(block: Block): Set<string> {
  const names = new Set<string>();
  walkBlock(block, {
    statement: (statement) => {
      if (statement.kind !== 'assign') return;
      for (const target of statement.targets) if (target.kind === 'name') names.add(target.name);
    },
  });
  return names;
}

/** True where each error is raised as another one, with a name that says more. */
export function isTranslation({ handlers }: TryStatement): boolean {
  return handlers.every(({ body, name }) =>
    body.statements.some(
      (statement) =>
        statement.kind === 'raise' &&
        statement.value !== undefined &&
        !(statement.value.kind === 'name' && statement.value.name === name),
    ),
  );
}

/** Calls that tell somebody or clean up, whose own failure may well be passed over. */
export function isTelling(call: RemoteCall): boolean {
  if (call.kind === 'http') return true;
  if (!isAwsCall(call)) return false;
  return (
    /^(?:sns|ses|sesv2|cloudwatch|logs|xray|iot|ssmincidents|chatbot|pinpoint)$/.test(call.service) ||
    /^(?:delete|remove|untag|abort|putMetric)/.test(call.action)
  );
}
