import type { CallExpression, FunctionUnit } from '../../syntax/code/ast';
import { walkExpression } from '../../syntax/code/walk';
import type { CodeFile, LambdaHandler } from './codeFile';
import { around, type PlacedCall } from './place';

/** What a durable context does once and remembers, by either SDK's name. */
const OPERATION =
  /^(?:step|wait|invoke|map|parallel|run_?in_?child_?context|runInChildContext|wait_for_callback|waitForCallback|wait_for_condition|waitForCondition|create_callback|createCallback)$/;
const CHILD = /^(?:map|parallel|run_in_child_context|runInChildContext)$/;

/** The name of a durable handler's context: its second parameter. */
export function contextName({ unit }: LambdaHandler): string | undefined {
  return unit.parameters.filter(({ name }) => name !== 'self')[1]?.name || undefined;
}

/** A function that runs from its beginning again at each replay, with the name of the context in it. */
export interface Replayed {
  readonly unit: FunctionUnit;
  readonly context: string;
}

/** The handler, and the functions of the file that it gives its context to where they are called. */
export function replayedBy(code: CodeFile, handler: LambdaHandler): readonly Replayed[] {
  const name = contextName(handler);
  const found: Replayed[] = name ? [{ unit: handler.unit, context: name }] : [];
  // The list grows while it is gone through: what a function is given it may give on.
  for (const { unit, context } of found) {
    for (const { call, place } of code.placed.callsIn(unit.body)) {
      const index = call.arguments.findIndex(({ value }) => value.kind === 'name' && value.name === context);
      if (index < 0 || operationOf(call, context)) continue;
      for (const called of code.names.called(call, place.unit)) {
        const given = call.arguments[index].name ?? parameterAt(called, index);
        if (given && !found.some((each) => each.unit === called))
          found.push({ unit: called, context: given });
      }
    }
  }
  return found;
}

function parameterAt({ parameters }: FunctionUnit, index: number): string | undefined {
  return parameters.filter(({ name }) => name !== 'self')[index]?.name;
}

/** The operation of a context that a call is, as it is written: `step`, `waitForCallback`. */
export function operationOf({ callee }: CallExpression, context?: string): string | undefined {
  if (callee.kind !== 'member' || callee.object.kind !== 'name' || !OPERATION.test(callee.name))
    return undefined;
  return context === undefined || callee.object.name === context ? callee.name : undefined;
}

/** The operation whose function a call is in: passed to it where it stands, or by its name. */
export function operationAround(
  code: CodeFile,
  { place }: PlacedCall,
  context: string,
): CallExpression | undefined {
  for (const at of around(place, { intoCallers: true })) {
    if (at.passedTo && operationOf(at.passedTo, context)) return at.passedTo;
    if (at.unit?.name && at.of === at.unit) {
      const passed = passedByName(code, at.unit, context);
      if (passed) return passed;
    }
  }
  return undefined;
}

function passedByName(
  { placed }: CodeFile,
  { name }: FunctionUnit,
  context: string,
): CallExpression | undefined {
  return placed.calls.find(({ call }) => {
    if (!operationOf(call, context)) return false;
    return call.arguments.some(({ value }) => {
      let named = false;
      // By itself, or called for the step that it gives: `context.step(reserve(order))`.
      walkExpression(value, {
        expression: (part) => void (part.kind === 'name' && part.name === name && (named = true)),
      });
      return named;
    });
  })?.call;
}

/** True for operations whose functions may use further operations. */
export function takesOperations(operation: string): boolean {
  return CHILD.test(operation);
}
