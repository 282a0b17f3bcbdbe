import type { Expression, FunctionUnit } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';
import type { Names } from './names';

/**
 * The functions of the file that a function runs, itself included: called, passed on by name, or written
 * inside, or routes of an application that it uses. A method counts by its name where its class is used; that may be one too many, never one too few.
 */
export function reachableFrom(start: FunctionUnit, names: Names): ReadonlySet<FunctionUnit> {
  const reached = new Set<FunctionUnit>([start]);
  const queue = [start];
  const add = (units: readonly FunctionUnit[]): void => {
    for (const unit of units) {
      if (reached.has(unit)) continue;
      reached.add(unit);
      queue.push(unit);
      unit.decorators.forEach((decorator) => visit(decorator.kind === 'call' ? decorator.callee : decorator));
    }
  };
  const visit = (expression: Expression): void => {
    if (expression.kind === 'name') {
      add(routesOf(expression.name, names));
      if (names.imports.has(expression.name)) return;
      add(names.functionsNamed(expression.name).filter((unit) => !names.isMethod(unit)));
    } else if (expression.kind === 'member') {
      const root = expression.object.kind === 'name' ? expression.object.name : undefined;
      if (root === undefined || !names.imports.has(root))
        add(names.functionsNamed(expression.name).filter((unit) => names.isMethod(unit)));
    } else if (expression.kind === 'call') {
      const { callee } = expression;
      if (callee.kind === 'name' && /^[A-Z]/.test(callee.name)) {
        add(names.methodsOf(callee.name).filter(({ name }) => /^(?:__init__|constructor)$/.test(name)));
      }
    } else if (expression.kind === 'functionValue') add([expression.function]);
  };
  for (let unit = queue.pop(); unit; unit = queue.pop()) {
    const statement = (inner: { kind: string }): void => {
      if (inner.kind === 'function' && (inner as FunctionUnit).decorators.length > 0)
        add([inner as FunctionUnit]);
    };
    walkBlock(unit.body, { statement, expression: visit });
  }
  return reached;
}

/** Decorators of Powertools' event handlers and of web frameworks that take a path or an operation. */
const ROUTE =
  /^(?:get|post|put|patch|delete|head|options|route|resolver|batch_resolver|async_batch_resolver|tool|on_publish|on_subscribe|not_found|exception_handler)$/;

/** The functions that an application calls for a request: those under `@app.get("/orders")` of `app`. */
function routesOf(application: string, { decorated }: Names): readonly FunctionUnit[] {
  return decorated.flatMap(({ unit }) =>
    unit.decorators.some((each) => isRoute(each, application)) ? [unit] : [],
  );
}

function isRoute(decorator: Expression, application: string): boolean {
  if (decorator.kind !== 'call' || decorator.callee.kind !== 'member') return false;
  const { object, name } = decorator.callee;
  return object.kind === 'name' && object.name === application && ROUTE.test(name);
}
