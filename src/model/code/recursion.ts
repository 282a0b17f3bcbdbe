import type { FunctionUnit } from '../../syntax/code/ast';
import type { CodeFile } from './codeFile';
import { within, type Failures } from './failures';
import { around, type PlacedCall } from './place';
import { asksAfter, speaksOfProgress } from './progress';
import type { RemoteCall } from './remoteCall';
import type { Repetition } from './repetition';

/** Functions that sleep and call themselves: to try again what failed, or to ask again how far something is. */
export function recursions(code: CodeFile, failures: Failures): Repetition[] {
  const found: Repetition[] = [];
  for (const { unit } of code.placed.functions) {
    const calls = callsOfItself(code, unit);
    if (calls.length === 0 || !code.sleeps.some(({ place: at }) => isIn(at, unit))) continue;
    // Of several, what tries again after an error says most.
    const again = calls.find((each) => retriedCalls(code, failures, unit, each).length > 0) ?? calls[0];
    const common = { by: `"${unit.name}"`, head: again.call.callee.span, span: unit.span };
    const retried = retriedCalls(code, failures, unit, again);
    const polled = polledCalls(code, failures, unit);
    if (retried.length > 0) found.push({ kind: 'retry', ...common, place: again.place, calls: retried });
    else if (polled.length > 0) found.push({ kind: 'poll', ...common, place: again.place, calls: polled });
  }
  return found;
}

function callsOfItself({ placed, names }: CodeFile, unit: FunctionUnit): readonly PlacedCall[] {
  if (!unit.name) return [];
  return placed
    .callsIn(unit.body)
    .filter((each) => names.called(each.call, each.place.unit).includes(unit) && isIn(each.place, unit));
}

/** What a function attempts that calls itself in the handler, or behind a handler that goes on. */
function retriedCalls(
  { placed }: CodeFile,
  failures: Failures,
  unit: FunctionUnit,
  again: PlacedCall,
): readonly RemoteCall[] {
  for (const { statement, place } of placed.statements) {
    if (statement.kind !== 'try' || !isIn(place, unit) || statement.handlers.length === 0) continue;
    if (again.call.span.start < statement.body.span.end) continue;
    const calls = failures.remoteIn(statement.body);
    if (calls.length > 0) return calls;
  }
  return [];
}

function polledCalls({ placed, program, remoteCalls }: CodeFile, failures: Failures, unit: FunctionUnit) {
  const conditions = placed.statements.flatMap(({ statement, place }) =>
    statement.kind === 'if' && isIn(place, unit)
      ? statement.branches.flatMap(({ condition }) => condition ?? [])
      : [],
  );
  const speaks = conditions.some(({ span }) => speaksOfProgress(program.text.slice(span.start, span.end)));
  if (!speaks) return [];
  const own = remoteCalls.filter(({ place }) => isIn(place, unit));
  return [...new Set([...own, ...failures.remoteIn(unit.body)])].filter(asksAfter);
}

/** True in a function's own code, functions that are values in it included. */
function isIn(place: PlacedCall['place'], unit: FunctionUnit): boolean {
  if (!within(place.block.span, unit.span)) return false;
  for (const at of around(place, { intoCallers: true })) if (at.unit === unit) return true;
  return false;
}
