import { EventError } from './eventValue';

/** Without one of these AWS refuses to test a pattern on an event (TestEventPattern, API reference). */
const REQUIRED = ['id', 'detail-type', 'source', 'account', 'time', 'region'] as const;

/** AWS's answer to an event that it refuses to test. */
export const EVENT_NOT_VALID = 'Parameter Event is not valid.';

/** Throws an `EventError` for an event that AWS's TestEventPattern refuses. */
export function requireTestEvent(event: unknown): void {
  let value = event;
  if (typeof event === 'string') {
    try {
      value = JSON.parse(event) as unknown;
    } catch {
      throw new EventError('The event is not JSON.');
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new EventError('An event is a JSON object.');
  }
  const missing = REQUIRED.filter((name) => !Object.hasOwn(value, name));
  if (missing.length > 0) {
    throw new EventError(
      `The event lacks ${missing.map((name) => `"${name}"`).join(', ')}, which AWS wants to test a pattern.`,
    );
  }
}
