import type { ExpressionProblem } from './problem';

const DATE = /^\d{4}-(\d{2})-(\d{2})/;
const TIME = /(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?/y;
const ZONE = /(?:Z|[+-](\d{2}):(\d{2}))/y;

/**
 * Why Step Functions does not read a text as a timestamp, or `undefined`: RFC 3339 with an upper-case
 * `T` and either an upper-case `Z` or an offset; fractions of a second are read to nanoseconds.
 */
export function timestampProblem(text: string): ExpressionProblem | undefined {
  if (text.includes('${')) return undefined;
  const problem = (start: number, end: number, message: string, suggestion?: string): ExpressionProblem =>
    suggestion === undefined ? { start, end, message } : { start, end, message, suggestion };

  const date = DATE.exec(text);
  if (date === null) {
    return problem(0, text.length, `"${text}" does not start with a date like "2026-01-31".`);
  }
  const [month, day] = [Number(date[1]), Number(date[2])];
  if (month < 1 || month > 12) return problem(5, 7, `There is no month "${date[1]}".`);
  if (day < 1 || day > daysIn(Number(text.slice(0, 4)), month)) {
    return problem(8, 10, `The month "${text.slice(0, 7)}" has no day "${date[2]}".`);
  }
  if (text[10] !== 'T') {
    if (text.length === 10) return problem(0, 10, `"${text}" has no time, like "T09:30:00Z".`);
    const message = `The date and the time are separated by "T", not by "${text[10]}".`;
    return problem(10, 11, message, text[10] === ' ' || text[10] === 't' ? 'T' : undefined);
  }
  TIME.lastIndex = 11;
  const time = TIME.exec(text);
  if (time === null) return problem(11, text.length, `"${text.slice(11)}" is not a time like "09:30:00Z".`);
  const limits = [23, 59, 60];
  for (const [i, limit] of limits.entries()) {
    const start = 11 + 3 * i;
    if (Number(time[i + 1]) > limit) {
      const unit = ['hour', 'minute', 'second'][i];
      return problem(start, start + 2, `There is no ${unit} "${time[i + 1]}".`);
    }
  }
  const end = TIME.lastIndex;
  ZONE.lastIndex = end;
  const zone = ZONE.exec(text);
  if (zone === null) {
    if (end === text.length) {
      return problem(
        0,
        end,
        `"${text}" has no time zone: "Z" or an offset like "+01:00" ends it.`,
        `${text}Z`,
      );
    }
    const rest = text.slice(end);
    const message = `"${rest}" is not a time zone, which is "Z" or an offset like "+01:00".`;
    return problem(end, text.length, message, rest === 'z' ? 'Z' : undefined);
  }
  if (Number(zone[1] ?? 0) > 23 || Number(zone[2] ?? 0) > 59) {
    return problem(end, ZONE.lastIndex, `There is no time zone "${zone[0]}".`);
  }
  if (ZONE.lastIndex === text.length) return undefined;
  return problem(
    ZONE.lastIndex,
    text.length,
    `"${text.slice(ZONE.lastIndex)}" follows the end of the timestamp.`,
  );
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
