import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ToWeek, WeekPlace, WeekResult, WeekStart } from '../../protocol/week';
import { icon } from '../icon';
import { collisionsOf, type Collision } from './collisions';
import { collisionList } from './collisionList';
import { host } from './host';
import { Clocks, rowsOf, type Clock, type Row } from './rows';
import { timeline, type Shown } from './timeline';
import './week.css';
import { mondayOf } from './zoneClock';

const DAY = 86_400_000;

/** What survives being hidden and a reload of the window. */
interface Remembered {
  readonly clock: Clock;
  /** A day of the week, or all of it. */
  readonly shown: Shown;
}

/** All schedules of the workspace on one week. */
class Week extends LitElement {
  static override properties = {
    start: { type: Object },
    week: { state: true },
    monday: { state: true },
    remembered: { state: true },
    isNarrow: { state: true },
  };

  declare start: WeekStart;
  declare week: WeekResult | undefined;
  declare monday: number;
  declare remembered: Remembered;
  declare isNarrow: boolean;
  readonly #narrow = matchMedia('(max-width: 600px)');

  constructor() {
    super();
    this.start = { userZone: 'UTC' };
    this.monday = mondayOf(Date.now());
    this.remembered = { clock: 'user', shown: 'week', ...(host.getState() as Partial<Remembered>) };
    this.isNarrow = this.#narrow.matches;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener('change', this.#measure);
    window.addEventListener('message', this.#receive);
    this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener('change', this.#measure);
    window.removeEventListener('message', this.#receive);
  }

  readonly #measure = (): void => {
    this.isNarrow = this.#narrow.matches;
  };

  readonly #receive = ({ data }: MessageEvent<ToWeek>): void => {
    if (data.type === 'changed') this.#ask();
    else if (Date.parse(data.week.from) === this.monday - DAY) this.week = data.week;
  };

  /** A day more at each end, for clocks that are ahead of UTC or behind. */
  #ask(): void {
    host.postMessage({ type: 'show', from: new Date(this.monday - DAY).toISOString() });
  }

  #go(monday: number): void {
    this.monday = monday;
    this.week = undefined;
    this.#ask();
  }

  #remember(part: Partial<Remembered>): void {
    this.remembered = { ...this.remembered, ...part };
    host.setState(this.remembered);
  }

  protected override render(): TemplateResult {
    const { clock } = this.remembered;
    const clocks = new Clocks(this.monday, this.start.userZone);
    const rows = this.week ? rowsOf(this.week, clock, clocks) : [];
    const collisions = collisionsOf(rows, (time) => clocks.common(clock).at(time));
    return html`
      <header>
        <h1>Schedules of the week</h1>
        ${this.#weeks()} ${this.#clocks()}
      </header>
      <main aria-busy=${this.week === undefined}>
        <p class="summary" role="status">${this.#summary(rows, collisions)}</p>
        ${rows.length > 0 ? this.#body(rows, collisions) : this.#empty()}
      </main>
    `;
  }

  #body(rows: readonly Row[], collisions: readonly Collision[]): TemplateResult {
    const today = Math.floor((mondayToday() - this.monday) / DAY);
    const { shown } = this.remembered;
    // A week does not fit into a narrow panel: its first day does.
    const fits = this.isNarrow && shown === 'week' ? (today >= 0 && today < 7 ? today : 0) : shown;
    return html`
      ${timeline({
        ...{ rows, collisions, monday: this.monday, shown: fits, today, isNarrow: this.isNarrow },
        show: (next) => this.#remember({ shown: next }),
        open: (place) => this.#open(place),
      })}
      ${collisionList(collisions, this.#zoneName(), (place) => this.#open(place))}
    `;
  }

  #open(place: WeekPlace): void {
    host.postMessage({ type: 'open', place });
  }

  #empty(): TemplateResult | typeof nothing {
    if (!this.week) return html`<div class="skeleton" aria-hidden="true"></div>`;
    return html`<p class="empty">
      No file of this workspace has a schedule: templates of CloudFormation and SAM, Terraform, the Serverless
      Framework and Airflow's DAGs are looked at.
    </p>`;
  }

  #zoneName(): string {
    return this.remembered.clock === 'user' ? this.start.userZone : 'UTC';
  }

  #summary(rows: readonly Row[], collisions: readonly Collision[]): string {
    if (!this.week) return 'Reading the workspace…';
    const starts = rows.reduce((sum, row) => sum + row.starts.length, 0);
    const crowded = collisions.reduce((sum, { days }) => sum + days.length, 0);
    const together =
      crowded === 0
        ? 'No two start in the same minute.'
        : `${count(crowded, 'time')} at which several start at once.`;
    return rows.length === 0
      ? ''
      : `${count(rows.length, 'schedule')}, ${count(starts, 'start')} in this week. ${together}`;
  }

  #weeks(): TemplateResult {
    const text = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const name = `${text.format(this.monday)} – ${text.format(this.monday + 6 * DAY)} ${new Date(this.monday + 6 * DAY).getUTCFullYear()}`;
    const go = (by: number) => () => this.#go(this.monday + by * 7 * DAY);
    return html`<div class="weeks" role="group" aria-label="Week">
      <button class="quiet" aria-label="The week before" @click=${go(-1)}>${icon('arrow-left')}</button>
      <span class="range" aria-live="polite">${name}</span>
      <button class="quiet" aria-label="The week after" @click=${go(1)}>${icon('arrow-right')}</button>
      ${
        this.monday === mondayOf(Date.now())
          ? nothing
          : html`<button class="quiet" @click=${() => this.#go(mondayOf(Date.now()))}>This week</button>`
      }
    </div>`;
  }

  #clocks(): TemplateResult {
    const choices: [Clock, string][] = [
      ['user', this.start.userZone === 'UTC' ? 'UTC' : `Here (${this.start.userZone})`],
      ...(this.start.userZone === 'UTC' ? [] : ([['utc', 'UTC']] as [Clock, string][])),
      ['own', "Each schedule's own"],
    ];
    return html`<fieldset class="clocks">
      <legend class="visually-hidden">Clock</legend>
      ${choices.map(
        ([value, label]) =>
          html`<label
            ><input
              type="radio"
              name="clock"
              .checked=${this.remembered.clock === value}
              @change=${() => this.#remember({ clock: value })}
            />${label}</label
          >`,
      )}
    </fieldset>`;
  }
}

function mondayToday(): number {
  return Math.floor(Date.now() / DAY) * DAY;
}

function count(number: number, word: string): string {
  return `${number} ${number === 1 ? word : `${word}s`}`;
}

customElements.define('lens-week', Week);
