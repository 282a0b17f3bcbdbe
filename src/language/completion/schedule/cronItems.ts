import { CRON_FIELDS, type CronFieldRange } from '../../../expressions/cronFieldRange';

/** A text that can stand in a field, with what it means there. */
export interface Choice {
  readonly text: string;
  readonly meaning: string;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * What can stand as one item of a field of `cron(…)`, the likeliest first. `fields` are the words of the
 * expression as far as they are written; `from` is the year that is now.
 */
export function cronChoices(index: number, fields: readonly string[], from: number): Choice[] {
  const range = CRON_FIELDS[index];
  if (!range) return [];
  const every: Choice = { text: '*', meaning: `every ${range.label}` };
  switch (range.name) {
    case 'minute':
      return [
        { text: '0', meaning: 'at the full hour' },
        every,
        ...[5, 10, 15, 20, 30].map((step) => ({ text: `0/${step}`, meaning: `every ${step} minutes` })),
        ...numbers(range, 1, (minute) => `minute ${minute}`),
      ];
    case 'hour':
      return [
        ...numbers(range, 0, (hour) => `${String(hour).padStart(2, '0')}:00 to ${hour}:59`),
        every,
        ...[2, 3, 4, 6, 8, 12].map((step) => ({ text: `0/${step}`, meaning: `every ${step} hours` })),
        { text: '8-18', meaning: 'every hour from 8 to 18' },
      ];
    case 'dayOfMonth':
      return [
        ...days(fields[4], every),
        { text: 'L', meaning: 'the last day of the month' },
        { text: '1W', meaning: 'the Monday to Friday nearest to day 1 of the month' },
        { text: '15W', meaning: 'the Monday to Friday nearest to day 15 of the month' },
        ...numbers(range, 1, (day) => `day ${day} of the month`),
      ];
    case 'month':
      return [
        every,
        ...(range.names ?? []).map((text, month) => ({ text, meaning: MONTHS[month] })),
        { text: '1/3', meaning: 'January, April, July and October' },
        ...numbers(range, 1, (month) => MONTHS[month - 1]),
      ];
    case 'dayOfWeek':
      return [
        ...days(fields[2], every),
        { text: 'MON-FRI', meaning: 'Monday to Friday' },
        ...(range.names ?? []).map((text, day) => ({ text, meaning: DAYS[day] })),
        { text: '2#1', meaning: 'the first Monday of the month' },
        { text: '6L', meaning: 'the last Friday of the month' },
        ...numbers(range, 1, (day) => DAYS[day - 1]),
      ];
    case 'year':
      return [
        every,
        ...[0, 1, 2, 3].map((more) => ({ text: String(from + more), meaning: `only in ${from + more}` })),
        { text: `${from}-${from + 4}`, meaning: `from ${from} to ${from + 4}` },
      ];
  }
}

/** One of the two day fields is "?": where the other one says which days, nothing else can stand here. */
function days(other: string | undefined, every: Choice): Choice[] {
  const open: Choice = { text: '?', meaning: 'not said here: the other day field says which days' };
  return other !== undefined && other !== '?' && other !== '' ? [open, every] : [every, open];
}

function numbers(range: CronFieldRange, first: number, meaning: (value: number) => string): Choice[] {
  return Array.from({ length: range.max - first + 1 }, (_, index) => ({
    text: String(first + index),
    meaning: meaning(first + index),
  }));
}
