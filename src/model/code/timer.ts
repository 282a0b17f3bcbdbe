import type { Block, Expression, FunctionUnit, Program } from '../../syntax/code/ast';
import { callsIn, dottedName, walkBlock } from '../../syntax/code/walk';
import type { CodeFile } from './codeFile';
import { within, type Failures } from './failures';
import type { Names } from './names';
import type { Place } from './place';
import { asksAfter, speaksOfProgress } from './progress';
import type { Repetition } from './repetition';

/** Timers that ask again how far something is: `setInterval(async () => …, 10000)`, `setTimeout(check, 2000)`. */
export function timers(code: CodeFile, failures: Failures): Repetition[] {
  return code.program.language === 'python'
    ? []
    : [...intervals(code, failures), ...rescheduled(code, failures)];
}

function intervals({ placed, names }: CodeFile, failures: Failures): Repetition[] {
  return placed.calls.flatMap(({ call, place }): Repetition[] => {
    const name = dottedName(call.callee);
    if (name !== 'setInterval' && name !== 'timers.setInterval') return [];
    const given = call.arguments[0]?.value;
    const units =
      given?.kind === 'functionValue'
        ? [given.function]
        : given?.kind === 'name'
          ? names.functionsNamed(given.name)
          : [];
    const calls = units.flatMap(({ body }) => failures.remoteIn(body)).filter(asksAfter);
    // Who never ends the timer does not wait for anything.
    const ends = placed.calls.some(
      (other) =>
        dottedName(other.call.callee)?.endsWith('clearInterval') &&
        (within(other.call.span, call.span) || units.some(({ span }) => within(other.call.span, span))),
    );
    if (calls.length === 0 || !ends) return [];
    return [{ kind: 'poll', by: `"${name}"`, head: call.callee.span, span: call.span, place, calls }];
  });
}

/** A function that has itself called again by a timer while what it reads is not done. */
function rescheduled({ program, placed, names }: CodeFile, failures: Failures): Repetition[] {
  return placed.calls.flatMap(({ call, place }): Repetition[] => {
    if (dottedName(call.callee) !== 'setTimeout') return [];
    const units = unitsGiven(call.arguments[0]?.value, place, names);
    const unit = units.find(({ span }) => within(call.span, span));
    const calls = unit ? failures.remoteIn(unit.body).filter(asksAfter) : [];
    if (!unit || calls.length === 0 || !testsProgress(program, unit.body)) return [];
    return [{ kind: 'poll', by: `"${unit.name}"`, head: call.callee.span, span: unit.span, place, calls }];
  });
}

/** The functions of the file that a timer is given: by name, or called in a function that is one line. */
function unitsGiven(given: Expression | undefined, place: Place, names: Names): readonly FunctionUnit[] {
  if (given?.kind === 'name') return names.functionsNamed(given.name);
  if (given?.kind !== 'functionValue') return [];
  return callsIn(given.function.body).flatMap((call) => names.called(call, place.unit));
}

function testsProgress({ text }: Program, body: Block): boolean {
  let tests = false;
  walkBlock(body, {
    intoFunctions: true,
    statement: (statement) => {
      if (statement.kind !== 'if') return;
      tests ||= statement.branches.some(
        ({ condition }) =>
          condition && speaksOfProgress(text.slice(condition.span.start, condition.span.end)),
      );
    },
  });
  return tests;
}
