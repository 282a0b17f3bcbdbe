import { dottedName } from '../../syntax/code/walk';
import type { CodeFile } from './codeFile';
import { within, type Failures } from './failures';
import { asksAfter } from './progress';
import type { Repetition } from './repetition';

/** Timers that ask again how far something is: `setInterval(async () => …, 10000)`. */
export function timers({ program, placed, names }: CodeFile, failures: Failures): Repetition[] {
  if (program.language === 'python') return [];
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
