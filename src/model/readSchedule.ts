import { parseSchedule, type ParsedSchedule, type Schedule } from '../expressions/schedule';
import { get, getNumber, getObject, getString } from '../syntax/navigate';
import type { EmbeddedSchedule } from './locate';
import { isTimeZone } from './timeZone';

/** What a schedule of a template says, with all that decides when it fires. */
export interface ReadSchedule {
  readonly schedule: Schedule;
  readonly problems: ParsedSchedule['problems'];
  /** `UTC` where nothing is said; absent where the zone is not known here. */
  readonly zone?: string;
  /** Scheduler's start and end date. */
  readonly start?: Date;
  readonly end?: Date;
  /** Scheduler may start so many minutes later. */
  readonly flexibleMinutes?: number;
}

/** Reads an expression with its zone, dates and window; `undefined` where it does not say when it fires. */
export function readSchedule({ node, kind, timezone, holder }: EmbeddedSchedule): ReadSchedule | undefined {
  if (node.kind !== 'string' || node.dynamic) return undefined;
  const { schedule, problems } = parseSchedule(node.value, kind === 'scheduler' ? 'scheduler' : 'rule');
  if (!schedule) return undefined;
  const named = timezone?.kind === 'string' && !timezone.dynamic ? timezone.value : undefined;
  const zone = timezone === undefined ? 'UTC' : named !== undefined && isTimeZone(named) ? named : undefined;
  if (kind !== 'scheduler') return { schedule, problems, zone };
  const window = getObject(holder, 'FlexibleTimeWindow');
  const isFlexible = getString(window, 'Mode')?.value === 'FLEXIBLE';
  const flexibleMinutes = isFlexible ? getNumber(window, 'MaximumWindowInMinutes') : undefined;
  return {
    ...{ schedule, problems, zone, flexibleMinutes },
    ...{ start: date(get(holder, 'StartDate')), end: date(get(holder, 'EndDate')) },
  };
}

function date(node: ReturnType<typeof get>): Date | undefined {
  const time = node?.kind === 'string' ? Date.parse(node.value) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}
