import type { CronSchedule } from '../expressions/cron';
import { CRON_FIELDS } from '../expressions/cronFieldRange';
import { cronRuns, cronValues } from '../expressions/cronText';
import { ZoneClock } from './timeZone';

/** A cron by UTC, or why there is none. */
export type UtcCron =
  | {
      readonly expression: string;
      /** When the zone next changes its clock, from where on the expression fires at another local time. */
      readonly until?: Date;
    }
  | { readonly error: string };

const [MINUTE, HOUR, , , WEEKDAY] = CRON_FIELDS;
const DAY = 24 * 60;

/** Moves a cron that is meant by the clock of a zone to UTC, with the zone's offset at a moment. */
export function cronInUtc(schedule: CronSchedule, zone: string, at: Date): UtcCron {
  const clock = new ZoneClock(zone);
  const offset = clock.offset(at.getTime()) / 60_000;
  const times = schedule.hour.values.flatMap((hour) =>
    schedule.minute.values.map((minute) => hour * 60 + minute - offset),
  );
  const onDay = times.map((time) => ((time % DAY) + DAY) % DAY);
  const hours = ascending(onDay.map((time) => Math.floor(time / 60)));
  const minutes = ascending(onDay.map((time) => time % 60));
  if (hours.length * minutes.length !== new Set(onDay).size) {
    return {
      error: 'In UTC its minutes are not the same in every hour, which takes more than one expression.',
    };
  }
  const days = shiftedDays(schedule, new Set(times.map((time) => Math.floor(time / DAY))));
  if (days === undefined) {
    return { error: 'In UTC it falls on the day before or after, and its days cannot be moved by one.' };
  }
  const until = nextChange(clock, at);
  const expression = `cron(${cronValues(minutes, MINUTE)} ${cronValues(hours, HOUR)} ${days} ${schedule.year.text})`;
  return { expression, ...(until && { until }) };
}

/** Day of the month, month and day of the week, moved by the days that the times moved. */
function shiftedDays(schedule: CronSchedule, moved: ReadonlySet<number>): string | undefined {
  const { dayOfMonth, month, dayOfWeek, year } = schedule;
  const as = `${dayOfMonth.text} ${month.text} ${dayOfWeek.text}`;
  const [by] = moved;
  if (moved.size === 1 && by === 0) return as;
  if (month.values.length < 12 || year.values.length < 230) return undefined;
  if (dayOfMonth.values.length === 31 || dayOfWeek.values.length === 7) return as;
  if (!dayOfMonth.open || moved.size > 1 || dayOfWeek.items.some(({ kind }) => kind !== 'values'))
    return undefined;
  const weekdays = ascending(dayOfWeek.values.map((day) => ((day - 1 + by + 7) % 7) + 1));
  return `? ${month.text} ${cronRuns(weekdays, (day) => WEEKDAY.names?.[day - 1] ?? String(day))}`;
}

/** The first change of a zone's clock within a year, to the quarter of an hour. */
function nextChange(clock: ZoneClock, from: Date): Date | undefined {
  const begin = from.getTime();
  const offset = clock.offset(begin);
  for (let day = 1; day <= 366; day++) {
    let high = begin + day * 86_400_000;
    if (clock.offset(high) === offset) continue;
    let low = high - 86_400_000;
    while (high - low > 900_000) {
      const middle = (low + high) / 2;
      if (clock.offset(middle) === offset) low = middle;
      else high = middle;
    }
    return new Date(Math.floor(high / 900_000) * 900_000);
  }
  return undefined;
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
