import type { DagFile, Task } from '../../model/airflow';

/** How a sensor waits, as far as the file says. */
export interface Waiting {
  /**
   * `poke`: it keeps a worker busy; `rescheduled`: it gives the worker back between looks; `deferred`: the
   * triggerer waits; `unknown`: not to be seen.
   */
  readonly mode: 'poke' | 'rescheduled' | 'deferred' | 'unknown';
  /** The longest wait in seconds; `undefined` where nothing bounds it, `NaN` where the bound cannot be seen. */
  readonly limit?: number;
}

/** Arguments that end a wait after so many looks; how long that is depends on the sensor. */
const LOOKS = ['max_retries', 'max_attempts', 'waiter_max_attempts', 'max_tries'];

/** Reads mode and bound of a sensor from its arguments and the DAG's defaults. */
export function waitingOf(task: Task, { values }: DagFile): Waiting {
  return { mode: modeOf(task, values), limit: limitOf(task, values) };
}

function modeOf(task: Task, values: DagFile['values']): Waiting['mode'] {
  const unit = task.place.unit;
  if (/Async$/.test(task.type)) return 'deferred';
  const deferrable = task.argument('deferrable');
  if (deferrable) {
    const flag = values.flag(deferrable.value, unit);
    if (flag !== false) return flag ? 'deferred' : 'unknown';
  }
  const mode = task.argument('mode');
  if (mode) {
    const text = values.text(mode.value, unit);
    if (text !== 'poke') return text === 'reschedule' ? 'rescheduled' : 'unknown';
  }
  return task.open ? 'unknown' : 'poke';
}

function limitOf(task: Task, values: DagFile['values']): number | undefined {
  const unit = task.place.unit;
  const bounds = ['timeout', 'execution_timeout'].flatMap((name) => {
    const entry = task.argument(name);
    const value = entry && values.one(entry.value, unit);
    if (!entry || (value?.kind === 'constant' && value.value === null)) return [];
    return [values.seconds(entry.value, unit) ?? NaN];
  });
  if (task.open || LOOKS.some((name) => task.argument(name))) bounds.push(NaN);
  const whole = task.dag?.keywords.entries.get('dagrun_timeout');
  if (whole) bounds.push(values.seconds(whole.value, task.dag?.place.unit) ?? NaN);
  const known = bounds.filter((bound) => !Number.isNaN(bound));
  if (known.length > 0) return Math.min(...known);
  return bounds.length > 0 ? NaN : undefined;
}

/** Sensors that wait for a time of the clock, which comes by itself. */
export function waitsForTheClock({ type }: Task): boolean {
  return /^(?:Time|TimeDelta|DateTime|DayOfWeek|Wait)Sensor(?:Async)?$/.test(type);
}
