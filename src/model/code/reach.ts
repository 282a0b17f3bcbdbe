import type { Expression, FunctionUnit } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';
import type { Names } from './names';

/**
 * The functions of the file that a function runs, itself included: called, passed on by name, or written
 * inside. A method counts by its name where its class is used; that may be one too many, never one too few.
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
