import { parseSchedule } from '../../expressions/schedule';
import { unixCronToAws } from '../../expressions/scheduleFromUnix';
import type { ScheduleKind } from '../../expressions/scheduleProblem';
import type { EmbeddedSchedule } from '../../model/locate';
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
  for (const { start, end, message, severity, suggestion } of parseSchedule(value, kind).problems) {
    const meant =
      suggestion === undefined ? fromUnix(value) : value.slice(0, start) + suggestion + value.slice(end);
    const fixes =
      meant === undefined
        ? []
        : [{ title: `Change to "${meant}"`, edits: [rewrite(node, meant, template.tree)], safe: true }];
    yield { span: { start: mapped.toHost(start), end: mapped.toHost(end) }, message, severity, fixes };
  }
}

/** True where a part of the expression is not known here. */
export function isFilledIn({ value, tag, dynamic }: StringNode): boolean {
  return (tag !== undefined || dynamic === true) && /\$\{|\{\{|<%/.test(value);
}

/** What a cron of five fields says, in AWS's six. */
function fromUnix(value: string): string | undefined {
  const inner = /^(?:cron\()?([^()]*)\)?$/.exec(value.trim())?.[1].trim();
  if (inner?.split(/\s+/).length !== 5) return undefined;
  const converted = unixCronToAws(inner);
  return 'expressions' in converted && converted.expressions.length === 1
    ? converted.expressions[0]
    : undefined;
}
