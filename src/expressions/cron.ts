import { parseCronField, type CronField } from './cronField';
import { CRON_FIELDS, type CronFieldName } from './cronFieldRange';
import type { ScheduleProblems } from './scheduleProblem';

/** `cron(0 9 ? * MON-FRI *)`: a field for each part of a time, none for seconds. */
export interface CronSchedule extends Readonly<Record<CronFieldName, CronField>> {
  readonly type: 'cron';
}

/** Reads what stands between the parentheses of `cron(…)`; `offset` is where it begins. */
export function parseCron(
  text: string,
  offset: number,
  problems: ScheduleProblems,
): CronSchedule | undefined {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ word: match[0], start: offset + match.index }));
  const end = offset + text.length;
  if (words.length !== CRON_FIELDS.length) {
    const names = CRON_FIELDS.map(({ label }) => label).join(', ');
    const hint =
      words.length === 5
        ? ' A cron of Unix has five; the year is missing, and one of the days has to be "?".'
        : '';
    const message = `A cron expression has six fields (${names}), and this one has ${words.length}.${hint}`;
    problems.add('refused', offset, end, message);
    return undefined;
  }
  if (text !== words.map(({ word }) => word).join(' ')) {
    problems.add(
      'undocumented',
      offset,
      end,
      'Only one space between two fields, and none around them, is documented.',
    );
  }
  const fields = words.map(({ word, start }, index) =>
    parseCronField(CRON_FIELDS[index], word, start, problems),
  );
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields;
  checkDays(dayOfMonth, dayOfWeek, problems);
  return { type: 'cron', minute, hour, dayOfMonth, month, dayOfWeek, year };
}

/** One of the two day fields says which days, and the other is `?`. */
function checkDays(dayOfMonth: CronField, dayOfWeek: CronField, problems: ScheduleProblems): void {
  const { start } = dayOfMonth;
  const { end } = dayOfWeek;
  if (dayOfMonth.open && dayOfWeek.open) {
    problems.add(
      'derived',
      dayOfWeek.start,
      end,
      'Both day fields are "?", so that no day is given; one of them has to be "*".',
      '*',
    );
  } else if (!dayOfMonth.open && !dayOfWeek.open) {
    const free = dayOfMonth.text === '*' ? dayOfMonth : dayOfWeek.text === '*' ? dayOfWeek : undefined;
    const message = `The day of the month ("${dayOfMonth.text}") and the day of the week ("${dayOfWeek.text}") are both given; one of them has to be "?".`;
    problems.add('refused', free?.start ?? start, free?.end ?? end, message, free && '?');
  }
}
