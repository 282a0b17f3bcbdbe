import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
import { walkExpression } from '../../syntax/code/walk';
import type { CodeFile } from '../code';
import type { Values } from './values';

const CLOCK =
  /^(?:datetime\.(?:datetime|date)\.(?:now|utcnow|today)|pendulum\.(?:(?:DateTime|Date)\.)?(?:now|utcnow|today|yesterday|tomorrow)|airflow\.utils\.(?:dates\.days_ago|timezone\.utcnow)|airflow\.sdk\.timezone\.utcnow|pandas\.Timestamp\.(?:now|utcnow|today)|arrow\.(?:now|utcnow)|time\.time)$/;
const DEPTH = 4;

/** True for a call that asks the clock: `datetime.now()`, `days_ago(1)`, `pendulum.today()`. */
export function isClockCall(call: CallExpression, values: Values): boolean {
  return CLOCK.test(values.qualifiedName(call.callee) ?? '');
}

/** The calls that ask the clock for a value, also through names and functions of the file. */
export function clockCallsFor(
  expression: Expression,
  unit: FunctionUnit | undefined,
  names: CodeFile['names'],
  values: Values,
  depth = DEPTH,
): CallExpression[] {
  const found = new Set<CallExpression>();
  const follow = (value: Expression, from: FunctionUnit | undefined): void => {
    if (depth > 0) for (const call of clockCallsFor(value, from, names, values, depth - 1)) found.add(call);
  };
  walkExpression(expression, {
    expression: (part) => {
      if (part.kind === 'name') {
        for (const value of values.named(part.name, unit, part.span.start)) follow(value, unit);
        for (const { value, from } of names.passedAs(part.name, unit)) follow(value, from);
      }
      if (part.kind !== 'call') return;
      if (isClockCall(part, values)) found.add(part);
      else if (part.callee.kind === 'name' && !names.imports.has(part.callee.name)) {
        for (const made of names.functionsNamed(part.callee.name))
          for (const value of names.returnsOf(made)) follow(value, made);
      }
    },
  });
  return [...found];
}
