const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A moment by some clock. */
export interface ClockTime {
  /** Days since Monday of the week that is shown; below 0 or above 6 for other weeks. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** Moments by the clock of a zone, as days of the week that begins at `monday` (midnight of a Monday by that clock). */
export class ZoneClock {
  readonly #monday: number;
  readonly #format: Intl.DateTimeFormat;
  /** By quarter of an hour, in which no clock changes. */
  readonly #offsets = new Map<number, number>();

  /** `monday` is kept as if the clock were that of UTC. */
  constructor(zone: string, monday: number) {
    this.#monday = monday;
    this.#format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, calendar: 'gregory', hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    });
  }

  at(time: number): ClockTime {
    const local = time + this.#offset(time) - this.#monday;
    const day = Math.floor(local / (24 * HOUR));
    return { day, minute: Math.floor((local - day * 24 * HOUR) / MINUTE) };
  }

  #offset(time: number): number {
    const quarter = Math.floor(time / (15 * MINUTE)) * 15 * MINUTE;
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of this.#format.formatToParts(quarter)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, hour, minute) - quarter;
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

/** The Monday of the week of a moment, at midnight, as if the clock were that of UTC. */
export function mondayOf(time: number): number {
  const day = Math.floor(time / (24 * HOUR));
  // 1970 began on a Thursday.
  return (day - ((((day + 3) % 7) + 7) % 7)) * 24 * HOUR;
}

/** `07:05`. */
export function clockText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
