import type { Block, CallExpression, Expression } from '../../syntax/code/ast';
import { dottedName, walkBlock } from '../../syntax/code/walk';
import type { Names } from './names';
import type { Place, PlacedCall } from './place';

/** A pause of the process: `time.sleep(30)`, `await sleep(500)`, a promise around `setTimeout`. */
export interface Sleep {
  readonly call: CallExpression;
  readonly place: Place;
  /** Known where it is written as a number. */
  readonly seconds?: number;
}

/** Reads a call as a pause; `undefined` for any other call. */
export function sleepOf({ call, place }: PlacedCall, names: Names): Sleep | undefined {
  if (!mayPause(call.callee, names)) return undefined;
  const name = dottedName(call.callee);
  if (!name) return undefined;
  const [root, ...rest] = name.split('.');
  const imported = names.imports.get(root);
  const full = imported ? [imported.module, imported.name, ...rest].filter(Boolean).join('.') : name;
  const [first, second] = call.arguments;
  if (/^(?:time|asyncio|gevent|trio|anyio)\.sleep$/.test(full)) {
    return { call, place, seconds: number(first?.value, place, names) };
  }
  if (/^(?:node:)?timers\/promises\.(?:setTimeout|wait)/.test(full)) {
    return { call, place, seconds: inSeconds(number(first?.value, place, names)) };
  }
  // `await new Promise((resolve) => setTimeout(resolve, 1000))`.
  if (name === 'setTimeout' && isResolver(first?.value, place)) {
    return { call, place, seconds: inSeconds(number(second?.value, place, names)) };
  }
  const last = rest[rest.length - 1] ?? root;
  const isPause = imported
    ? OF_A_FILE.test(imported.module) && /^(?:sleep|delay|pause)/i.test(last)
    : (rest.length === 0 && isTimerPromise(root, place, names)) ||
      (PAUSES.test(last) && isPauseOfFile(last, names));
  return isPause ? { call, place, seconds: inSeconds(number(first?.value, place, names)) } : undefined;
}

/** Says of most calls at a look that they are no pause; an imported name may stand for any. */
function mayPause(callee: Expression, { imports }: Names): boolean {
  if (callee.kind === 'name' && imports.has(callee.name)) return true;
  return (callee.kind === 'name' || callee.kind === 'member') && PAUSE_LIKE.test(callee.name);
}

const PAUSE_LIKE = /^(?:sleep|delay|wait|pause|timeout|snooze)|setTimeout|timer/i;

/** Modules of one's own and packages that hold nothing but a pause. */
const OF_A_FILE = /^(?:\.|@\/|~\/|delay$|sleep-promise$|await-sleep$)/;

/** `const sleep = promisify(setTimeout)`. */
function isTimerPromise(name: string, place: Place, names: Names): boolean {
  return names.valuesOf(name, place.unit).some((value) => {
    // Also `require('util').promisify(setTimeout)`, which is no dotted name.
    if (value.kind !== 'call' || (value.callee.kind !== 'name' && value.callee.kind !== 'member'))
      return false;
    if (value.callee.name !== 'promisify') return false;
    const [timer] = value.arguments;
    return timer?.value.kind === 'name' && timer.value.name === 'setTimeout';
  });
}

/** A function of the file that only waits for a timer. */
function isPauseOfFile(name: string, names: Names): boolean {
  const unit = names.functionsNamed(name)[0];
  return unit !== undefined && waitsOnly(unit.body);
}

const PAUSES = /^(?:sleep|delay|wait|pause|timeout|snooze|sleepFor|waitFor)(?:Ms|_ms|Seconds)?$/i;

/** True inside the function that a promise is made with, where the timer only resolves it. */
function isResolver(callback: Expression | undefined, place: Place): boolean {
  const made = place.passedTo;
  if (!made?.isNew || made.callee.kind !== 'name' || made.callee.name !== 'Promise') return false;
  return callback?.kind === 'name' || callback?.kind === 'functionValue';
}

/** True for a function that does nothing but wait for a timer. */
function waitsOnly(body: Block): boolean {
  if (body.statements.length > 2 || body.statements.some(({ kind }) => kind === 'loop')) return false;
  let timer = false;
  walkBlock(body, {
    intoFunctions: true,
    expression: (expression) => {
      if (expression.kind === 'call' && dottedName(expression.callee) === 'setTimeout') timer = true;
    },
  });
  return timer;
}

function number(value: Expression | undefined, place: Place, names: Names): number | undefined {
  if (value?.kind === 'number') return value.value;
  if (value?.kind === 'name') {
    const values = names.valuesOf(value.name, place.unit);
    return values.length === 1 && values[0].kind === 'number' ? values[0].value : undefined;
  }
  if (value?.kind === 'other' && value.operators.every((operator) => operator === '*')) {
    const factors = value.parts.map((part) => number(part, place, names));
    return factors.reduce(
      (product, factor) => (product === undefined || factor === undefined ? undefined : product * factor),
      1,
    );
  }
  return undefined;
}

function inSeconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
