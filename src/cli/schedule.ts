import { parseSchedule } from '../expressions/schedule';
import type { ScheduleKind } from '../expressions/scheduleProblem';
import { nextFirings } from '../model/scheduleFirings';
import { describeSchedule } from '../model/scheduleWords';
import { UsageError } from './usage';
import { parseWords, printJson, readFormat } from './words';

/** `schedule`: what a schedule expression means and when it fires. */
export function schedule(words: readonly string[]): number {
  const { values, positionals } = parseWords(words, {
    timezone: { type: 'string' },
    from: { type: 'string' },
    count: { type: 'string', default: '10' },
    kind: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  const format = readFormat(values.format);
  const [expression, ...more] = positionals;
  if (expression === undefined || more.length > 0)
    throw new UsageError('"schedule" takes one expression in quotes.');
  // Only Scheduler knows time zones and at().
  const kind = readKind(
    values.kind ?? (values.timezone || /^\s*at\(/.test(expression) ? 'scheduler' : 'rule'),
  );
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    throw new UsageError(`"${values.count}" is not a count of 0 to 1000.`);
  const from = readTime(values.from);
  const timeZone = readZone(values.timezone);

  const { schedule: parsed, problems } = parseSchedule(expression, kind);
  const refusal = problems.find(({ refused }) => refused);
  const valid = parsed !== undefined && refusal === undefined;
  const message = refusal?.awsMessage;
  const firings = valid ? nextFirings(parsed, { from, timeZone, count }) : [];
  const next = firings.flatMap(({ time }) => (time ? [time.toISOString()] : []));
  if (format === 'json') {
    const said = problems.map(({ message: text, start, end }) => ({ message: text, start, end }));
    printJson({
      verdict: valid ? 'valid' : 'invalid',
      ...(message && { message }),
      ...(valid && { description: describeSchedule(parsed, timeZone), next }),
      ...(said.length > 0 && { problems: said }),
    });
  } else {
    const lines = problems.map(({ message: text }) => text);
    if (valid) lines.push(`${describeSchedule(parsed, timeZone)}.`);
    for (const { local, clock, time } of firings) {
      lines.push(
        `  ${local} ${timeZone ?? 'UTC'}  ${time?.toISOString() ?? ''}${clock ? ` (${clock} by the clock)` : ''}`.trimEnd(),
      );
    }
    if (valid && count > 0 && next.length === 0) lines.push(`It does not fire after ${from.toISOString()}.`);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return valid ? 0 : 1;
}

function readKind(kind: string): ScheduleKind {
  if (kind !== 'rule' && kind !== 'scheduler')
    throw new UsageError(`"${kind}" is not a kind: use rule or scheduler.`);
  return kind;
}

function readTime(text: string | undefined): Date {
  if (text === undefined) return new Date();
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new UsageError(`"${text}" is not a time: use ISO 8601, for example 2027-03-01T06:00:00Z.`);
  return time;
}

function readZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new UsageError(`"${zone}" is not a time zone: use a name such as Europe/Berlin.`);
  }
}
