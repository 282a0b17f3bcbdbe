import {
  within,
  type CodeFile,
  type LambdaHandler,
  type PlacedCall,
  type RemoteCall,
} from '../../model/code';
import type { Block, Expression, FunctionUnit, Handler } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';
import type { Finding, RuleContext } from '../rule';
import { isTelemetry } from './attempt';
import { answersItsCaller, tasksOf, toTasks } from './callers';
import { swallows } from './swallows';

/** A failure that a promise's `catch` or a callback is given, and of which nothing but a log line is left. */
interface LostFailure {
  readonly span: Span;
  /** `catch around`, `then around` or `callback of`. */
  readonly word: string;
  readonly calls: readonly RemoteCall[];
}

/** Failures that are lost without a `try`: `.catch(console.error)`, `(err) => { if (err) console.log(err); }`. */
export function* judgeCallbacks(code: CodeFile, context: RuleContext): Iterable<Finding> {
  const seen = new Set<number>();
  for (const handler of code.handlers) {
    if (answersItsCaller(handler) || handler.isDurable) continue;
    for (const { span, word, calls } of lostFailures(code, handler)) {
      const work = calls.find((call) => !isTelemetry(call));
      if (!work || seen.has(span.start)) continue;
      seen.add(span.start);
      const tasks = tasksOf(code, handler.unit, context);
      yield { span, message: swallows(word, work, tasks, handler), related: toTasks(tasks) };
    }
  }
}

function lostFailures(code: CodeFile, handler: LambdaHandler): LostFailure[] {
  return [...handler.reaches].flatMap((unit) =>
    code.placed
      .callsIn(unit.body)
      .flatMap((placed) =>
        placed.place.unit === unit
          ? (inPromise(code, handler, placed) ?? inCallback(code, placed) ?? [])
          : [],
      ),
  );
}

/** `client.send(command).catch((error) => console.error(error))`, whose value nobody looks at. */
function inPromise(code: CodeFile, { unit }: LambdaHandler, placed: PlacedCall): LostFailure | undefined {
  const { callee, arguments: passed } = placed.call;
  if (callee.kind !== 'member' || !/^(?:catch|then)$/.test(callee.name)) return undefined;
  const given = passed[callee.name === 'then' ? 1 : 0];
  if (!given) return undefined;
  const { kind } = placed.statement;
  if (kind !== 'expression' && !(kind === 'return' && placed.place.unit === unit)) return undefined;
  const calls = code.placed
    .callsIn(placed.place.block)
    .filter(({ call }) => within(call.span, callee.object.span))
    .flatMap((call) => code.failures.remoteOf(call));
  if (calls.length === 0 || !isLost(code, given.value, placed)) return undefined;
  return { span: callee.nameSpan, word: `${callee.name} around`, calls };
}

/** `s3.putObject(params, (err, data) => { if (err) console.log(err); })` */
function inCallback(code: CodeFile, { call, place }: PlacedCall): LostFailure | undefined {
  const last = call.arguments[call.arguments.length - 1]?.value;
  if (last?.kind !== 'functionValue') return undefined;
  const remote = code.remoteAt(call);
  const calls = remote ? [remote] : [];
  const { parameters, body } = last.function;
  const [error] = parameters;
  if (calls.length === 0 || !error || !/^_?(?:e|er|err|error|ex|exception)\d*$/i.test(error.name))
    return undefined;
  for (const statement of body.statements) {
    if (statement.kind !== 'if') continue;
    const [branch] = statement.branches;
    if (!branch.condition || !isName(branch.condition, error.name)) continue;
    if (!isForgotten(code, branch.body, error.name, last.function) || place.unit === undefined)
      return undefined;
    return { span: branch.condition.span, word: 'callback of', calls };
  }
  return undefined;
}

function isName(condition: Expression, name: string): boolean {
  if (condition.kind === 'name') return condition.name === name;
  return condition.kind === 'other' && condition.parts.some((part) => isName(part, name));
}

function isLost(code: CodeFile, given: Expression, { place }: PlacedCall): boolean {
  if (given.kind === 'member' || given.kind === 'name') return isLog(dottedName(given));
  if (given.kind !== 'functionValue') return false;
  const { body, parameters } = given.function;
  const [only] = body.statements;
  // An arrow without braces returns what it logs.
  const isLine =
    body.statements.length === 1 &&
    only.kind === 'return' &&
    only.value?.kind === 'call' &&
    isLog(dottedName(only.value.callee));
  return isLine || isForgotten(code, body, parameters[0]?.name, place.unit);
}

function isLog(name: string | undefined): boolean {
  return /^(?:console|log|logger|\w+\.(?:log|logger))\.(?:log|error|warn|info|debug)$/.test(name ?? '');
}

/** True where nothing is left of an error but lines of the log, also one that is returned. */
function isForgotten(
  code: CodeFile,
  body: Block,
  name: string | undefined,
  unit: FunctionUnit | undefined,
): boolean {
  const handler: Handler = { span: body.span, head: body.span, types: [], name, body };
  const { outcome, values } = code.failures.outcomeOf(handler, unit);
  const isLogged = values.every((value) => value.kind === 'call' && isLog(dottedName(value.callee)));
  return outcome === 'swallowed' || (outcome === 'returned' && isLogged);
}
