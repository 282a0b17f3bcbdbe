import type { Expression, FunctionUnit, IfStatement } from '../../syntax/code/ast';
import { walkExpression } from '../../syntax/code/walk';
import type { CodeFile, LambdaHandler } from './codeFile';
import { within } from './failures';
import { around, type PlacedCall } from './place';
import { isAwsCall, type AwsCall, type RemoteCall } from './remoteCall';

/** Two starts of other work, the second of which comes after a pause or more data, or needs the first's answer. */
export interface StartSequence {
  readonly first: AwsCall;
  readonly second: AwsCall;
  /** The two calls of one function that lead to them: what decides on the order. */
  readonly before: PlacedCall;
  readonly after: PlacedCall;
}

const STARTS =
  /^(?:lambda:invoke|sfn:start(?:Sync)?Execution|glue:start(?:JobRun|Crawler|WorkflowRun)|athena:startQueryExecution|redshiftdata:(?:batchE|e)xecuteStatement|ecs:runTask|batch:submitJob|emr:(?:runJobFlow|addJobFlowSteps)|emrserverless:startJobRun|emrcontainers:startJobRun|codebuild:startBuild|sagemaker:create(?:Training|Transform|Processing)Job|databrew:startJobRun|dms:startReplicationTask)$/;

/** True for a call that starts work elsewhere: a function, a state machine, a job, a query. */
export function startsWork(call: RemoteCall): boolean {
  return isAwsCall(call) && STARTS.test(`${call.service}:${call.action}`);
}

/** What is started, told apart by the name that is given: the same again is a fan-out. */
const NAMES = [
  'JobName',
  'FunctionName',
  'stateMachineArn',
  'Name',
  'taskDefinition',
  'jobName',
  'jobDefinition',
  'QueryString',
  'Sql',
  'projectName',
];

/** Data that is put where what is started next looks for it. */
const STORES = /^s3:(?:upload|put|copy)/;

interface Step {
  /** Absent for a pause, and for data that is stored. */
  readonly start?: AwsCall;
  /** The calls that lead to it, the handler's own first. */
  readonly path: readonly PlacedCall[];
}

/** The first pair of starts in a handler that makes it an orchestrator. */
export function startSequenceOf(code: CodeFile, handler: LambdaHandler): StartSequence | undefined {
  const steps = stepsOf(code, handler.unit, []);
  for (const [index, one] of steps.entries()) {
    if (!one.start) continue;
    for (let next = index + 1; next < steps.length; next++) {
      const other = steps[next];
      if (!other.start || key(code, one.start, one.path) === key(code, other.start, other.path)) continue;
      const [left, right] = fork(one, other);
      if (!left || !right || areAlternatives(left, right)) continue;
      const isLater = steps.slice(index + 1, next).some(({ start }) => !start);
      if (isLater || needs(code, left, right))
        return { first: one.start, second: other.start, before: left, after: right };
    }
  }
  return undefined;
}

/** Starts, pauses and stores in the order of the text, calls of the file's own functions followed. */
function stepsOf(code: CodeFile, unit: FunctionUnit, path: readonly PlacedCall[]): Step[] {
  if (path.length > DEPTH) return [];
  return code.placed.callsIn(unit.body).flatMap((placed): Step[] => {
    if (!isIn(placed, unit)) return [];
    const here = [...path, placed];
    const remote = code.remoteAt(placed.call);
    const aws = remote && isAwsCall(remote) ? remote : undefined;
    if (aws && STORES.test(`${aws.service}:${aws.action}`)) return [{ path: here }];
    if (aws?.kind === 'waiter' || code.sleepAt(placed.call)) return [{ path: here }];
    if (aws && startsWork(aws)) return [{ start: aws, path: here }];
    return code.names
      .called(placed.call, unit)
      .filter((called) => called !== unit)
      .flatMap((called) => stepsOf(code, called, here));
  });
}

const DEPTH = 4;

/** True in a function's own code, functions that are values in it included. */
function isIn({ place }: PlacedCall, unit: FunctionUnit): boolean {
  return around(place, { intoCallers: true }).some((at) => at.unit === unit);
}

function key(code: CodeFile, call: AwsCall, path: readonly PlacedCall[]): string {
  const named = NAMES.map((name) => call.argument(name)).find((value) => value !== undefined);
  const value = named && passedThrough(code, named, path.length - 1, path);
  const text = value ? code.program.text.slice(value.span.start, value.span.end) : '';
  return `${call.service}:${call.action}:${text}`;
}

/** What a parameter stands for on the way to a call: `call('charge')` of `call(name)`. */
function passedThrough(
  code: CodeFile,
  value: Expression,
  at: number,
  path: readonly PlacedCall[],
): Expression {
  const before = path[at - 1];
  const unit = path[at]?.place.unit;
  if (value.kind !== 'name' || !unit || !before) return value;
  const index = unit.parameters.findIndex(({ name }) => name === value.name);
  const given = before.call.arguments;
  const passed = given.find(({ name }) => name === value.name) ?? (index < 0 ? undefined : given[index]);
  return passed ? passedThrough(code, passed.value, at - 1, path) : value;
}

/** The two calls of one function at which the ways to two steps part. */
function fork(one: Step, other: Step): [PlacedCall | undefined, PlacedCall | undefined] {
  const at = one.path.findIndex((placed, index) => placed !== other.path[index]);
  return [one.path[at], other.path[at]];
}

/** True where two calls are in different branches of one `if`, or one in a try and the other in its handler. */
function areAlternatives(left: PlacedCall, right: PlacedCall): boolean {
  for (const { of, block } of around(left.place)) {
    if (of?.kind !== 'if' && of?.kind !== 'try') continue;
    if (within(right.call.span, of.span) && !within(right.call.span, block.span)) {
      return of.kind === 'if' ? of.branches.some(({ body }) => within(right.call.span, body.span)) : true;
    }
  }
  return false;
}

/** True where a call is given, or depends on, what another one answered. */
function needs(code: CodeFile, left: PlacedCall, right: PlacedCall): boolean {
  const known = new Set<string>();
  const learn = (target: Expression): void => {
    if (target.kind === 'name') known.add(target.name);
    else if (target.kind === 'list') target.items.forEach(learn);
    else if (target.kind === 'object') target.entries.forEach(({ value }) => learn(value));
  };
  if (left.statement.kind === 'assign') left.statement.targets.forEach(learn);
  for (const { statement } of code.placed.statementsOf(left.place.unit)) {
    if (statement.kind !== 'assign') continue;
    const between = statement.span.start > left.call.span.end && statement.span.end < right.call.span.start;
    if (between && mentions(statement.value, known)) statement.targets.forEach(learn);
  }
  if (known.size === 0) return false;
  if (right.call.arguments.some(({ value }) => mentions(value, known))) return true;
  for (const { of } of around(right.place)) {
    if (of?.kind === 'if' && tests(of, known)) return true;
  }
  return false;
}

function tests({ branches }: IfStatement, known: ReadonlySet<string>): boolean {
  return branches.some(({ condition }) => condition !== undefined && mentions(condition, known));
}

function mentions(value: Expression, known: ReadonlySet<string>): boolean {
  let found = false;
  walkExpression(value, {
    expression: (part) => void (part.kind === 'name' && known.has(part.name) && (found = true)),
  });
  return found;
}
