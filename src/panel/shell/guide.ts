import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  TABS,
  type Kept,
  type Place,
  type Start,
  type Tab,
  type ToPanel,
  type Workload,
} from '../../protocol/guide';
import { readAnswers } from '../../advisor/decide/readAnswers';
import { core } from '../core';
import { CHANGE, GO, LensElement } from '../element';
import type { Guide } from '../guideData';
import { remember, remembered, send } from '../host';
import type { Target } from '../target';
import { readView, type View } from '../view';
import './guide.css';
import './search';
import { TAB_NAMES } from './tabs';

/** The guide: header, tabs, what is remembered, and the conversation with the editor. */
@customElement('lens-guide')
export class LensGuide extends LensElement {
  /** Address of the guide's data. */
  @property() data = '';
  @property({ type: Object }) start: Start = { kept: {} };
  @state() private guide?: Guide;
  @state() private view: View = readView(remembered());
  @state() private kept: Kept = {};
  @state() private workload?: Workload;
  @state() private target?: Target & { readonly tab: Tab };
  @state() private notice = '';
  @state() private failure = '';
  #noticeEnds = 0;
  #keeping = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(GO, (event) => this.#show((event as CustomEvent<Place>).detail));
    this.addEventListener(CHANGE, (event) => this.#change((event as CustomEvent<Partial<View>>).detail));
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => this.#receive(data));
    window.addEventListener('keydown', (event) => this.#key(event));
    window.addEventListener('scrollend', () => this.#rememberScroll());
    // What this panel remembers is newer than what its page began with.
    if (!remembered()) {
      this.view = readView(this.start.kept.view);
      if (this.start.place) this.#show(this.start.place);
    }
    this.kept = this.start.kept;
    send({ type: 'ready' });
  }

  protected override render(): TemplateResult {
    const { tab } = this.view;
    return html`<header>
        <lens-tabs .selected=${tab}></lens-tabs>
        <lens-search .guide=${this.guide}></lens-search>
      </header>
      <main>
        ${TABS.map(
          (each) =>
            html`<section
              role="tabpanel"
              id="panel-${each}"
              aria-label=${TAB_NAMES[each]}
              tabindex="-1"
              ?hidden=${each !== tab}
            >
              ${each === tab ? this.#lens(each) : nothing}
            </section>`,
        )}
      </main>
      <div class="notice" role="status">${this.notice}</div>`;
  }

  #lens(tab: Tab): TemplateResult {
    const { guide, view } = this;
    const target = this.target?.tab === tab ? this.target : undefined;
    switch (tab) {
      case 'decide':
        return html`<lens-decide
          .guide=${core}
          .view=${view}
          .target=${target}
          .workload=${this.workload}
        ></lens-decide>`;
      case 'compare':
        return html`<lens-compare .guide=${core} .view=${view} .target=${target}></lens-compare>`;
      case 'cost':
        return html`<lens-cost .guide=${core} .view=${view} .target=${target}></lens-cost>`;
      case 'notes':
        if (!guide) return this.#waiting();
        return html`<lens-notes .guide=${guide} .view=${view} .target=${target}></lens-notes>`;
      case 'quiz':
        if (!guide) return this.#waiting();
        return html`<lens-quiz
          .guide=${guide}
          .view=${view}
          .target=${target}
          .progress=${this.kept.quiz}
        ></lens-quiz>`;
    }
  }

  /** In place of what is not loaded yet. */
  #waiting(): TemplateResult {
    return this.failure
      ? html`<p class="failure">${this.failure}</p>`
      : html`<div class="skeleton" aria-busy="true"></div>`;
  }

  protected override firstUpdated(): void {
    this.#restoreScroll();
    // After the lenses have drawn themselves; what only some of them need comes behind.
    void Promise.resolve().then(() => {
      performance.mark('lens-interactive');
      void this.#load();
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('view')) {
      const before = changed.get('view') as View | undefined;
      if (before?.tab !== this.view.tab && !this.target) this.#restoreScroll();
      if (before && before.tab !== this.view.tab) void this.updateComplete.then(() => this.#catchFocus());
    }
  }

  /** A button that leads to another tab is gone then; the reader goes on in that tab. */
  #catchFocus(): void {
    if (document.activeElement !== document.body) return;
    this.querySelector<HTMLElement>(`#panel-${this.view.tab}`)?.focus({ preventScroll: true });
  }

  async #load(): Promise<void> {
    try {
      const response = await fetch(this.data);
      if (!response.ok) throw new Error(response.statusText);
      this.guide = (await response.json()) as Guide;
    } catch (problem) {
      this.failure = `The guide's data could not be read. ${problem instanceof Error ? problem.message : ''}`;
    }
  }

  #receive(message: ToPanel): void {
    switch (message.type) {
      case 'show':
        return this.#show(message.place);
      case 'workload':
        this.workload = message.workload;
        return;
      case 'kept':
        this.kept = message.kept;
        return;
      case 'notice':
        this.notice = message.text;
        clearTimeout(this.#noticeEnds);
        this.#noticeEnds = window.setTimeout(() => (this.notice = ''), 3000);
    }
  }

  #show({ tab, anchor, facts }: Place): void {
    this.target = anchor === undefined ? undefined : { tab, anchor, facts: readAnswers(facts ?? {}).answers };
    const anchors = anchor === undefined ? this.view.anchors : { ...this.view.anchors, [tab]: anchor };
    this.#change({ tab, anchors });
  }

  #change(part: Partial<View>): void {
    this.view = { ...this.view, ...part };
    remember(this.view);
    clearTimeout(this.#keeping);
    this.#keeping = window.setTimeout(() => send({ type: 'keep', key: 'view', value: this.view }), 400);
  }

  #rememberScroll(): void {
    this.view = { ...this.view, scroll: { ...this.view.scroll, [this.view.tab]: Math.round(scrollY) } };
    remember(this.view);
  }

  #restoreScroll(): void {
    const top = this.view.scroll[this.view.tab] ?? 0;
    requestAnimationFrame(() => scrollTo({ top, behavior: 'instant' }));
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.matches('input:not([type=range]), textarea, select')) return;
    event.preventDefault();
    this.querySelector<HTMLInputElement>('lens-search input')?.focus();
  }
}
