import { CRON_FIELDS, type CronFieldRange } from './cronFieldRange';

/** AWS's expressions for a Unix cron, one or two; `note` says what is not quite the same. */
export type ConvertedSchedule =
  { readonly expressions: readonly string[]; readonly note?: string } | { readonly error: string };

const PRESETS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@quarterly': '0 0 1 1/3 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const [MINUTE, HOUR, DAY, MONTH, WEEKDAY] = CRON_FIELDS;

/**
 * Turns a cron of Unix (five fields, days of the week from 0) or a preset (`@daily`, those of
 * Airflow included) into AWS's. A cron that names both kinds of days fires on either in Unix, which
 * takes two expressions in AWS.
 */
export function unixCronToAws(text: string): ConvertedSchedule {
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) {
    const preset = PRESETS[trimmed.toLowerCase()];
    return preset
      ? unixCronToAws(preset)
      : { error: `"${trimmed}" has no fixed times that a cron could name.` };
  }
  const fields = trimmed.split(/\s+/);
  if (fields.length !== 5)
    return { error: `A cron of Unix has five fields, and "${trimmed}" has ${fields.length}.` };
  const [minute, hour, day, month, weekday] = [MINUTE, HOUR, DAY, MONTH, WEEKDAY].map((range, index) =>
    convertField(fields[index], range),
  );
  for (const converted of [minute, hour, day, month, weekday]) if ('error' in converted) return converted;
  const [m, h, d, mo, w] = [minute, hour, day, month, weekday].map((converted) =>
    'text' in converted ? converted.text : '',
  );
  const expression = (days: string, weekdays: string): string =>
    `cron(${m} ${h} ${days} ${mo} ${weekdays} *)`;
  if (w === '*') return { expressions: [expression(d, '?')] };
  if (d === '*') return { expressions: [expression('?', w)] };
  // With a star in front, as in "*/2", Unix wants both days instead of either.
  if (fields[2].startsWith('*') || fields[4].startsWith('*')) {
    return {
      error: `AWS cannot ask for a day of the month ("${fields[2]}") that is also a day of the week ("${fields[4]}").`,
    };
  }
  return {
    expressions: [expression(d, '?'), expression('?', w)],
    note: 'The cron of Unix fires on either of its two kinds of days; AWS takes a schedule for each, and on a day of both kinds both fire.',
  };
}

function convertField(text: string, range: CronFieldRange): { text: string } | { error: string } {
  const parts: string[] = [];
  for (const part of text.split(',')) {
    const match = /^(\*|[\w]+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part);
    if (!match) return { error: `"${part}" is no ${range.label} of a cron of Unix.` };
    const [, from, to, step] = match;
    if (range === WEEKDAY) {
      const weekdays = convertWeekdays(from, to, step);
      if (!weekdays) return { error: `"${part}" is no day of the week of a cron of Unix.` };
      parts.push(weekdays);
      continue;
    }
    for (const word of [from, to]) {
      if (word === undefined || word === '*') continue;
      const value = numberOf(word, range);
      if (value === undefined || value < range.min || value > range.max) {
        return { error: `The ${range.label} goes from ${range.min} to ${range.max}, and is not "${word}".` };
      }
    }
    // Unix takes "5/15" for 5 alone, or not at all; every other reader goes on from there, as AWS does.
    parts.push(part.toUpperCase());
  }
  return { text: parts.includes('*') ? '*' : parts.join(',') };
}

/** Days of the week by name: Unix counts from 0 or 7 for Sunday, AWS from 1. */
function convertWeekdays(from: string, to: string | undefined, step: string | undefined): string | undefined {
  if (from === '*' && step === undefined) return '*';
  const first = from === '*' ? 0 : weekdayOf(from);
  const last = from === '*' ? 6 : to === undefined ? (step === undefined ? first : 6) : weekdayOf(to);
  if (first === undefined || last === undefined) return undefined;
  const end = last < first ? last + 7 : last;
  const days: number[] = [];
  for (let day = first; day <= end; day += Number(step ?? 1)) {
    if (step === '0') return undefined;
    days.push(day % 7);
  }
  if (new Set(days).size === 7) return '*';
  const names = WEEKDAY.names ?? [];
  const isRun = days.length > 2 && days.every((day, index) => index === 0 || day === days[index - 1] + 1);
  return isRun
    ? `${names[days[0]]}-${names[days[days.length - 1]]}`
    : [...new Set(days)].map((day) => names[day]).join();
}

function weekdayOf(word: string): number | undefined {
  if (/^[0-7]$/.test(word)) return Number(word);
  const index = WEEKDAY.names?.indexOf(word.slice(0, 3).toUpperCase()) ?? -1;
  return index < 0 || /\d/.test(word) ? undefined : index;
}

function numberOf(word: string, { names, min }: CronFieldRange): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const index = names?.indexOf(word.toUpperCase()) ?? -1;
  return index < 0 ? undefined : min + index;
}
