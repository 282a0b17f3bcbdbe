import { parseSchedule, type Schedule } from '../expressions/schedule';
import { nextFirings, type Firing } from '../model/scheduleFirings';
import { describeSchedule } from '../model/scheduleWords';
import type { FileFacts, ScheduleFacts } from '../model/workspace';

/** A schedule of some file with what it does in some days. */
export interface PlannedSchedule {
  readonly path: string;
  readonly facts: ScheduleFacts;
  readonly meaning: string;
  readonly times: readonly number[];
  readonly note?: string;
  readonly clockChanges: readonly string[];
}

/** More than every hour is a band without single times. */
const MOST_IN_A_DAY = 24;

/** What the schedules of some files do between two moments, in the order of files and texts. */
export function plannedWeek(files: Iterable<FileFacts>, from: Date, days: number): PlannedSchedule[] {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .flatMap(({ path, schedules }) =>
      schedules.map((facts) => ({ path, facts, ...plan(facts, from, days) })),
    );
}

function plan(facts: ScheduleFacts, from: Date, days: number): Omit<PlannedSchedule, 'path' | 'facts'> {
  const { expressions, zone, kind } = facts;
  const parsed = expressions.flatMap(
    (text) => parseSchedule(text, kind === 'scheduler' ? 'scheduler' : 'rule').schedule ?? [],
  );
  const meaning = parsed.map((schedule) => describeSchedule(schedule, zone)).join('; ');
  const [first] = parsed;
  if (first?.type === 'rate' && facts.start === undefined) {
    const note = 'Counts from the moment at which it is made, which no file says.';
    return { meaning, times: [], note, clockChanges: [] };
  }
  if (zone === undefined) {
    return { meaning, times: [], note: 'Its time zone is not known here.', clockChanges: [] };
  }
  const found = parsed.flatMap((schedule) => within(schedule, facts, zone, from, days));
  const times = found.flatMap(({ time }) => time?.getTime() ?? []).sort((a, b) => a - b);
  const clockChanges = found.flatMap((firing) => changeOf(firing, zone));
  return times.length > MOST_IN_A_DAY * days
    ? { meaning, times: [], note: 'Fires more often than every hour.', clockChanges }
    : { meaning, times, clockChanges };
}

function within(
  schedule: Schedule,
  { start, end }: ScheduleFacts,
  zone: string,
  from: Date,
  days: number,
): Firing[] {
  const last = new Date(from.getTime() + days * 86_400_000 - 1);
  const until = end !== undefined && Date.parse(end) < last.getTime() ? end : last;
  return nextFirings(schedule, {
    from: new Date(from.getTime() - 1),
    timeZone: zone,
    count: MOST_IN_A_DAY * days + 1,
    start,
    end: until,
  });
}

function changeOf({ local, clock }: Firing, zone: string): string[] {
  const time = local.slice(0, 16).replace('T', ' at ');
  if (clock === 'skipped') return [`${time} does not exist in ${zone}: it does not fire.`];
  return clock === 'repeated' ? [`${time} comes twice in ${zone}: it fires the first time.`] : [];
}
