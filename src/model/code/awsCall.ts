import type { CallExpression, Expression, FunctionUnit, ObjectEntry } from '../../syntax/code/ast';
import type { Names } from './names';
import type { PlacedCall } from './place';
import type { AwsCall, RemoteCall } from './remoteCall';

/** A call that leaves the process, where it stands. */
export function remote(placed: PlacedCall, kind: RemoteCall['kind'], name: string): RemoteCall {
  const { call, statement, place } = placed;
  return { kind, call, name, head: call.callee.span, statement, place, unit: place.unit };
}

/** A call of an SDK with what is passed to it. */
export function makeAwsCall(
  placed: PlacedCall,
  kind: AwsCall['kind'],
  service: string,
  action: string,
  name: string,
  passed: CallExpression['arguments'],
  names: Names,
): AwsCall {
  const { call, statement, place } = placed;
  const { entries, opaque } = memberEntries(passed, place.unit, names);
  // Written out: a spread is what takes most of the time in a file of many calls.
  return {
    kind,
    call,
    name,
    head: call.callee.span,
    statement,
    place,
    unit: place.unit,
    service,
    action,
    argument: (wanted) =>
      passed.find((argument) => argument.name === wanted)?.value ??
      entries.find(({ key }) => key === wanted)?.value,
    opaque,
    resultNames: resultNames(placed),
  };
}

/** The members of the objects that are passed, also of one that a name stands for: `invoke(params)`, `**params`. */
function memberEntries(
  passed: CallExpression['arguments'],
  unit: FunctionUnit | undefined,
  names: Names,
): { entries: readonly ObjectEntry[]; opaque: boolean } {
  const entries: ObjectEntry[] = [];
  let opaque = false;
  for (const { name, value, spread } of passed) {
    // A callback is no argument of the service's.
    if (name !== undefined || value.kind === 'functionValue') continue;
    const object = value.kind === 'name' ? names.objectOf(value.name, unit) : value;
    if (object?.kind !== 'object' || (spread && value.kind !== 'name')) opaque = true;
    else entries.push(...object.entries);
  }
  return { entries, opaque: opaque || entries.some(({ key }) => key === undefined) };
}

/** The names that a call's result is assigned to, also through `await`, `.promise()` and destructuring. */
function resultNames({ call, statement }: PlacedCall): string[] {
  if (statement.kind !== 'assign' || !isResult(statement.value, call)) return [];
  return statement.targets.flatMap((target) => {
    if (target.kind === 'name') return [target.name];
    if (target.kind !== 'object') return [];
    return target.entries.flatMap(({ value }) => (value.kind === 'name' ? [value.name] : []));
  });
}

function isResult(value: Expression, call: CallExpression): boolean {
  if (value === call) return true;
  if (value.kind === 'await') return isResult(value.value, call);
  return value.kind === 'call' && value.callee.kind === 'member' && isResult(value.callee.object, call);
}
