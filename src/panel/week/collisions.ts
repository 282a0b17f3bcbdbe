import type { ClockTime } from './zoneClock';
import type { Row } from './rows';

/** Schedules that start together, with the days on which they do. */
export interface Collision {
  readonly minute: number;
  readonly days: readonly number[];
  readonly rows: readonly Row[];
}

/** What starts in the same minute as something else; the most crowded minutes come first. */
export function collisionsOf(rows: readonly Row[], at: (time: number) => ClockTime): Collision[] {
  const byTime = new Map<number, Row[]>();
  for (const row of rows) {
    for (const { time } of row.starts) {
      const together = byTime.get(time);
      if (!together) byTime.set(time, [row]);
      else if (!together.includes(row)) together.push(row);
    }
  }
  const found = new Map<string, { minute: number; days: number[]; rows: Row[] }>();
  for (const [time, together] of byTime) {
    if (together.length < 2) continue;
    const { day, minute } = at(time);
    const key = `${minute} ${together.map(({ index }) => index).join()}`;
    const known = found.get(key);
    if (known) known.days.push(day);
    else found.set(key, { minute, days: [day], rows: together });
  }
  return [...found.values()]
    .map((collision) => ({ ...collision, days: collision.days.sort((a, b) => a - b) }))
    .sort((a, b) => b.rows.length - a.rows.length || b.days.length - a.days.length || a.minute - b.minute);
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `every day`, `Monday to Friday`, `Monday, Thursday`. */
export function daysText(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const first = days[0] ?? 0;
  const last = days[days.length - 1] ?? 0;
  const isRun = days.length > 2 && last - first === days.length - 1;
  return isRun ? `${NAMES[first]} to ${NAMES[last]}` : days.map((day) => NAMES[day]).join(', ');
}
