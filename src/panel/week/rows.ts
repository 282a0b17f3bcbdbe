import type { WeekResult, WeekSchedule } from '../../protocol/week';
import { daysText } from './collisions';
import { clockText, ZoneClock, type ClockTime } from './zoneClock';

/** A start of a schedule inside of the week that is shown. */
export interface Start extends ClockTime {
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A schedule as a line of the view. */
export interface Row {
  readonly index: number;
  readonly schedule: WeekSchedule;
  readonly starts: readonly Start[];
}

/** By whose clock the week is shown: one for all, or that of each schedule. */
export type Clock = 'utc' | 'user' | 'own';

/** Clocks for a week that begins on a Monday. */
export class Clocks {
  readonly #monday: number;
  readonly #userZone: string;
  readonly #clocks = new Map<string, ZoneClock>();

  constructor(monday: number, userZone: string) {
    this.#monday = monday;
    this.#userZone = userZone;
  }

  /** One clock for all of the view; where each schedule has its own, UTC. */
  common(clock: Clock): ZoneClock {
    return this.#of(clock === 'user' ? this.#userZone : 'UTC');
  }

  of(clock: Clock, { zone }: WeekSchedule): ZoneClock {
    return clock === 'own' ? this.#of(zone ?? 'UTC') : this.common(clock);
  }

  #of(zone: string): ZoneClock {
    let clock = this.#clocks.get(zone);
    if (!clock) this.#clocks.set(zone, (clock = new ZoneClock(zone, this.#monday)));
    return clock;
  }
}

/** More starts in a week than this are a rhythm rather than times. */
export const MOST_TIMES = 28;

/** The lines of a week: the earliest of the day first, then what starts all day long, then what has no times. */
export function rowsOf({ schedules }: WeekResult, clock: Clock, clocks: Clocks): Row[] {
  return schedules
    .map((schedule, index) => {
      const own = clocks.of(clock, schedule);
      const starts = schedule.firings
        .map((time) => ({ time, ...own.at(time) }))
        .filter(({ day }) => day >= 0 && day < 7);
      return { index, schedule, starts };
    })
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index);
}

const MINUTES = 24 * 60;

function rank({ starts }: Row): number {
  if (starts.length === 0) return 2 * MINUTES;
  const earliest = Math.min(...starts.map(({ minute }) => minute));
  return starts.length > MOST_TIMES ? MINUTES + earliest : earliest;
}

/** The starts of a line in words: `00:00 every day; 12:00 Monday to Friday`. */
export function startsText({ starts }: Row): string {
  const byMinute = new Map<number, number[]>();
  for (const { day, minute } of starts) byMinute.set(minute, [...(byMinute.get(minute) ?? []), day]);
  return [...byMinute]
    .sort(([a], [b]) => a - b)
    .map(([minute, days]) => `${clockText(minute)} ${daysText([...new Set(days)].sort((a, b) => a - b))}`)
    .join('; ');
}
