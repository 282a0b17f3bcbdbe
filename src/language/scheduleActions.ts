import { parseSchedule } from '../expressions/schedule';
import { unixCronToAws } from '../expressions/scheduleFromUnix';
import { awsScheduleToUnix } from '../expressions/scheduleToUnix';
import type { EmbeddedSchedule } from '../model/locate';
import { eventRulesOf } from '../model/resources/eventRules';
import { cronInUtc } from '../model/scheduleToUtc';
import { isTimeZone } from '../model/timeZone';
import { rewrite } from '../rules/eventbridge/rewrite';
import { toScheduler } from '../rules/eventbridge/toScheduler';
import type { TextEdit } from '../syntax/edit';
import type { Span } from '../syntax/tree';
import type { CodeAction } from './codeActions';
import type { LanguageDocument } from './document';

export interface ScheduleActionOptions {
  /** The zone of the person who writes. */
  readonly userZone?: string;
  readonly now?: Date;
}

/**
 * Ways to write the schedule that a span touches: its local time as UTC, itself as a schedule of EventBridge
 * Scheduler, a preset of Airflow as a cron.
 */
export function scheduleActions(
  document: LanguageDocument,
  span: Span,
  { userZone, now = new Date() }: ScheduleActionOptions = {},
): CodeAction[] {
  const zone = userZone !== undefined && isTimeZone(userZone) ? userZone : 'UTC';
  const touched = document.located.schedules.filter(({ node }) => touches(node.span, span));
  return [
    ...touched.flatMap((schedule) => [
      ...intoUtc(document, schedule, zone, now),
      ...intoScheduler(document, schedule, zone),
    ]),
    ...presets(document, span),
  ];
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function action(title: string, edits: readonly (TextEdit | undefined)[]): CodeAction[] {
  const known = edits.filter((edit) => edit !== undefined);
  return known.length === edits.length ? [{ title, kind: 'refactor.rewrite', edits: known }] : [];
}

/** A cron that was written by the clock on the wall, where only UTC is read. */
function intoUtc(
  { located }: LanguageDocument,
  { node, kind }: EmbeddedSchedule,
  zone: string,
  now: Date,
): CodeAction[] {
  if (kind === 'scheduler' || zone === 'UTC' || !located.tree || node.kind !== 'string' || node.dynamic)
    return [];
  const { schedule, problems } = parseSchedule(node.value, 'rule');
  if (schedule?.type !== 'cron' || problems.some(({ severity }) => severity === 'error')) return [];
  const moved = cronInUtc(schedule, zone, now);
  if ('error' in moved || moved.expression === node.value) return [];
  const until = moved.until ? `, right until ${moved.until.toISOString().slice(0, 10)}` : '';
  return action(`Take the time as that of ${zone}: change to "${moved.expression}" in UTC${until}`, [
    rewrite(node, moved.expression, located.tree),
  ]);
}

function intoScheduler(
  { located }: LanguageDocument,
  schedule: EmbeddedSchedule,
  zone: string,
): CodeAction[] {
  const { template } = located;
  const rule = eventRulesOf(located).find(({ schedules }) => schedules.includes(schedule));
  if (!template || !rule) return [];
  return toScheduler(rule, template, zone).flatMap(({ title, edits }) => action(title, edits));
}

/** `schedule="@daily"` of a DAG as the cron that it stands for. */
function presets({ located, text }: LanguageDocument, span: Span): CodeAction[] {
  return (located.dagFile?.dags ?? []).flatMap(({ schedule: { entry } }) => {
    if (entry?.value.kind !== 'string' || !touches(entry.value.span, span)) return [];
    const { value, span: written } = entry.value;
    const quote = /["']/.exec(text[written.start])?.[0];
    const cron = value.startsWith('@') && quote ? unixOf(value) : undefined;
    return cron === undefined || !quote
      ? []
      : action(`Change to "${cron}"`, [{ span: written, newText: `${quote}${cron}${quote}` }]);
  });
}

/** What a preset stands for, as a cron of Unix. */
function unixOf(preset: string): string | undefined {
  const converted = unixCronToAws(preset);
  if ('error' in converted) return undefined;
  const { schedule } = parseSchedule(converted.expressions[0], 'rule');
  const cron = schedule && awsScheduleToUnix(schedule);
  return cron && 'cron' in cron ? cron.cron : undefined;
}
