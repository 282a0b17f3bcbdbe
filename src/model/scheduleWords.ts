import type { CronSchedule } from '../expressions/cron';
import type { CronField } from '../expressions/cronField';
import type { CronItem } from '../expressions/cronItem';
import type { Schedule } from '../expressions/schedule';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NTH = ['first', 'second', 'third', 'fourth', 'fifth'];
/** More times of day than this are not listed one by one. */
const MOST_TIMES = 6;

/** What a schedule means, to begin a sentence with: `At 09:00 (UTC) on Monday to Friday`. */
export function describeSchedule(schedule: Schedule, timeZone = 'UTC'): string {
  if (schedule.type === 'rate') {
    const { value, unit } = schedule;
    return value === 1 ? `Every ${unit}` : `Every ${value} ${unit}s`;
  }
  if (schedule.type === 'at') {
    const { year, month, day, hour, minute, second } = schedule;
    const time = clock(hour, minute) + (second > 0 ? `:${two(second)}` : '');
    return `Once, on ${day} ${MONTHS[month - 1]} ${year} at ${time} (${timeZone})`;
  }
  const parts = [
    describeTime(schedule, timeZone),
    describeDays(schedule),
    describeMonths(schedule),
    describeYears(schedule),
  ];
  return parts.filter(Boolean).join(' ');
}

function describeTime({ minute, hour }: CronSchedule, zone: string): string {
  const minutes = minute.values;
  const hours = hour.values;
  const everyHour = hours.length === 24;
  const step = stepOf(minutes, 60);
  if (minutes.length * hours.length <= MOST_TIMES) {
    const times = hours.flatMap((inHour) => minutes.map((inMinute) => clock(inHour, inMinute)));
    return `At ${listed(times)} (${zone})`;
  }
  const every =
    minutes.length === 60
      ? 'Every minute'
      : step !== undefined && minutes.length > 1
        ? `Every ${step} minutes${minutes[0] > 0 ? ` from minute ${minutes[0]}` : ''}`
        : minutes.length === 1 && minutes[0] === 0
          ? 'At the full hour'
          : `At ${minutes.length === 1 ? 'minute' : 'the minutes'} ${listed(minutes)} of the hour`;
  if (everyHour) return every;
  const hourStep = stepOf(hours, 24);
  if (hourStep !== undefined && hours.length > 1) {
    return `${every}, every ${hourStep} hours${hours[0] > 0 ? ` from ${clock(hours[0], 0)}` : ''} (${zone})`;
  }
  const [first] = hours;
  const last = hours[hours.length - 1];
  if (last - first === hours.length - 1) {
    return `${every} from ${clock(first, minutes[0])} to ${clock(last, minutes[minutes.length - 1])} (${zone})`;
  }
  return `${every} in the hours from ${listed(hours.map((inHour) => clock(inHour, 0)))} (${zone})`;
}

/** The step of values that go on evenly until `size`, with no gap at its end. */
function stepOf(values: readonly number[], size: number): number | undefined {
  if (values.length < 2) return undefined;
  const step = values[1] - values[0];
  if (step === 1 || values[values.length - 1] + step < size) return undefined;
  return values.every((value, index) => value === values[0] + index * step) ? step : undefined;
}

function describeDays({ dayOfMonth, dayOfWeek }: CronSchedule): string {
  const days: string[] = [];
  if (!dayOfMonth.open) {
    if (dayOfMonth.values.length === 31) return 'every day';
    const specials = dayOfMonth.items.flatMap((item) => describeItem(item) ?? []);
    const { values } = dayOfMonth;
    const plain = values.length > 0 ? [`day ${consecutive(values, String)} of the month`] : [];
    days.push(...plain, ...specials);
  }
  if (!dayOfWeek.open) {
    if (dayOfWeek.values.length === 7) return 'every day';
    const specials = dayOfWeek.items.flatMap((item) => describeItem(item) ?? []);
    const { values } = dayOfWeek;
    if (
      specials.length === 0 &&
      values.length > 2 &&
      values[values.length - 1] - values[0] === values.length - 1
    ) {
      return consecutive(values, (value) => DAYS[value - 1]);
    }
    days.push(...(values.length > 0 ? [consecutive(values, (value) => DAYS[value - 1])] : []), ...specials);
  }
  return days.length > 0 ? `on ${listed(days)}` : 'on no day';
}

function describeItem(item: CronItem): string | undefined {
  switch (item.kind) {
    case 'lastDay':
      return item.before === 0
        ? 'the last day of the month'
        : `the day ${item.before} ${item.before === 1 ? 'day' : 'days'} before the last of the month`;
    case 'lastWeekday':
      return 'the last Monday to Friday of the month';
    case 'nearestWeekday':
      return `the Monday to Friday nearest to day ${item.day} of the month`;
    case 'lastOfWeekday':
      return `the last ${DAYS[item.weekday - 1]} of the month`;
    case 'nthWeekday':
      return `the ${NTH[item.nth - 1]} ${DAYS[item.weekday - 1]} of the month`;
    default:
      return undefined;
  }
}

function describeMonths({ month }: CronSchedule): string {
  return month.values.length === 12 ? '' : `in ${consecutive(month.values, (value) => MONTHS[value - 1])}`;
}

function describeYears({ year }: CronSchedule): string {
  if (isEvery(year)) return '';
  const { values } = year;
  const [first] = values;
  const step = values.length > 2 ? values[1] - first : 1;
  if (step > 1 && values.every((value, index) => value === first + index * step)) {
    return `every ${step} years from ${first} to ${values[values.length - 1]}`;
  }
  return `in ${consecutive(values, String)}`;
}

function isEvery({ items }: CronField): boolean {
  return items.some(
    (item) => item.kind === 'values' && item.from === 1970 && item.to === 2199 && item.step === 1,
  );
}

/** `1, 15 and 28 to 31`: runs of three and more are given by their ends. */
function consecutive(values: readonly number[], name: (value: number) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < values.length;) {
    let end = at;
    while (end + 1 < values.length && values[end + 1] === values[end] + 1) end++;
    if (end - at >= 2) parts.push(`${name(values[at])} to ${name(values[end])}`);
    else for (let one = at; one <= end; one++) parts.push(name(values[one]));
    at = end + 1;
  }
  return listed(parts);
}

function listed(parts: readonly (string | number)[]): string {
  if (parts.length < 2) return String(parts[0] ?? 'never');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

function clock(hour: number, minute: number): string {
  return `${two(hour)}:${two(minute)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
