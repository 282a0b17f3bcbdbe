import { parseSchedule } from '../../expressions/schedule';
import type { ScheduleKind } from '../../expressions/scheduleProblem';
import type { TreeNode } from '../../syntax/tree';

/** The hour and minute of a schedule that fires at set times of the day. */
export interface FixedTime {
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
}

/** The times of the day at which a cron fires; `undefined` for one that fires round the clock, `rate` and `at`. */
export function fixedTime(node: TreeNode, kind: ScheduleKind): FixedTime | undefined {
  if (node.kind !== 'string') return undefined;
  const { schedule } = parseSchedule(node.value, kind);
  if (schedule?.type !== 'cron') return undefined;
  const { hour, minute } = schedule;
  // Every other hour is every other hour in any time zone.
  if (/[*?/]/.test(hour.text)) return undefined;
  return { hours: hour.values, minutes: minute.values };
}
