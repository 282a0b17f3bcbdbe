import type { ScheduleProblems } from './scheduleProblem';

/** `at(2030-11-20T13:00:00)`: once, by the clock of the schedule's time zone. */
export interface AtSchedule {
  readonly type: 'at';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/;

/** Reads what stands between the parentheses of `at(…)`; `offset` is where it begins. */
export function parseAt(text: string, offset: number, problems: ScheduleProblems): AtSchedule | undefined {
  const end = offset + text.length;
  if (problems.kind === 'rule') {
    problems.add(
      'refused',
      offset,
      end,
      'A rule has no "at(…)"; only EventBridge Scheduler runs something once.',
    );
  }
  const match = FORM.exec(text);
  if (!match) {
    const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.exec(text);
    const message =
      zoned && FORM.test(text.slice(0, zoned.index))
        ? `"${zoned[0]}" is one too many: the time zone of "at(…)" is given beside the expression.`
        : `"${text}" is not a time such as 2030-11-20T13:00:00.`;
    problems.add(
      'refused',
      zoned ? offset + zoned.index : offset,
      end,
      message,
      suggestionFor(text, zoned?.index),
    );
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const exists = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (exists.toISOString() !== `${text}.000Z`) {
    problems.add('derived', offset, end, `"${text}" is no time of the calendar.`);
    return undefined;
  }
  return { type: 'at', year, month, day, hour, minute, second };
}

function suggestionFor(text: string, zoneAt: number | undefined): string | undefined {
  if (zoneAt !== undefined) return FORM.test(text.slice(0, zoneAt)) ? '' : undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00:00`;
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return `${text}:00`;
  return undefined;
}
