import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LensElement } from '../element';
import type { Guide } from '../guideData';
import { icon } from '../icon';
import { find, searchIndex, type Entry } from './searchIndex';

/** Characters of text around the first match. */
const around = { before: 24, after: 90 };

/** Finds across all tabs; arrow keys walk the results, Enter goes there, Escape leaves. */
@customElement('lens-search')
export class LensSearch extends LensElement {
  @property({ attribute: false }) guide?: Guide;
  @state() private query = '';
  @state() private open = false;
  @state() private chosen = 0;
  #index: readonly Entry[] | undefined;

  protected override render(): TemplateResult {
    const results = this.#results();
    const shown = this.open && this.query.trim() !== '';
    return html`<div class="search" role="search" @focusout=${this.#leave}>
      ${icon('search')}
      <input
        type="search"
        role="combobox"
        aria-label="Search the guide"
        aria-expanded=${shown}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant=${shown && results[this.chosen] ? `found-${this.chosen}` : nothing}
        placeholder="Search"
        autocomplete="off"
        spellcheck="false"
        .value=${this.query}
        @input=${this.#type}
        @focus=${() => (this.open = true)}
        @keydown=${this.#key}
      />
      <kbd aria-hidden="true">/</kbd>
      <div class="found" id="search-results" role="listbox" aria-label="Found" ?hidden=${!shown}>
        ${results.map(
          (entry, index) =>
            html`<div
              role="option"
              id="found-${index}"
              aria-selected=${index === this.chosen}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.#choose(entry)}
            >
              ${icon(entry.icon)}
              <span class="title">${marked(entry.title, this.query)}</span>
              <span class="kind">${entry.kind}</span>
              <span class="excerpt">${marked(excerpt(entry.text, this.query), this.query)}</span>
            </div>`,
        )}
        ${
          shown && results.length === 0
            ? html`<div class="nothing" role="option" aria-selected="false" aria-disabled="true">
                Nothing has “${this.query.trim()}” in it.
              </div>`
            : nothing
        }
      </div>
    </div>`;
  }

  protected override updated(): void {
    this.querySelector('[role=option][aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #results(): readonly Entry[] {
    if (!this.guide || !this.open) return [];
    this.#index ??= searchIndex(this.guide);
    return find(this.#index, this.query);
  }

  #type(event: Event): void {
    this.query = (event.target as HTMLInputElement).value;
    this.open = true;
    this.chosen = 0;
  }

  #key(event: KeyboardEvent): void {
    const results = this.#results();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) this.chosen = (this.chosen + step + results.length) % results.length;
    else if (event.key === 'Enter' && results[this.chosen]) this.#choose(results[this.chosen]);
    else if (event.key === 'Escape') {
      this.open = this.query !== '';
      this.query = '';
    } else return;
    event.preventDefault();
  }

  #choose({ place }: Entry): void {
    this.open = false;
    this.go(place);
  }

  #leave(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.open = false;
  }
}

function excerpt(text: string, query: string): string {
  const word = query.trim().toLowerCase().split(/\s+/)[0] ?? '';
  const at = Math.max(0, text.toLowerCase().indexOf(word) - around.before);
  const from = at === 0 ? 0 : text.indexOf(' ', at) + 1;
  return `${from > 0 ? '… ' : ''}${text.slice(from, from + around.before + around.after)}`;
}

/** The text with the words of the query marked. */
function marked(text: string, query: string): readonly (string | TemplateResult)[] {
  const words = query
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [text];
  return text
    .split(new RegExp(`(${words.join('|')})`, 'gi'))
    .map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part));
}
