import { html, nothing, type TemplateResult } from 'lit';
import type { WeekPlace } from '../../protocol/week';
import { icon } from '../icon';
import { daysText, type Collision } from './collisions';
import { clockText } from './zoneClock';

/** What starts together, named, each name leading to its place in the file. */
export function collisionList(
  collisions: readonly Collision[],
  zone: string,
  open: (place: WeekPlace) => void,
): TemplateResult | typeof nothing {
  if (collisions.length === 0) return nothing;
  return html`<section class="collisions" aria-labelledby="collisions">
    <h2 id="collisions">Starts at the same time</h2>
    <p class="muted">
      Clusters, connections and API limits are shared: a few minutes between two starts cost nothing. Times
      are by ${zone}.
    </p>
    <ul>
      ${collisions.map(
        ({ minute, days, rows }) =>
          html`<li>
            <span class="when">${icon('warning')}<b>${clockText(minute)}</b> ${daysText(days)}</span>
            <span class="who"
              ><span class="small">${rows.length} schedules</span>${rows.map(
                ({ schedule: { name, place } }) =>
                  html`<button
                    class="link"
                    title=${`${place.file}:${place.line + 1}`}
                    @click=${() => open(place)}
                  >
                    ${name}
                  </button>`,
              )}</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}
