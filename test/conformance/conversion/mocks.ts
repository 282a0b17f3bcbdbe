import { Failure } from './failure';
import { isObject, type Json, type JsonObject } from './json';

export interface Mock {
  readonly output?: Json;
  readonly error?: string | null;
  readonly cause?: string | null;
  readonly repeat?: boolean;
  readonly errorAbsent?: boolean;
  readonly timedOut?: boolean;
  readonly iteration?: readonly number[];
  readonly $fn?: 'echo' | 'lambdaInvokeEcho';
}

/** The recorded answers of the tasks, each given once and in order. */
export class Mocks {
  readonly #left: Map<string, Mock[]>;
  /** What was sent, in order. */
  readonly requests: { readonly state: string; readonly request: Json }[] = [];

  constructor(mocks: Readonly<Record<string, readonly Mock[]>>) {
    this.#left = new Map(Object.entries(mocks).map(([state, answers]) => [state, [...answers]]));
  }

  answer(state: string, request: Json, iteration: readonly number[]): Json {
    this.requests.push({ state, request });
    const left = this.#left.get(state) ?? [];
    const index = left.findIndex((mock) => !mock.iteration || mock.iteration.at(-1) === iteration.at(-1));
    if (index < 0) throw new Error(`no answer is left for ${state}`);
    const mock = left[index];
    if (mock.$fn === 'echo') return request;
    if (mock.$fn === 'lambdaInvokeEcho') {
      const payload = isObject(request) ? request.Payload : null;
      return { ExecutedVersion: '$LATEST', StatusCode: 200, Payload: payload ?? null };
    }
    if (!mock.repeat) left.splice(index, 1);
    if (mock.output !== undefined) return mock.output;
    // An expiry without a cause is caught with an empty one.
    throw new Failure(mock.error ?? null, mock.timedOut ? (mock.cause ?? undefined) : mock.cause);
  }
}

/** What a catcher hands on about an error. */
export function errorOutput({ error, reason }: Failure): JsonObject {
  const Cause = reason === undefined ? (error === null ? null : '') : reason;
  return { Error: error, Cause };
}
