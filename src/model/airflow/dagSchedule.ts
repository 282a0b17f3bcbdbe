import type { Expression, FunctionUnit } from '../../syntax/code/ast';
import type { Entry, Keywords } from './keywords';
import type { Values } from './values';

/**
 * When a DAG runs. `absent`: nothing is said; `never`: by hand only; `once` and `continuous`: the presets;
 * `times`: a cron, a preset or an interval; `assets`: when data changes; `unknown`: not to be seen here.
 */
export interface DagSchedule {
  readonly kind: 'absent' | 'never' | 'once' | 'continuous' | 'times' | 'assets' | 'unknown';
  /** The argument that says so. */
  readonly entry?: Entry;
  /** The name of that argument, which tells the version of Airflow. */
  readonly keyword?: 'schedule' | 'schedule_interval' | 'timetable';
  /** Known where all that it can be is no more often than once a day. */
  readonly atMostDaily?: boolean;
  /** The cron or preset, where it is always the same one. */
  readonly text?: string;
  /** The interval, where it is always the same one. */
  readonly seconds?: number;
}

type Read = Pick<DagSchedule, 'kind' | 'atMostDaily' | 'text' | 'seconds'>;

/** Reads "schedule", or what older versions of Airflow call it. */
export function readDagSchedule(
  keywords: Keywords,
  values: Values,
  unit: FunctionUnit | undefined,
): DagSchedule {
  for (const keyword of ['schedule', 'schedule_interval', 'timetable'] as const) {
    const entry = keywords.entries.get(keyword);
    if (!entry) continue;
    const read = values.of(entry.value, unit).map((value) => kindOf(value, values, unit));
    const kinds = new Set(read.map(({ kind }) => kind));
    // `"@daily" if production else None` is a schedule where it matters.
    if (kinds.size > 1) kinds.delete('never');
    const [kind] = kinds;
    const times = read.filter((each) => each.kind === 'times');
    return {
      kind: kinds.size === 1 ? kind : 'unknown',
      ...(times.length === 1 && { text: times[0].text, seconds: times[0].seconds }),
      entry,
      keyword,
      atMostDaily: read.every(({ kind: each, atMostDaily }) => each === 'never' || atMostDaily === true),
    };
  }
  return { kind: keywords.open ? 'unknown' : 'absent' };
}

function kindOf(value: Expression, values: Values, unit: FunctionUnit | undefined): Read {
  if (value.kind === 'constant' && value.value === null) return { kind: 'never' };
  if (value.kind === 'string') return value.dynamic ? { kind: 'unknown' } : ofText(value.value.trim());
  if (value.kind === 'list') return { kind: 'assets' };
  if (value.kind !== 'call') return { kind: 'unknown' };
  const seconds = values.seconds(value, unit);
  if (seconds !== undefined) return { kind: 'times', seconds, atMostDaily: seconds >= 86_400 };
  const name = values.qualifiedName(value.callee) ?? '';
  if (/(?:Dataset|Asset)\w*$/.test(name)) return { kind: 'assets' };
  const cron = /Cron\w*Timetable$/.test(name) ? value.arguments[0]?.value : undefined;
  const text = values.text(cron, unit);
  return text === undefined ? { kind: 'unknown' } : ofText(text);
}

const RARE: ReadonlySet<string> = new Set([
  '@daily',
  '@midnight',
  '@weekly',
  '@monthly',
  '@quarterly',
  '@yearly',
  '@annually',
]);

function ofText(text: string): Read {
  if (text === '@once') return { kind: 'once' };
  if (text === '@continuous') return { kind: 'continuous' };
  if (text === 'None') return { kind: 'never' };
  if (text.startsWith('@')) return { kind: 'times', text, atMostDaily: RARE.has(text) };
  const fields = text.split(/\s+/);
  const atMostDaily = fields.length === 5 && fields.slice(0, 2).every((field) => /^\d+$/.test(field));
  return { kind: fields.length >= 5 ? 'times' : 'unknown', text, atMostDaily };
}
