import type { lint as lintType } from '../../src/rules/run';
import { printTimes, timeKeystrokes } from './keystroke';
import { syntheticHandlers } from './syntheticHandlers';

/** Milliseconds that a program of 2,000 lines may take after a keystroke. */
const BUDGET = 50;

/** Prints what one keystroke in a large file of Python costs: read, modelled and judged anew. */
export function benchCode(lint: typeof lintType): void {
  const text = syntheticHandlers(95);
  const lines = text.split('\n').length;
  printTimes(
    `A keystroke in a program of ${lines} lines with 95 handlers (at most ${BUDGET} ms):`,
    timeKeystrokes(text, (typed) => lint({ path: 'app.py', text: typed })),
  );
}
