import { parseSchedule } from '../../expressions/schedule';
import { unixCronToAws } from '../../expressions/scheduleFromUnix';
import { get, getString } from '../../syntax/navigate';
import type { Span } from '../../syntax/tree';
import type { Dag, DagFile } from '../airflow';
import type { EmbeddedSchedule, Located } from '../locate';
import type { MwaaWorkflow } from '../mwaaServerless';
import { readSchedule } from '../readSchedule';
import { eventRulesOf, type RuleTarget } from '../resources/eventRules';
import { schedulerSchedules } from '../resources/schedulerSchedules';
import { isTimeZone } from '../timeZone';

/** A schedule as plain data, whatever it is written in. */
export interface ScheduleFacts {
  readonly name: string;
  readonly kind: EmbeddedSchedule['kind'] | 'airflow' | 'mwaaServerless';
  /** As it is written. */
  readonly written: string;
  /** What fires at the same times, in AWS's words: two for a cron of Unix with both kinds of days. */
  readonly expressions: readonly string[];
  /** Absent where the zone is not known here. */
  readonly zone?: string;
  /** Scheduler's dates, by ISO. */
  readonly start?: string;
  readonly end?: string;
  /** What it starts, by the name that its file has for it. */
  readonly starts?: string;
  readonly span: Span;
}

/** The schedules of a file whose times are known, in document order. */
export function scheduleFacts(located: Located): ScheduleFacts[] {
  const { schedules, dagFile, workflow } = located;
  const starters = schedules.length > 0 ? startersOf(located) : new Map<EmbeddedSchedule, Starter>();
  return [
    ...schedules.flatMap((schedule) => ofTemplate(schedule, starters.get(schedule))),
    ...(dagFile ? dagFile.dags.flatMap((dag) => ofDag(dag, dagFile)) : []),
    ...(workflow ? ofWorkflow(workflow) : []),
  ].sort((a, b) => a.span.start - b.span.start);
}

interface Starter {
  readonly name: string;
  readonly target?: RuleTarget;
}

/** The rule or schedule that has each expression. */
function startersOf(located: Located): ReadonlyMap<EmbeddedSchedule, Starter> {
  const found = new Map<EmbeddedSchedule, Starter>();
  for (const { name, schedules, targets } of eventRulesOf(located))
    for (const schedule of schedules) found.set(schedule, { name, target: targets[0] });
  for (const { name, expressions, target } of schedulerSchedules(located))
    for (const schedule of expressions) found.set(schedule, { name, target });
  return found;
}

function ofTemplate(embedded: EmbeddedSchedule, starter: Starter | undefined): ScheduleFacts[] {
  const { node, kind, resource } = embedded;
  const read = readSchedule(embedded);
  if (!read || node.kind !== 'string') return [];
  const { zone, start, end } = read;
  const name = starter?.name ?? resource.id;
  const started = starter?.target?.resource?.id;
  return [
    {
      name: shortName(name),
      ...{ kind, written: node.value, expressions: [node.value], zone, span: node.span },
      ...(started !== undefined && started !== name && { starts: shortName(started) }),
      ...(start && { start: start.toISOString() }),
      ...(end && { end: end.toISOString() }),
    },
  ];
}

/** Of an address of Terraform the name: `aws_glue_job.load` is called `load`. */
function shortName(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function ofDag({ id, schedule, keywords }: Dag, { values }: DagFile): ScheduleFacts[] {
  const { entry, text, seconds } = schedule;
  if (!entry || schedule.kind !== 'times') return [];
  const written = text ?? (seconds === undefined ? undefined : interval(seconds));
  const expressions = written === undefined ? [] : awsExpressions(written);
  if (written === undefined || expressions.length === 0) return [];
  const start = keywords.entries.get('start_date')?.value;
  const zoneGiven =
    start?.kind === 'call'
      ? start.arguments.find(({ name }) => name === 'tz' || name === 'tzinfo' || name === 'timezone')
      : undefined;
  const value = zoneGiven?.value;
  // `pendulum.timezone("Europe/Berlin")` as well as the bare name.
  const named = value?.kind === 'call' ? value.arguments[0]?.value : value;
  const zone = zoneGiven === undefined ? 'UTC' : values.text(named, undefined);
  const known = zone !== undefined && isTimeZone(zone) ? { zone } : {};
  return [{ name: id ?? 'DAG', kind: 'airflow', written, expressions, ...known, span: entry.value.span }];
}

/** `timedelta(hours=6)` in AWS's words. */
function interval(seconds: number): string | undefined {
  const minutes = seconds / 60;
  return Number.isInteger(minutes) && minutes > 0
    ? `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`
    : undefined;
}

function ofWorkflow({ name, node }: MwaaWorkflow): ScheduleFacts[] {
  const schedule = getString(node, 'schedule');
  const expressions = schedule ? awsExpressions(schedule.value) : [];
  if (!schedule || expressions.length === 0) return [];
  const id = get(node, 'dag_id');
  return [
    {
      name: id?.kind === 'string' ? id.value : name.value,
      kind: 'mwaaServerless',
      ...{ written: schedule.value, expressions, zone: 'UTC', span: schedule.span },
    },
  ];
}

function awsExpressions(text: string): readonly string[] {
  if (parseSchedule(text, 'rule').schedule) return [text];
  const converted = unixCronToAws(text);
  return 'expressions' in converted ? converted.expressions : [];
}
