import type { Expression, FunctionUnit, Program } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Placed, PlacedFunction } from './place';

const NAMED = /^(?:lambda_?handler|handler|main_?handler|function_?handler|on_?event|is_?complete)$/i;
const EVENT = /^_?(?:(?:lambda_?)?events?|evt|sqs_?event|s3_?event|sns_?event|api_?event)$/i;
const CONTEXT = /^_*(?:(?:lambda_?)?context|ctx|unused_?context|__)?_*$/i;
/** What is an event where a context comes after it. */
const PAYLOAD = /^(?:e|ev|payload|input|message)$/i;
/** First parameters of handlers that others call: web frameworks, command lines, signals, sockets, timers. */
const FOREIGN =
  /^_?(?:req|request|argv|args|options|opts|signum|signal|sig|signo|sock|socket|conn|connection|props|interaction|exc|err|error|next)$/i;
const DECORATED =
  /(?:inject_lambda_context|capture_lambda_handler|log_metrics|event_source|lambda_handler_decorator|helper\.(?:create|update|delete|poll_\w+)|injectLambdaContext|captureLambdaHandler|\.lambda_function|\.on_(?:s3_event|sqs_message|sns_message|cw_event|kinesis_record|dynamodb_record))$/;

const DURABLE = /(?:^|\.)(?:durable_execution|withDurable(?:Execution|Functions))$/;

/** The functions that Lambda calls: by name, by their parameters `event` and `context`, or by decorators. */
export function handlersIn(
  program: Program,
  placed: Placed,
): readonly { unit: FunctionUnit; name: string; isDurable: boolean }[] {
  const exported = exportedNames(program);
  const given = madeDurable(placed);
  const renamed = givenOutAs(program);
  return placed.functions.flatMap((found) => {
    const durable = isDurable(found, given);
    const { unit } = found;
    const name = renamed.get(unit) ?? unit.name;
    return durable || isHandler(found, name, program, exported)
      ? [{ unit, name: name || nameAround(unit, program), isDurable: durable }]
      : [];
  });
}

/** Functions with a name of their own that are given out by another: `export const handler = function main() {…}`. */
function givenOutAs({ body }: Program): ReadonlyMap<FunctionUnit, string> {
  const names = new Map<FunctionUnit, string>();
  for (const statement of body.statements) {
    if (statement.kind !== 'assign' || statement.value.kind !== 'functionValue') continue;
    const [target] = statement.targets;
    if (target?.kind === 'name' || target?.kind === 'member')
      names.set(statement.value.function, target.name);
  }
  return names;
}

function isHandler(
  { unit, place, className, passedTo }: PlacedFunction,
  name: string,
  program: Program,
  exported: ReadonlySet<string>,
): boolean {
  if (unit.decorators.some((decorator) => DECORATED.test(nameOf(decorator)))) return true;
  const isTop = place.outer === undefined || (className !== undefined && place.outer.outer === undefined);
  if (!isTop) return false;
  const [first, second] = unit.parameters.filter(({ name }) => !/^(?:self|cls)$/.test(name));
  const takesContext = second !== undefined && second.name !== '' && CONTEXT.test(second.name);
  if (NAMED.test(name)) {
    if (!first) return program.language === 'typescript';
    return takesContext || !FOREIGN.test(first.name) || /\baws-lambda\b/.test(program.text);
  }
  if (className !== undefined || !first) return false;
  if (program.language === 'python') return EVENT.test(first.name) && takesContext;
  const isWrapped = passedTo !== undefined && /^(?:middy|with[A-Z]\w*)$|wrap|handler/i.test(nameOf(passedTo));
  if (EVENT.test(first.name)) return exported.has(name) || takesContext || isWrapped;
  return (first.pattern !== undefined || PAYLOAD.test(first.name)) && exported.has(name) && takesContext;
}

/** The name under which a function is given out that is wrapped in a call: `export const handler = middy(…)`. */
function nameAround({ span }: FunctionUnit, program: Program): string {
  for (const statement of program.body.statements) {
    if (statement.kind !== 'assign' || span.start < statement.span.start || statement.span.end < span.end)
      continue;
    const [target] = statement.targets;
    return target?.kind === 'name' || target?.kind === 'member' ? target.name : '';
  }
  return '';
}

/** `@durable_execution` and `withDurableExecution(async (event, context) => …)`. */
function isDurable({ unit, passedTo }: PlacedFunction, given: ReadonlySet<string>): boolean {
  if (unit.decorators.some((decorator) => DURABLE.test(nameOf(decorator)))) return true;
  return passedTo ? DURABLE.test(nameOf(passedTo)) : given.has(unit.name);
}

/** The functions that are made durable by their names: `withDurableExecution(run)`. */
function madeDurable({ calls }: Placed): ReadonlySet<string> {
  return new Set(
    calls
      .filter(({ call }) => DURABLE.test(nameOf(call)))
      .flatMap(({ call }) =>
        call.arguments.flatMap(({ value }) => (value.kind === 'name' ? [value.name] : [])),
      ),
  );
}

/** What a module gives out: `export …`, `exports.x = …`, `module.exports = {…}`. */
function exportedNames(program: Program): ReadonlySet<string> {
  const names = new Set(program.exports);
  for (const statement of program.body.statements) {
    if (statement.kind !== 'assign') continue;
    const { value } = statement;
    for (const target of statement.targets) {
      const path = dottedName(target) ?? '';
      if (/^(?:module\.)?exports\.\w+$/.test(path)) {
        names.add(path.slice(path.lastIndexOf('.') + 1));
        if (value.kind === 'name') names.add(value.name);
      }
      if (path !== 'module.exports') continue;
      if (value.kind === 'name') names.add(value.name);
      if (value.kind !== 'object') continue;
      for (const { key, value: given } of value.entries)
        names.add(given.kind === 'name' ? given.name : (key ?? ''));
    }
  }
  return names;
}

function nameOf(expression: Expression): string {
  return dottedName(expression.kind === 'call' ? expression.callee : expression) ?? '';
}
