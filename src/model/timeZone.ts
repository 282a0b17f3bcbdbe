/** A time by the clock of some zone; `month` is 1 to 12. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** True for a name of the time zone database that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const HALF_DAY = 12 * 3_600_000;

/** The clock of a time zone: UTC to local time and back, changes of the clock included. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat | undefined;
  /** Offsets by hour: a change of the clock never falls inside of one twice. */
  readonly #offsets = new Map<number, number>();

  /** Throws a `RangeError` for a zone that this runtime does not know. */
  constructor(readonly zone: string) {
    if (zone === 'UTC') return;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Milliseconds to add to UTC. */
  offset(time: number): number {
    if (!this.#format) return 0;
    const quarter = Math.floor(time / 900_000);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const at = quarter * 900_000;
    const parts: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(at)) parts[type] = value;
    const { year, month, day, hour, minute, second } = parts;
    const offset =
      utc({ year: +year, month: +month, day: +day, hour: +hour, minute: +minute, second: +second }) - at;
    if (this.#offsets.size > 5000) this.#offsets.clear();
    this.#offsets.set(quarter, offset);
    return offset;
  }

  local(time: number): LocalTime {
    const date = new Date(time + this.offset(time));
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
    };
  }

  /** When the clock shows a time: never where it skips it, twice where it is put back. Ascending. */
  times(local: LocalTime): number[] {
    const shown = utc(local);
    const offsets = new Set([
      this.offset(shown - HALF_DAY - HALF_DAY),
      this.offset(shown + HALF_DAY + HALF_DAY),
    ]);
    return [...offsets]
      .map((offset) => shown - offset)
      .filter((time) => time + this.offset(time) === shown)
      .sort((a, b) => a - b);
  }
}

function utc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
