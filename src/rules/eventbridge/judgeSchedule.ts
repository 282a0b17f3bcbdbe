import type { CronSchedule } from '../../expressions/cron';
import { parseSchedule } from '../../expressions/schedule';
import { unixCronToAws } from '../../expressions/scheduleFromUnix';
import type { ScheduleKind } from '../../expressions/scheduleProblem';
import type { EmbeddedSchedule } from '../../model/locate';
import { nextOccurrences } from '../../model/scheduleFirings';
import type { StringNode } from '../../syntax/tree';
import type { InTemplate } from '../subjects';
import type { Finding } from '../rule';
import { rewrite } from './rewrite';

/** What is wrong with a schedule expression, at its place, with what is plainly meant. */
export function* judgeSchedule(
  { node, template }: InTemplate<EmbeddedSchedule>,
  kind: ScheduleKind,
): Iterable<Finding> {
  if (node.kind !== 'string' || isFilledIn(node)) return;
  const { mapped, value } = node;
  const { schedule, problems } = parseSchedule(value, kind);
  if (schedule?.type === 'cron' && problems.length === 0 && !hasDay(schedule)) {
    yield {
      span: { start: mapped.toHost(schedule.dayOfMonth.start), end: mapped.toHost(schedule.year.end) },
      message: 'The calendar has no day that these fields name, so that the schedule never fires.',
      severity: 'warning',
    };
  }
  for (const { start, end, message, severity, suggestion } of problems) {
    const one = suggestion === undefined ? undefined : value.slice(0, start) + suggestion + value.slice(end);
    const meant = one === undefined ? unixMeans(value) : [one];
    const fixes = meant.map((text) => ({
      title: `Change to "${text}"${meant.length > 1 ? ', one of the two that it takes' : ''}`,
      edits: [rewrite(node, text, template.tree)],
      safe: meant.length === 1,
    }));
    yield { span: { start: mapped.toHost(start), end: mapped.toHost(end) }, message, severity, fixes };
  }
}

/** True where a cron fires at all, in any year that it can name. */
function hasDay(schedule: CronSchedule): boolean {
  return nextOccurrences(schedule, { from: '1969-12-31T23:59:59Z', count: 1 }).length > 0;
}

/** True where a part of the expression is not known here. */
function isFilledIn({ value, tag, dynamic }: StringNode): boolean {
  return (tag !== undefined || dynamic === true) && /\$\{|\{\{|<%/.test(value);
}

/** What a cron of five fields, or a preset such as "@daily", says in AWS's words; two where it names both kinds of days. */
function unixMeans(value: string): readonly string[] {
  const inner = /^(?:cron\()?([^()]*)\)?$/.exec(value.trim())?.[1].trim();
  if (inner === undefined || !(inner.startsWith('@') || inner.split(/\s+/).length === 5)) return [];
  const converted = unixCronToAws(inner);
  return 'expressions' in converted ? converted.expressions : [];
}
