/** A line on standard error that says how far a long run is; nothing where no one is watching. */
export class Progress {
  readonly #total: number;
  readonly #shown: boolean;
  readonly #started = Date.now();
  #done = 0;
  #last = 0;

  constructor(total: number) {
    this.#total = total;
    this.#shown = process.stderr.isTTY === true;
  }

  step(path: string): void {
    this.#done++;
    const now = Date.now();
    // Short runs show nothing, long ones ten times a second.
    if (!this.#shown || now - this.#started < 500 || now - this.#last < 100) return;
    this.#last = now;
    const width = (process.stderr.columns ?? 80) - 1;
    process.stderr.write(`\r\x1b[K${`${this.#done}/${this.#total} ${path}`.slice(0, width)}`);
  }

  end(): void {
    if (this.#last > 0) process.stderr.write('\r\x1b[K');
  }
}
