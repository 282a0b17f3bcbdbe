const WARM_UP = 40;
const ROUNDS = 120;

/** Milliseconds of each round; the processor's are those that count where other programs run beside. */
export interface Times {
  readonly clock: readonly number[];
  readonly processor: readonly number[];
}

/** Lets a text be judged again and again, each time with a blank typed at the end of another line. */
export function timeKeystrokes(text: string, judge: (typed: string) => void): Times {
  const lines = text.split('\n');
  const clock: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    // Another line each time, as a person types.
    const at = 40 + ((round * 13) % (lines.length - 80));
    const typed = [...lines.slice(0, at), `${lines[at]} `, ...lines.slice(at + 1)].join('\n');
    const [start, used] = [performance.now(), process.cpuUsage()];
    judge(typed);
    const { user, system } = process.cpuUsage(used);
    if (round < WARM_UP) continue;
    clock.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  return { clock, processor };
}

/** Prints times under a title. */
export function printTimes(title: string, { clock, processor }: Times): void {
  console.log(title);
  console.log(`  clock      ${shown(clock)}`);
  console.log(`  processor  ${shown(processor)}\n`);
}

function shown(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string => sorted[Math.floor((sorted.length - 1) * part)].toFixed(1).padStart(6);
  return `median ${at(0.5)}  95th percentile ${at(0.95)}  least ${at(0)}`;
}
