import type { CronItem } from './cronItem';
import type { ScheduleProblems } from './scheduleProblem';

/** A day of the month that depends on the month; reports what AWS does not take. */
export function checkDay(
  item: CronItem,
  text: string,
  at: number,
  problems: ScheduleProblems,
): CronItem | undefined {
  const end = at + text.length;
  if (item.kind === 'nearestWeekday' && (item.day < 1 || item.day > 31)) {
    problems.add('refused', at, end, `The day of the month goes from 1 to 31, and is not ${item.day}.`);
    return undefined;
  }
  if (item.kind === 'lastWeekday' || (item.kind === 'lastDay' && item.before > 0)) {
    problems.add(
      'undocumented',
      at,
      end,
      `"${text}" is not documented for the day of the month; "L" and "15W" are.`,
    );
  }
  return item;
}

/** A day of the week that depends on the month; reports what AWS does not take. */
export function checkWeekday(
  item: CronItem,
  text: string,
  at: number,
  problems: ScheduleProblems,
): CronItem | undefined {
  const end = at + text.length;
  if (item.kind === 'nthWeekday' && (item.nth < 1 || item.nth > 5)) {
    problems.add(
      'derived',
      at,
      end,
      `A day of the week comes up to five times in a month; "${text}" asks for number ${item.nth}.`,
    );
    return undefined;
  }
  if (
    (item.kind === 'nthWeekday' || item.kind === 'lastOfWeekday') &&
    (item.weekday < 1 || item.weekday > 7)
  ) {
    problems.add('refused', at, end, `The day of the week goes from 1 to 7, and is not ${item.weekday}.`);
    return undefined;
  }
  return item;
}

/** Reports items that cannot stand beside others. */
export function checkList(
  items: readonly CronItem[],
  text: string,
  start: number,
  problems: ScheduleProblems,
): void {
  const end = start + text.length;
  if (items.filter(({ kind }) => kind === 'nthWeekday').length > 1) {
    problems.add('derived', start, end, 'Only one "#" can stand in the day of the week.');
  } else if (items.some(({ kind }) => kind === 'open')) {
    problems.add('derived', start, end, '"?" stands alone in its field.');
  } else if (items.some(({ kind }) => kind !== 'values')) {
    problems.add(
      'undocumented',
      start,
      end,
      `"L", "W" and "#" are not documented beside other values, as in "${text}".`,
    );
  }
}
