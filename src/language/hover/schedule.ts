import { parseSchedule } from '../../expressions/schedule';
import type { EmbeddedSchedule } from '../../model/locate';
import { nextFirings, type Firing } from '../../model/scheduleFirings';
import { describeSchedule } from '../../model/scheduleWords';
import { isTimeZone } from '../../model/timeZone';
import { contains } from '../../syntax/navigate';
import { card } from './card';
import type { Hover } from './index';

const SHOWN = 10;

/** What a schedule means and when it fires next, by its own clock and by UTC. */
export function scheduleHover(
  schedules: readonly EmbeddedSchedule[],
  offset: number,
  now = new Date(),
): Hover | undefined {
  const found = schedules.find(({ node }) => contains(node.span, offset));
  if (found?.node.kind !== 'string' || found.node.dynamic) return undefined;
  const { node, kind, timezone } = found;
  const { schedule } = parseSchedule(node.value, kind === 'scheduler' ? 'scheduler' : 'rule');
  if (!schedule) return undefined;
  const named = timezone?.kind === 'string' ? timezone.value : undefined;
  const unknown = timezone !== undefined && (named === undefined || !isTimeZone(named));
  const zone = unknown ? undefined : named;
  const limits = [
    unknown ? 'The time zone is not known here: the times are those of its clock.' : '',
    zone === undefined && !unknown && schedule.type === 'cron' ? 'By UTC, which has no summer time.' : '',
  ];
  const firings =
    schedule.type === 'at' && unknown
      ? []
      : nextFirings(schedule, { from: now, timeZone: zone, count: SHOWN });
  return {
    span: node.span,
    markdown: card({
      title: describeSchedule(schedule, zone),
      kind:
        kind === 'scheduler'
          ? 'EventBridge Scheduler'
          : kind === 'glue'
            ? 'Glue schedule'
            : 'schedule of a rule',
      limits: limits.filter(Boolean),
      example:
        firings.length > 0
          ? { language: 'text', text: firings.map((firing) => line(firing, zone)).join('\n') }
          : undefined,
      meaning: firings.length === 0 && !unknown ? 'It never fires again.' : undefined,
    }),
  };
}

function line({ local, time, clock }: Firing, zone: string | undefined): string {
  const shown = local.replace('T', ' ').slice(0, 16);
  if (!time) return `${shown}  left out: the clock skips this time`;
  const utc = zone ? `  ${time.toISOString().slice(0, 16).replace('T', ' ')} UTC` : ' UTC';
  return `${shown}${utc}${clock === 'repeated' ? '  the first of the two' : ''}`;
}
