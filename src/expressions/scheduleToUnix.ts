import type { CronSchedule } from './cron';
import { CRON_FIELDS } from './cronFieldRange';
import { cronRuns, cronValues } from './cronText';
import type { Schedule } from './schedule';

/** A cron of Unix that fires at the same times, or why there is none. */
export type UnixCron = { readonly cron: string } | { readonly error: string };

const [MINUTE, HOUR, DAY, MONTH] = CRON_FIELDS;

/** Turns a schedule of AWS into a cron of Unix, as Airflow and crontab take it. */
export function awsScheduleToUnix(schedule: Schedule): UnixCron {
  if (schedule.type === 'at') return { error: 'A cron of Unix cannot run something once.' };
  if (schedule.type === 'rate') {
    const { value, unit } = schedule;
    if (unit === 'minute' && 60 % value === 0)
      return { cron: value === 1 ? '* * * * *' : value === 60 ? '0 * * * *' : `*/${value} * * * *` };
    if (unit === 'hour' && 24 % value === 0)
      return { cron: value === 1 ? '0 * * * *' : value === 24 ? '0 0 * * *' : `0 */${value} * * *` };
    if (unit === 'day' && value === 1) return { cron: '0 0 * * *' };
    return { error: `Every ${value} ${unit}s does not come out even in a cron of Unix.` };
  }
  return convert(schedule);
}

function convert({ minute, hour, dayOfMonth, month, dayOfWeek, year }: CronSchedule): UnixCron {
  const special = [dayOfMonth, dayOfWeek].find(({ items }) =>
    items.some(({ kind }) => kind !== 'values' && kind !== 'open'),
  );
  if (special) return { error: `A cron of Unix has no "${special.text}".` };
  if (year.text.replaceAll(',', '') !== '*') return { error: 'A cron of Unix has no year.' };
  const weekday =
    dayOfWeek.open || dayOfWeek.values.length === 7
      ? '*'
      : cronRuns(dayOfWeek.values.map((value) => value - 1));
  const day = dayOfMonth.open ? '*' : cronValues(dayOfMonth.values, DAY);
  return {
    cron: [
      cronValues(minute.values, MINUTE),
      cronValues(hour.values, HOUR),
      day,
      cronValues(month.values, MONTH),
      weekday,
    ].join(' '),
  };
}
