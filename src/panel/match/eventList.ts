import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EventResult } from '../../protocol/match';
import { LensElement } from '../element';
import { icon } from '../icon';
import { VERDICTS } from './verdict';

/** Fired with the place of the event that was chosen. */
export const CHOOSE = 'match-choose';

type Shown = 'all' | EventResult['verdict'];

const GROUPS: readonly (readonly [EventResult['origin'], string])[] = [
  ['given', 'Clipboard'],
  ['workspace', 'In the workspace'],
  ['sample', 'Samples'],
];

const FILTERS: readonly (readonly [Shown, string])[] = [
  ['all', 'All'],
  ['matches', 'Matches'],
  ['differs', 'No match'],
];

/** Pixels between the chosen event and the edge of a list that scrolls. */
const gap = 8;

/** The events that a pattern was asked about; arrow keys walk them, and what is chosen is shown at once. */
@customElement('match-events')
export class MatchEvents extends LensElement {
  @property({ attribute: false }) results: readonly EventResult[] = [];
  @property({ type: Number }) selected = 0;
  @state() private shown: Shown = 'all';

  protected override render(): TemplateResult {
    return html`<div class="chips" role="group" aria-label="Show">
        ${FILTERS.map(([shown, label]) => {
          const count = this.results.filter((result) => fits(result, shown)).length;
          return html`<button
            class="chip"
            aria-pressed=${this.shown === shown}
            @click=${() => (this.shown = shown)}
          >
            ${label} <span class="count">${count}</span>
          </button>`;
        })}
      </div>
      <div class="events" role="listbox" aria-label="Events" @keydown=${this.#key}>
        ${GROUPS.map(([origin, label]) => this.#group(origin, label))}
        ${this.#visible().length === 0 ? html`<p class="muted">No event is in this group.</p>` : nothing}
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('results') || changed.has('selected')) this.#showSelected();
  }

  /** Where the list scrolls in a box of its own, what is chosen stands inside it. */
  #showSelected(): void {
    const list = this.querySelector('.events');
    const option = this.querySelector('[aria-selected=true]');
    if (!list || !option) return;
    const [box, { top, bottom }] = [list.getBoundingClientRect(), option.getBoundingClientRect()];
    list.scrollTop += Math.max(0, bottom - box.bottom + gap) - Math.max(0, box.top - top + gap);
  }

  #group(origin: EventResult['origin'], label: string): TemplateResult | typeof nothing {
    const visible = this.#visible().filter((index) => this.results[index].origin === origin);
    if (visible.length === 0) return nothing;
    return html`<div role="group" aria-label=${label}>
      <div class="small" aria-hidden="true">${label}</div>
      ${visible.map((index) => this.#option(index))}
    </div>`;
  }

  #option(index: number): TemplateResult {
    const { title, verdict } = this.results[index];
    const { icon: name, words } = VERDICTS[verdict];
    const visible = this.#visible();
    const reachable = visible.includes(this.selected) ? this.selected : visible[0];
    return html`<div
      role="option"
      id="event-${index}"
      class="event ${verdict}"
      aria-selected=${index === this.selected}
      tabindex=${index === reachable ? 0 : -1}
      @click=${() => this.#choose(index)}
    >
      ${icon(name)}
      <span>${title}<span class="visually-hidden">, ${words.toLowerCase()}</span></span>
    </div>`;
  }

  /** The places of the events that the filter leaves, in the order in which they are drawn. */
  #visible(): number[] {
    return GROUPS.flatMap(([origin]) =>
      this.results.flatMap((result, index) =>
        result.origin === origin && fits(result, this.shown) ? [index] : [],
      ),
    );
  }

  #key(event: KeyboardEvent): void {
    const visible = this.#visible();
    const at = visible.indexOf(Number((event.target as HTMLElement).id.replace('event-', '')));
    const places: Record<string, number> = {
      ArrowDown: Math.min(at + 1, visible.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: visible.length - 1,
      Enter: at,
      ' ': at,
    };
    const next = places[event.key];
    if (next === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#choose(visible[next]);
    this.querySelector<HTMLElement>(`#event-${visible[next]}`)?.focus();
  }

  #choose(index: number): void {
    this.dispatchEvent(new CustomEvent<number>(CHOOSE, { detail: index, bubbles: true }));
  }
}

function fits({ verdict }: EventResult, shown: Shown): boolean {
  return shown === 'all' || (shown === 'differs' ? verdict !== 'matches' : verdict === shown);
}
