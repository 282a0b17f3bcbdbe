import { nearest } from './nearest';
import type { ScheduleProblems } from './scheduleProblem';

export type RateUnit = 'minute' | 'hour' | 'day';

/** `rate(5 minutes)`. */
export interface RateSchedule {
  readonly type: 'rate';
  readonly value: number;
  readonly unit: RateUnit;
}

const MINUTES: Readonly<Record<RateUnit, number>> = { minute: 1, hour: 60, day: 1440 };
const UNITS = ['minute', 'minutes', 'hour', 'hours', 'day', 'days'];

/** Milliseconds from one firing to the next. */
export function rateInterval({ value, unit }: RateSchedule): number {
  return value * MINUTES[unit] * 60_000;
}

/** Reads what stands between the parentheses of `rate(…)`; `offset` is where it begins. */
export function parseRate(
  text: string,
  offset: number,
  problems: ScheduleProblems,
): RateSchedule | undefined {
  const end = offset + text.length;
  const match = /^(\S+) (\S+)$/.exec(text);
  if (!match) {
    const message =
      text.trim() === text
        ? `A rate is a number, one space and a unit, as in "rate(5 minutes)".`
        : 'AWS takes no space inside of the parentheses of a rate.';
    const trimmed = text.trim();
    problems.add(
      'refused',
      offset,
      end,
      message,
      /^\d+ +\w+$/.test(trimmed) ? trimmed.replace(/ +/, ' ') : undefined,
    );
    return undefined;
  }
  const [, number, word] = match;
  const numberEnd = offset + number.length;
  if (!/^\d+$/.test(number) || Number(number) === 0) {
    problems.add('refused', offset, numberEnd, `A rate has a whole number above 0, and not "${number}".`);
    return undefined;
  }
  const value = Number(number);
  const lower = word.toLowerCase();
  const unit = UNITS.includes(lower) ? (lower.replace(/s$/, '') as RateUnit) : undefined;
  const wordStart = end - word.length;
  if (!unit) {
    const meant = nearest(word, UNITS);
    const message = `A rate counts minutes, hours or days, and not "${word}".`;
    problems.add(
      'refused',
      wordStart,
      end,
      message,
      meant && written(value, meant.replace(/s$/, '') as RateUnit),
    );
    return undefined;
  }
  const wrongCase = word !== lower;
  // Scheduler's API lists "minute" and "minutes" alike, for any number.
  if (wrongCase || (problems.kind === 'rule' && word !== written(value, unit))) {
    const message = wrongCase
      ? `The unit "${word}" is not in lower case.`
      : `"${word}" is written for the number ${value}; it takes "${written(value, unit)}".`;
    // Rules were seen to refuse both; nobody has asked Scheduler about upper case.
    problems.add(
      problems.kind === 'rule' ? 'refused' : 'undocumented',
      wordStart,
      end,
      message,
      written(value, unit),
    );
  }
  return { type: 'rate', value, unit };
}

function written(value: number, unit: RateUnit): string {
  return value === 1 ? unit : `${unit}s`;
}
