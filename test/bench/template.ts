import type { lint as lintType } from '../../src/rules/run';
import { syntheticTemplate } from './syntheticTemplate';

/** Milliseconds that a template of 2,000 lines with 50 rules may take after a keystroke. */
const BUDGET = 60;
const WARM_UP = 40;
const ROUNDS = 120;

/**
 * Prints what one keystroke in a large template costs: read, located and judged anew. The processor's time is
 * what counts where other programs run beside.
 */
export function benchTemplate(lint: typeof lintType): void {
  const text = syntheticTemplate();
  const lines = text.split('\n');
  const wall: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    // Another line each time, as a person types.
    const at = 40 + ((round * 13) % (lines.length - 80));
    const typed = [...lines.slice(0, at), `${lines[at]} `, ...lines.slice(at + 1)].join('\n');
    const [start, used] = [performance.now(), process.cpuUsage()];
    lint({ path: 'template.yaml', text: typed });
    const { user, system } = process.cpuUsage(used);
    if (round < WARM_UP) continue;
    wall.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  console.log(`A keystroke in a template of ${lines.length} lines with 50 rules (at most ${BUDGET} ms):`);
  console.log(`  clock      ${shown(wall)}`);
  console.log(`  processor  ${shown(processor)}\n`);
}

function shown(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string => sorted[Math.floor((sorted.length - 1) * part)].toFixed(1).padStart(6);
  return `median ${at(0.5)}  95th percentile ${at(0.95)}  least ${at(0)}`;
}
