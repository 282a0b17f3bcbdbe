// The few assertions that the suite needs; `node:assert` does not exist in a web worker.

const shown = (value: unknown) => JSON.stringify(value, undefined, 2) ?? String(value);

/** Narrows: the value is there and truthy. */
export function ok(value: unknown, message = `${shown(value)} is not truthy.`): asserts value {
  if (!value) throw new Error(message);
}

/** Compares by identity. */
export function equal<T>(actual: T, expected: T): void {
  ok(Object.is(actual, expected), `Expected ${shown(expected)}, found ${shown(actual)}.`);
}

/** Compares what JSON keeps of the two values; the order of keys counts. */
export function deepEqual(actual: unknown, expected: unknown): void {
  equal(shown(actual), shown(expected));
}

/** Reads every 50 ms until `accept` takes the value, and resolves to it; after 15 s it throws with the last one. */
export async function eventually<T>(
  read: () => T | PromiseLike<T>,
  accept: (value: T) => unknown = Boolean,
): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    ok(Date.now() < end, `After 15 s it is still ${shown(value)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
