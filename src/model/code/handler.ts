import type { Expression, FunctionUnit, Program } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Placed } from './place';

const NAMED = /^(?:lambda_?handler|handler|main_?handler|function_?handler|on_?event|is_?complete)$/i;
const EVENT = /^_?(?:(?:lambda_?)?events?|evt|sqs_?event|s3_?event|sns_?event|api_?event)$/i;
const CONTEXT = /^_*(?:(?:lambda_?)?context|ctx|unused_?context|__)?_*$/i;
const DECORATED =
  /(?:inject_lambda_context|capture_lambda_handler|log_metrics|event_source|lambda_handler_decorator|durable_execution|helper\.(?:create|update|delete|poll_\w+)|injectLambdaContext|captureLambdaHandler)$/;

/** The functions that Lambda calls: by name, by their parameters `event` and `context`, or by decorators. */
export function handlersIn(program: Program, { functions }: Placed): FunctionUnit[] {
  const exported = exportedNames(program);
  return functions
    .filter(({ unit, place, className }) => {
      if (unit.decorators.some((decorator) => DECORATED.test(nameOf(decorator)))) return true;
      const top = place.outer === undefined || (className !== undefined && place.outer?.outer === undefined);
      if (!top) return false;
      const [first, second] = unit.parameters.filter(({ name }) => !/^(?:self|cls)$/.test(name));
      if (NAMED.test(unit.name)) return first !== undefined || program.language === 'typescript';
      if (className !== undefined) return false;
      if (!first) return false;
      const takesEvent = EVENT.test(first.name) || first.pattern !== undefined;
      const takesContext = second !== undefined && CONTEXT.test(second.name);
      if (program.language === 'python') return EVENT.test(first.name) && takesContext;
      const isExported = exported.has(unit.name) || isDurable(place.passedTo);
      return takesEvent && first.pattern === undefined
        ? isExported || takesContext
        : takesEvent && isExported && takesContext;
    })
    .map(({ unit }) => unit);
}

/** What a module gives out: `export …`, `exports.x = …`, `module.exports = {…}`. */
function exportedNames(program: Program): ReadonlySet<string> {
  const names = new Set(program.exports);
  for (const statement of program.body.statements) {
    if (statement.kind !== 'assign') continue;
    for (const target of statement.targets) {
      const path = dottedName(target) ?? '';
      if (/^(?:module\.)?exports\.\w+$/.test(path)) {
        names.add(path.slice(path.lastIndexOf('.') + 1));
        if (statement.value.kind === 'name') names.add(statement.value.name);
      }
      if (path === 'module.exports') {
        if (statement.value.kind === 'name') names.add(statement.value.name);
        if (statement.value.kind === 'object') {
          for (const { key, value } of statement.value.entries)
            names.add(value.kind === 'name' ? value.name : (key ?? ''));
        }
      }
    }
  }
  return names;
}

function isDurable(call: Expression | undefined): boolean {
  return call?.kind === 'call' && /^withDurableExecution$/.test(nameOf(call));
}

function nameOf(expression: Expression): string {
  const of = expression.kind === 'call' ? expression.callee : expression;
  return dottedName(of) ?? '';
}
