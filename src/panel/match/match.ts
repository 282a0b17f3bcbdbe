import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PatternRun, ToMatchPanel } from '../../protocol/match';
import { LensElement } from '../element';
import { icon } from '../icon';
import { CHOOSE } from './eventList';
import './explanation';
import { remember, send } from './host';
import './match.css';

/** What a pattern says to events: the pattern in a sentence, the events, and why the chosen one matches or not. */
@customElement('lens-match')
export class LensMatch extends LensElement {
  @state() private run?: PatternRun;
  @state() private selected = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', ({ data }: MessageEvent<ToMatchPanel>) => this.#receive(data));
    this.addEventListener(CHOOSE, (event) => this.#choose((event as CustomEvent<number>).detail));
    send({ type: 'ready' });
  }

  protected override render(): TemplateResult {
    const { run } = this;
    if (!run) return html`<div class="skeleton" aria-busy="true"></div>`;
    const result = run.results[this.selected];
    return html`<header>
        <div>
          <h1>${run.title}</h1>
          <p class="sentence">${words(run.sentence)}</p>
          ${run.notes.map((note) => html`<p class="small">${note}</p>`)}
        </div>
        <button class="button" @click=${() => send({ type: 'clipboard' })}>
          ${icon('copy')} Run against the clipboard
        </button>
      </header>
      <main>
        <nav aria-label="Events">
          <match-events .results=${run.results} .selected=${this.selected}></match-events>
        </nav>
        <section aria-label="Why">
          <match-explanation .result=${result} .index=${this.selected}></match-explanation>
        </section>
      </main>`;
  }

  #receive({ uri, run, selected }: ToMatchPanel): void {
    this.run = run;
    this.selected = selected;
    remember({ uri, pattern: run.id });
  }

  #choose(index: number): void {
    this.selected = index;
    send({ type: 'select', index });
  }
}

/** What stands between backquotes, as code. */
function words(sentence: string): (string | TemplateResult)[] {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
