import type { CronSchedule } from '../expressions/cron';
import { rateInterval, type RateSchedule } from '../expressions/rate';
import type { Schedule } from '../expressions/schedule';
import { daysOfMonth } from './scheduleDays';
import { ZoneClock, type LocalTime } from './timeZone';

export interface FiringOptions {
  /** Firings after this moment are given. */
  readonly from: Date | string;
  /** A name of the time zone database; rules always run by UTC. */
  readonly timeZone?: string;
  readonly count: number;
  /** Scheduler's start and end date; a rate counts from the start, else from `from`. */
  readonly start?: Date | string;
  readonly end?: Date | string;
}

/** A time by the clock at which a schedule fires, or does not because the clock leaves the time out. */
export interface Firing {
  /** Absent where the clock skips the time, in spring. */
  readonly time?: Date;
  /** By the schedule's clock, `2030-11-20T13:00:00`. */
  readonly local: string;
  /** `skipped` in spring; `repeated` in autumn, when the clock shows the time twice and the schedule fires the first time. */
  readonly clock?: 'skipped' | 'repeated';
}

/** The last year that a schedule can name. */
const LAST_YEAR = 2199;

/** The next firings after a moment, at most `count`; the times that the clock skips are left out. */
export function nextOccurrences(schedule: Schedule, options: FiringOptions): Date[] {
  const times: Date[] = [];
  for (const { time } of firings(schedule, options)) {
    if (time) times.push(time);
    if (times.length >= options.count) break;
  }
  return times;
}

/** The next `count` firings and, between them, the times that the clock skips. */
export function nextFirings(schedule: Schedule, options: FiringOptions): Firing[] {
  const found: Firing[] = [];
  let count = 0;
  if (options.count <= 0) return found;
  for (const firing of firings(schedule, options)) {
    found.push(firing);
    if (firing.time && ++count >= options.count) break;
  }
  return found;
}

function* firings(
  schedule: Schedule,
  { from, timeZone = 'UTC', count, start, end }: FiringOptions,
): Generator<Firing> {
  if (count <= 0) return;
  const clock = new ZoneClock(timeZone);
  const first = start === undefined ? -Infinity : moment(start);
  const after = Math.max(moment(from), first - 1);
  const last = end === undefined ? Infinity : moment(end);
  if (schedule.type === 'rate')
    yield* rateFirings(schedule, Number.isFinite(first) ? first : moment(from), after, last, clock);
  else if (schedule.type === 'at') yield* firingAt(schedule, clock, after, last);
  else yield* cronFirings(schedule, clock, after, last);
}

function moment(value: Date | string): number {
  const time = typeof value === 'string' ? Date.parse(value) : value.getTime();
  if (Number.isNaN(time)) throw new RangeError(`"${String(value)}" is not a point in time.`);
  return time;
}

function* rateFirings(
  schedule: RateSchedule,
  origin: number,
  after: number,
  last: number,
  clock: ZoneClock,
): Generator<Firing> {
  const interval = rateInterval(schedule);
  const passed = Math.max(0, Math.floor((after - origin) / interval) + 1);
  for (let time = origin + passed * interval; time <= Math.min(last, 8.64e15); time += interval) {
    if (time > after) yield { time: new Date(time), local: written(clock.local(time)) };
  }
}

/** A time by the clock; nothing where the time is not asked for. */
function* firingAt(local: LocalTime, clock: ZoneClock, after: number, last: number): Generator<Firing> {
  const times = clock.times(local);
  if (times.length === 0) {
    // The moment at which the clock would have shown the time, had it not been put forward.
    const shown = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
    const time = shown - clock.offset(shown - 86_400_000);
    if (time > after && time <= last) yield { local: written(local), clock: 'skipped' };
    return;
  }
  const [time] = times;
  if (time <= after || time > last) return;
  yield {
    time: new Date(time),
    local: written(local),
    ...(times.length > 1 && { clock: 'repeated' as const }),
  };
}

function* cronFirings(
  schedule: CronSchedule,
  clock: ZoneClock,
  after: number,
  last: number,
): Generator<Firing> {
  const { minute, hour, month, year } = schedule;
  // A day earlier: the clock may have been put back since.
  const begin = clock.local(Math.max(after - 86_400_000, 0));
  for (const inYear of year.values) {
    if (inYear < begin.year || inYear > LAST_YEAR) continue;
    for (const inMonth of month.values) {
      if (inYear === begin.year && inMonth < begin.month) continue;
      if (Date.UTC(inYear, inMonth - 1, 1) - 86_400_000 > last) return;
      for (const day of daysOfMonth(schedule, inYear, inMonth)) {
        if (inYear === begin.year && inMonth === begin.month && day < begin.day) continue;
        for (const inHour of hour.values) {
          for (const inMinute of minute.values) {
            const local = { year: inYear, month: inMonth, day, hour: inHour, minute: inMinute, second: 0 };
            yield* firingAt(local, clock, after, last);
          }
        }
      }
    }
  }
}

function written({ year, month, day, hour, minute, second }: LocalTime): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}
