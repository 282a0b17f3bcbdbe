/** An error as Step Functions reports it; those of reading data in JSONPath end the execution. */
export class Failure extends Error {
  constructor(
    readonly error: string | null,
    readonly reason?: string | null,
    readonly catchable = true,
  ) {
    super(`${error ?? 'no error'}: ${reason ?? ''}`);
  }
}

export function runtimeFailure(reason: string): Failure {
  return new Failure('States.Runtime', reason, false);
}
