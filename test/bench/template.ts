import type { lint as lintType } from '../../src/rules/run';
import { printTimes, timeKeystrokes } from './keystroke';
import { syntheticTemplate } from './syntheticTemplate';

/** Milliseconds that a template of 2,000 lines with 50 rules may take after a keystroke. */
const BUDGET = 60;

/** Prints what one keystroke in a large template costs: read, located and judged anew. */
export function benchTemplate(lint: typeof lintType): void {
  const text = syntheticTemplate();
  const lines = text.split('\n').length;
  printTimes(
    `A keystroke in a template of ${lines} lines with 50 rules (at most ${BUDGET} ms):`,
    timeKeystrokes(text, (typed) => lint({ path: 'template.yaml', text: typed })),
  );
}
