import type { Schedule } from '../expressions/schedule';
import { nextFirings, type Firing } from '../model/scheduleFirings';
import { isTimeZone, ZoneClock } from '../model/timeZone';

export interface FiringTableOptions {
  /** The zone by whose clock the schedule runs; UTC if absent. */
  readonly zone?: string;
  /** The zone of the person who reads; UTC if absent. */
  readonly userZone?: string;
  readonly from: Date;
  readonly start?: Date;
  readonly end?: Date;
  readonly count: number;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const WIDTH = 'Mon 2030-11-20 13:00'.length;

/**
 * The next firings as lines of text, a column for the schedule's clock and one for the reader's; times that
 * the schedule's clock skips or shows twice say so. No line where nothing fires any more.
 */
export function firingTable(schedule: Schedule, options: FiringTableOptions): string[] {
  const { zone = 'UTC', userZone, from, start, end, count } = options;
  const firings = nextFirings(schedule, { from, timeZone: zone, count, start, end });
  if (firings.length === 0) return [];
  const known = userZone !== undefined && isTimeZone(userZone) ? userZone : 'UTC';
  const other = known !== zone ? known : zone === 'UTC' ? undefined : 'UTC';
  const clock = other === undefined ? undefined : new ZoneClock(other);
  const header =
    other === undefined ? zone : `${zone.padEnd(WIDTH)}  ${other}${other === userZone ? ' (here)' : ''}`;
  return [header, ...firings.map((firing) => line(firing, clock))];
}

function line({ local, time, clock }: Firing, other: ZoneClock | undefined): string {
  const own = shown(new Date(`${local}Z`));
  if (!time) return `${own}  left out: the clock skips this time`;
  const elsewhere = other ? `  ${shown(new Date(time.getTime() + other.offset(time.getTime())))}` : '';
  return `${own}${elsewhere}${clock === 'repeated' ? '  the first of the two: the clock shows it twice' : ''}`;
}

/** A clock's time that is kept as if it were UTC: `Mon 2030-11-20 13:00`. */
function shown(local: Date): string {
  return `${DAYS[local.getUTCDay()]} ${local.toISOString().slice(0, 16).replace('T', ' ')}`;
}
