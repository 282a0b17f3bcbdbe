import type { CronSchedule } from '../expressions/cron';
import type { CronItem } from '../expressions/cronItem';

/** The days of a month on which a cron schedule fires, ascending; `month` is 1 to 12. */
export function daysOfMonth({ dayOfMonth, dayOfWeek }: CronSchedule, year: number, month: number): number[] {
  const length = lengthOfMonth(year, month);
  // Sunday is 1.
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 1;
  const weekdayOf = (day: number): number => ((first - 1 + day - 1) % 7) + 1;
  const days = new Set<number>();
  const add = (day: number): void => {
    if (day >= 1 && day <= length) days.add(day);
  };
  const byMonth = dayOfMonth.open ? [] : dayOfMonth.values;
  for (const day of byMonth) add(day);
  if (!dayOfMonth.open)
    for (const item of dayOfMonth.items) for (const day of specialDays(item, length, weekdayOf)) add(day);
  if (!dayOfWeek.open) {
    const weekdays = new Set(dayOfWeek.values);
    for (let day = 1; day <= length; day++) if (weekdays.has(weekdayOf(day))) add(day);
    for (const item of dayOfWeek.items) for (const day of specialDays(item, length, weekdayOf)) add(day);
  }
  return [...days].sort((a, b) => a - b);
}

function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function specialDays(item: CronItem, length: number, weekdayOf: (day: number) => number): number[] {
  switch (item.kind) {
    case 'lastDay':
      return [length - item.before];
    case 'lastWeekday':
      return [nearestWeekday(length, length, weekdayOf)];
    case 'nearestWeekday':
      return item.day > length ? [] : [nearestWeekday(item.day, length, weekdayOf)];
    case 'lastOfWeekday':
      return [length - ((weekdayOf(length) - item.weekday + 7) % 7)];
    case 'nthWeekday':
      return [1 + ((item.weekday - weekdayOf(1) + 7) % 7) + (item.nth - 1) * 7];
    default:
      return [];
  }
}

/** The nearest Monday to Friday that does not leave the month. */
function nearestWeekday(day: number, length: number, weekdayOf: (day: number) => number): number {
  const weekday = weekdayOf(day);
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === length ? day - 2 : day + 1;
  return day;
}
