import type { ScheduleKind } from '../../../expressions/scheduleProblem';
import type { Resource } from '../../../model/template';
import { lineStart } from '../../../syntax/lines';
import type { LanguageDocument } from '../../document';

/** What is typed at a place of a template where a schedule, its zone or its window is asked for. */
export interface SchedulePlace {
  readonly asks: 'expression' | 'zone' | 'mode';
  readonly kind: ScheduleKind;
  /** What stands between the beginning of the value and the cursor. */
  readonly typed: string;
}

/** The last `key: value` before the cursor; a value goes on behind commas and spaces only inside of its parentheses. */
const VALUE = /(?:^|[\s{,"'])(\w+)["']?\s*[:=]\s*["']?((?:cron|rate|at)\([^)"']*|[\w/+-]*)$/;

const ZONES: ReadonlySet<string> = new Set([
  'ScheduleExpressionTimezone',
  'schedule_expression_timezone',
  'timezone',
]);

/** Looks at the text rather than at the tree, which has no value yet where nothing is typed. */
export function schedulePlace(
  { located, text }: LanguageDocument,
  offset: number,
): SchedulePlace | undefined {
  const { template } = located;
  const [, key, typed] = VALUE.exec(text.slice(lineStart(text, offset), offset)) ?? [];
  if (!template || key === undefined) return undefined;
  const resource = template.resources.filter(({ key: { start } }) => start <= offset).pop();
  if (!resource) return undefined;
  const isServerless = template.kind === 'serverless';
  if (ZONES.has(key)) return { asks: 'zone', kind: 'scheduler', typed };
  if (/^mode$/i.test(key)) {
    const before = text.slice(Math.max(0, offset - 120), offset);
    const inWindow = /FlexibleTimeWindow|flexible_time_window/.test(before);
    return inWindow ? { asks: 'mode', kind: 'scheduler', typed } : undefined;
  }
  if (!takesSchedule(key, resource, isServerless)) return undefined;
  return { asks: 'expression', kind: kindOf(key, resource), typed };
}

function takesSchedule(key: string, { type }: Resource, isServerless: boolean): boolean {
  if (/^(?:ScheduleExpression|schedule_expression)$/.test(key)) return true;
  if (/^schedule$/i.test(key))
    return isServerless || /^AWS::(?:Glue::(?:Trigger|Crawler)|Serverless::)/.test(type);
  return isServerless && key === 'rate';
}

function kindOf(key: string, { type }: Resource): ScheduleKind {
  const isEvent = type.startsWith('AWS::Serverless::') && key === 'ScheduleExpression';
  return isEvent || type === 'AWS::Scheduler::Schedule' ? 'scheduler' : 'rule';
}
