import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { TABS, type Tab } from '../../protocol/guide';
import { LensElement } from '../element';

export const TAB_NAMES: Readonly<Record<Tab, string>> = {
  decide: 'Decide',
  compare: 'Compare',
  cost: 'Cost',
  notes: 'Notes',
  quiz: 'Quiz',
};

/** The tab list: arrow keys, Home and End choose, and what is chosen is shown at once. */
@customElement('lens-tabs')
export class LensTabs extends LensElement {
  @property() selected: Tab = 'decide';

  protected override render(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label="Guide" @keydown=${this.#key}>
      ${TABS.map(
        (tab) =>
          html`<button
            role="tab"
            id="tab-${tab}"
            aria-controls="panel-${tab}"
            aria-selected=${tab === this.selected}
            tabindex=${tab === this.selected ? 0 : -1}
            @click=${() => this.go({ tab })}
          >
            ${TAB_NAMES[tab]}
          </button>`,
      )}
    </div>`;
  }

  #key(event: KeyboardEvent): void {
    const at = TABS.indexOf(this.selected);
    const places: Record<string, number> = {
      ArrowRight: (at + 1) % TABS.length,
      ArrowLeft: (at + TABS.length - 1) % TABS.length,
      Home: 0,
      End: TABS.length - 1,
    };
    const next = places[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const tab = TABS[next];
    this.go({ tab });
    this.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  }
}
