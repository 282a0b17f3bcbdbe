import { html, nothing, type TemplateResult } from 'lit';
import type { WeekPlace } from '../../protocol/week';
import { inlineStyle } from '../inlineStyle';
import type { Collision } from './collisions';
import { MOST_TIMES, startsText, type Row, type Start } from './rows';
import { clockText } from './zoneClock';

/** All of the week, or a day of it (0 is Monday). */
export type Shown = 'week' | number;

export interface Timeline {
  readonly rows: readonly Row[];
  readonly collisions: readonly Collision[];
  /** Midnight of the Monday, as if the clock were that of UTC. */
  readonly monday: number;
  readonly shown: Shown;
  /** Which day of this week is today; outside of 0 to 6 in other weeks. */
  readonly today: number;
  readonly isNarrow: boolean;
  readonly show: (next: Shown) => void;
  readonly open: (place: WeekPlace) => void;
}

const DAY = 86_400_000;
const MINUTES = 24 * 60;
const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const FULL_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The lines of the schedules below the days, or below the hours of one day. */
export function timeline(view: Timeline): TemplateResult {
  return html`<div class="timeline" data-shown=${view.shown === 'week' ? 'week' : 'day'}>
    ${days(view)}
    <div class="scale" aria-hidden="true">${scale(view)}</div>
    ${load(view)}
    <ul class="rows" aria-label="Schedules">
      ${view.rows.map((row) => line(row, view))}
    </ul>
  </div>`;
}

/** The days as switches: one of them fills the width, and once more brings the week back. */
function days({ monday, shown, today, isNarrow, show }: Timeline): TemplateResult {
  return html`<div class="days" role="group" aria-label="Day">
    ${
      isNarrow
        ? nothing
        : html`<button class="whole" aria-pressed=${shown === 'week'} @click=${() => show('week')}>
            Week
          </button>`
    }
    ${NAMES.map((name, day) => {
      const date = new Date(monday + day * DAY).getUTCDate();
      // Said in full, shown short.
      return html`<button
        aria-pressed=${shown === day}
        ?data-today=${day === today}
        @click=${() => show(shown === day && !isNarrow ? 'week' : day)}
      >
        <span aria-hidden="true">${name}</span><span class="visually-hidden">${FULL_NAMES[day]}</span>
        <b>${date}</b>${day === today ? html`<span class="visually-hidden">, today</span>` : nothing}
      </button>`;
    })}
  </div>`;
}

function scale({ shown }: Timeline): TemplateResult[] {
  const marks = shown === 'week' ? [0, 1, 2, 3, 4, 5, 6] : [0, 3, 6, 9, 12, 15, 18, 21];
  const all = shown === 'week' ? 7 : 24;
  return marks.map(
    (mark) =>
      html`<span ${inlineStyle({ '--at': String(mark / all) })}
        >${shown === 'week' ? NAMES[mark] : clockText(mark * 60)}</span
      >`,
  );
}

/** Where between the ends of what is shown a start is; `undefined` outside of it. */
function position({ day, minute }: Start, shown: Shown): number | undefined {
  if (shown === 'week') return (day + minute / MINUTES) / 7;
  return day === shown ? minute / MINUTES : undefined;
}

/** How much starts in each hour. */
function load({ rows, shown }: Timeline): TemplateResult {
  const hours = shown === 'week' ? 7 * 24 : 24;
  const counts = new Array<number>(hours).fill(0);
  for (const { starts } of rows) {
    for (const start of starts) {
      const at = position(start, shown);
      if (at !== undefined) counts[Math.min(hours - 1, Math.floor(at * hours + 1e-9))] += 1;
    }
  }
  const most = Math.max(1, ...counts);
  const top = counts.indexOf(Math.max(...counts));
  const day = shown === 'week' ? Math.floor(top / 24) : shown;
  const words = counts[top]
    ? `Most starts in an hour: ${counts[top]}, from ${FULL_NAMES[day]} ${clockText((top % 24) * 60)}.`
    : 'Nothing starts here.';
  return html`<div class="load">
    <span class="small">Starts an hour</span>
    <div class="track" role="img" aria-label=${words}>
      ${counts.map((number, hour) =>
        number === 0
          ? nothing
          : html`<i
              ${inlineStyle({
                '--at': String(hour / hours),
                '--width': String(1 / hours),
                '--height': String(number / most),
              })}
            ></i>`,
      )}
      <span class="most small" aria-hidden="true">${counts[top] > 0 ? `max ${counts[top]}` : ''}</span>
    </div>
  </div>`;
}

function line(row: Row, { shown, collisions, open }: Timeline): TemplateResult {
  const { schedule, starts } = row;
  const { name, meaning, runner, place, note, starts: started, clockChanges } = schedule;
  const crowded = new Set(
    collisions.flatMap(({ rows, days, minute }) =>
      rows.includes(row) ? days.map((day) => day * MINUTES + minute) : [],
    ),
  );
  const words = startsText(row) || note || 'Does not fire in this week.';
  return html`<li>
    <button class="name" title=${`${place.file}:${place.line + 1}`} @click=${() => open(place)}>
      <b>${name}</b>${started === undefined ? nothing : html` <span class="muted">starts ${started}</span>`}
      <span class="small meaning">${meaning}</span>
      <span class="small where">${runner} · ${place.file}:${place.line + 1}</span>
    </button>
    <div
      class="track"
      ?data-open=${note !== undefined}
      ?data-dense=${shown === 'week' && starts.length > MOST_TIMES}
    >
      <span class="visually-hidden">${words}</span>
      ${note === undefined ? nothing : html`<span class="small note" aria-hidden="true">${note}</span>`}
      ${starts.map((start) => {
        const at = position(start, shown);
        return at === undefined
          ? nothing
          : html`<i
              title=${`${NAMES[start.day]} ${clockText(start.minute)}`}
              ?data-crowded=${crowded.has(start.day * MINUTES + start.minute)}
              ${inlineStyle({ '--at': String(at) })}
            ></i>`;
      })}
    </div>
    ${clockChanges.map((change) => html`<p class="small change">${change}</p>`)}
  </li>`;
}
