import type { EmbeddedSchedule } from '../../model/locate';
import { readSchedule, type ReadSchedule } from '../../model/readSchedule';
import { describeSchedule } from '../../model/scheduleWords';
import { contains } from '../../syntax/navigate';
import { firingTable } from '../firingTable';
import { card } from './card';
import type { Hover } from './index';

const SHOWN = 10;

export interface ScheduleHoverOptions {
  /** The zone of the person who reads. */
  readonly userZone?: string;
  readonly now?: Date;
}

const KINDS: Readonly<Record<EmbeddedSchedule['kind'], string>> = {
  scheduler: 'EventBridge Scheduler',
  glue: 'Glue schedule',
  rule: 'schedule of a rule',
};

/** What a schedule means and when it fires next, by its own clock and by the reader's. */
export function scheduleHover(
  schedules: readonly EmbeddedSchedule[],
  offset: number,
  { userZone, now = new Date() }: ScheduleHoverOptions = {},
): Hover | undefined {
  const found = schedules.find(({ node }) => contains(node.span, offset));
  const read = found && readSchedule(found);
  if (!read) return undefined;
  const { schedule, zone, start, end } = read;
  // Without its zone nobody knows whether a single time is over.
  const isOpen = schedule.type === 'at' && zone === undefined;
  const times = isOpen ? [] : firingTable(schedule, { zone, userZone, from: now, start, end, count: SHOWN });
  return {
    span: found.node.span,
    markdown: card({
      title: describeSchedule(schedule, zone),
      kind: KINDS[found.kind],
      limits: limitsOf(read, found),
      example: times.length > 0 ? { language: 'text', text: times.join('\n') } : undefined,
      meaning: times.length === 0 && !isOpen ? 'It never fires again.' : undefined,
    }),
  };
}

function limitsOf(
  { schedule, zone, start, end, flexibleMinutes }: ReadSchedule,
  { timezone, kind }: EmbeddedSchedule,
): string[] {
  const limits: string[] = [];
  if (zone === undefined) limits.push('The time zone is not known here: the times are those of its clock.');
  else if (!timezone && schedule.type === 'cron') limits.push('By UTC, which has no summer time.');
  if (schedule.type === 'rate' && !start)
    limits.push(
      `Counts from the moment at which ${kind === 'scheduler' ? 'the schedule' : 'the rule'} is made; the times below count from now.`,
    );
  if (flexibleMinutes !== undefined)
    limits.push(
      `Starts at some moment of the ${flexibleMinutes} minutes after each time, by its flexible window.`,
    );
  if (start) limits.push(`Not before ${utc(start)}.`);
  if (end) limits.push(`Not after ${utc(end)}.`);
  return limits;
}

function utc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
