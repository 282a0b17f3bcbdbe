import { Worker } from 'node:worker_threads';

/** Runs beside the fuzzer, which cannot tell that it hangs itself. */
const PROGRAM = `
const { writeSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
const shared = new Int32Array(workerData.shared);
let last = -1, since = Date.now();
setInterval(() => {
  const [steps, seed, feature] = shared;
  if (steps !== last) { last = steps; since = Date.now(); }
  else if (Date.now() - since > 30000) {
    writeSync(2, '\\n' + workerData.features[feature] + ' hangs\\n  npm run fuzz -- --seed ' + seed + ' --count 1\\n');
    process.kill(process.pid, 'SIGKILL');
  }
}, 1000);
`;

/** Ends the process, and says at which document, when nothing moves for half a minute. */
export class Watchdog {
  readonly #shared = new Int32Array(new SharedArrayBuffer(12));
  readonly #features: readonly string[];
  readonly #worker: Worker;

  constructor(features: readonly string[]) {
    this.#features = features;
    const workerData = { shared: this.#shared.buffer, features };
    this.#worker = new Worker(PROGRAM, { eval: true, workerData });
    this.#worker.unref();
  }

  /** Says what is asked now. */
  tell(seed: number, feature: string): void {
    this.#shared[0]++;
    this.#shared[1] = seed;
    this.#shared[2] = this.#features.indexOf(feature);
  }

  stop(): void {
    void this.#worker.terminate();
  }
}
