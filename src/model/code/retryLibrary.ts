import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { CodeFile } from './codeFile';
import type { Failures } from './failures';
import type { RemoteCall } from './remoteCall';
import type { Repetition } from './repetition';

/** Packages of Python whose decorators and loops try again. */
const PYTHON = /^(?:tenacity|retrying|backoff|retry|retry2|stamina|redo|retry_decorator)(?:\.|$)/;
/** Without one of these the attempts of these packages follow each other at once. */
const PAUSE: Readonly<Record<string, RegExp>> = {
  tenacity: /^wait$/,
  retrying: /^wait_/,
  retry: /^delay$/,
  retry2: /^delay$/,
};
/** Packages of npm that take the function which they try again. */
const NPM =
  /^(?:p-retry|async-retry|promise-retry|exponential-backoff|@lifeomic\/attempt|ts-retry|ts-retry-promise|retry-as-promised|poll-until-promise|async-await-retry)$/;

/** Remote calls that a package tries again after pauses. */
export function libraryRetries(code: CodeFile, failures: Failures): Repetition[] {
  const packages = code.program.language === 'python' ? PYTHON : NPM;
  if (![...code.names.imports.values()].some(({ module }) => packages.test(module))) return [];
  return packages === PYTHON
    ? [...decorated(code, failures), ...attempted(code, failures)]
    : wrapped(code, failures);
}

/** `@retry(wait=wait_exponential())`, `@backoff.on_exception(backoff.expo, Exception)`. */
function decorated(code: CodeFile, failures: Failures): Repetition[] {
  return code.placed.functions.flatMap(({ unit, place }) =>
    unit.decorators.flatMap((decorator) => {
      const library = libraryOf(code, decorator, PYTHON);
      if (!library || !pauses(library, decorator)) return [];
      const calls = failures.remoteIn(unit.body);
      const inside = { ...place, unit };
      return found(calls, `"@${lastName(decorator)}" of "${library}"`, decorator, inside);
    }),
  );
}

/** `for attempt in Retrying(wait=…):` and `Retrying(wait=…)(start, name)`. */
function attempted(code: CodeFile, failures: Failures): Repetition[] {
  const loops = code.placed.statements.flatMap(({ statement, place }) => {
    if (statement.kind !== 'loop' || !statement.over) return [];
    const library = libraryOf(code, statement.over, PYTHON);
    if (!library || !pauses(library, statement.over)) return [];
    return found(failures.remoteIn(statement.body), 'The loop', statement, place, statement.head);
  });
  const calls = code.placed.calls.flatMap(({ call, place }) => {
    const isMade = call.callee.kind === 'call';
    const library = libraryOf(code, isMade ? call.callee : call, PYTHON);
    const isCall = isMade || /^(?:retry_call|call)$/.test(lastName(call));
    if (!library || !isCall || (isMade && !pauses(library, call.callee))) return [];
    return found(passedCalls(code, failures, call), `"${lastName(call)}" of "${library}"`, call, place);
  });
  return [...loops, ...calls];
}

/** `pRetry(() => client.send(command), { retries: 5 })`. */
function wrapped(code: CodeFile, failures: Failures): Repetition[] {
  return code.placed.calls.flatMap(({ call, place }) => {
    const library = libraryOf(code, call, NPM);
    if (!library || call.isNew) return [];
    const by = `"${dottedName(call.callee) ?? library}" of "${library}"`;
    return found(passedCalls(code, failures, call), by, call, place, call.callee.span);
  });
}

function found(
  calls: readonly RemoteCall[],
  by: string,
  { span }: Pick<Expression, 'span'>,
  place: Repetition['place'],
  head = span,
): Repetition[] {
  // What is inside is judged by itself: a try that swallows keeps the package from trying again.
  return calls.length > 0 ? [{ kind: 'retry', by, head, span: head, place, calls, byLibrary: true }] : [];
}

function passedCalls({ names }: CodeFile, failures: Failures, { arguments: passed }: CallExpression) {
  const units = passed.flatMap(({ value }): readonly FunctionUnit[] => {
    if (value.kind === 'functionValue') return [value.function];
    return value.kind === 'name' ? names.functionsNamed(value.name) : [];
  });
  return [...new Set(units.flatMap(({ body }) => failures.remoteIn(body)))];
}

/** The package that a name or call belongs to. */
function libraryOf({ names }: CodeFile, expression: Expression, packages: RegExp): string | undefined {
  const root = dottedName(expression.kind === 'call' ? expression.callee : expression)?.split('.')[0];
  const module = root === undefined ? undefined : names.imports.get(root)?.module;
  return module !== undefined && packages.test(module) ? module.split('.')[0] : undefined;
}

function pauses(library: string, expression: Expression): boolean {
  const pause = PAUSE[library];
  if (!pause) return true;
  return (
    expression.kind === 'call' &&
    expression.arguments.some(({ name }) => name !== undefined && pause.test(name))
  );
}

function lastName(expression: Expression): string {
  const name = dottedName(expression.kind === 'call' ? expression.callee : expression) ?? '';
  return name.slice(name.lastIndexOf('.') + 1);
}
