import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Workload } from '../../protocol/guide';
import { LensElement } from '../element';
import type { Core } from '../guideData';
import { icon } from '../icon';
import type { Step, View } from '../view';
import { consequence } from './consequence';
import { childrenOf, likelyAnswer, pathFrom, servicesBelow, spotAt } from './route';

/** One question of the tree: a click or Enter answers, arrow keys and digits choose. */
@customElement('lens-question')
export class LensQuestion extends LensElement {
  @property({ attribute: false }) guide!: Core;
  @property({ attribute: false }) view!: View;
  @property({ attribute: false }) workload?: Workload;
  @state() private chosen = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view')) return;
    const before = changed.get('view')?.path ?? [];
    const { path } = this.view;
    if (before.length === path.length) return;
    // After a step back, what was answered is still chosen.
    this.chosen = before[path.length]?.answer ?? 0;
  }

  protected override render(): TemplateResult {
    const { guide, view } = this;
    const spot = spotAt(
      guide.tree,
      view.path.map(({ answer }) => answer),
    );
    const { question } = spot;
    if (!question) return html``;
    const left = servicesBelow(guide.tree, spot).length;
    return html`<form class="question" @submit=${this.#submit} @keydown=${this.#key}>
      <p class="progress">Question ${view.path.length + 1} · ${left} services left</p>
      <fieldset>
        <legend><h1>${question.question}</h1></legend>
        <p class="why">${question.why}</p>
        <div class="answers">
          ${childrenOf(guide.tree, spot).map(
            (child, index) =>
              html`<label class="answer" @click=${(event: MouseEvent) => this.#click(event, index)}>
                <input
                  type="radio"
                  name="answer"
                  .checked=${index === this.chosen}
                  ?data-focus=${index === this.chosen}
                  @change=${() => (this.chosen = index)}
                />
                <span class="label">${child.by?.label}</span>
                <span class="consequence">${consequence(guide, spot, child)}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      <div class="actions">
        <button class="button primary" type="submit">Next ${icon('arrow-right')}</button>
        <button class="button" type="button" @click=${this.#skip}>I don’t know</button>
        <span class="gap"></span>
        <button class="quiet" type="button" ?disabled=${view.path.length === 0} @click=${this.#back}>
          ${icon('arrow-left')} Back
        </button>
        <button class="quiet" type="button" ?disabled=${view.path.length === 0} @click=${this.#restart}>
          ${icon('debug-restart')} Start over
        </button>
      </div>
      ${this.#start()}
    </form>`;
  }

  /** An offer to begin with what the workspace shows. */
  #start(): TemplateResult | typeof nothing {
    const { workload, view, guide } = this;
    const path = workload && view.path.length === 0 ? pathFrom(guide.tree, workload.answers) : [];
    if (path.length === 0) return nothing;
    return html`<p class="offer">
      ${workload?.from} answers
      ${path.length === 1 ? 'the first question' : `the first ${path.length} questions`}.
      <button class="link" type="button" @click=${() => this.#step(path)}>Begin there</button>
    </p>`;
  }

  /** A pointer answers at once; keys that move a radio button make clicks too, without a count. */
  #click(event: MouseEvent, index: number): void {
    if (event.detail === 0) return;
    event.preventDefault();
    this.#answer(index);
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#answer(this.chosen);
  }

  #key(event: KeyboardEvent): void {
    const index = Number(event.key) - 1;
    const radios = this.querySelectorAll<HTMLInputElement>('input[type=radio]');
    if (!radios[index] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.chosen = index;
    radios[index].focus();
  }

  #answer(answer: number): void {
    this.#step([...this.view.path, { answer }]);
  }

  #skip(): void {
    const { path } = this.view;
    this.#step([...path, { answer: likelyAnswer(this.guide.tree, path), assumed: true }]);
  }

  #back(): void {
    this.#step(this.view.path.slice(0, -1));
  }

  #restart(): void {
    this.#step([]);
  }

  #step(path: readonly Step[]): void {
    this.dispatchEvent(new CustomEvent('lens-step', { detail: path }));
  }
}
