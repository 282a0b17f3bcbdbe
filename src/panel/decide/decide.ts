import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Workload } from '../../protocol/guide';
import { LensElement } from '../element';
import type { Core } from '../guideData';
import type { Target } from '../target';
import type { Step, View } from '../view';
import './decide.css';
import './questionCard';
import { routeTo } from './route';
import './treeDiagram';
import './verdictCard';
import { spotAt } from './route';

/** The decision: the question in words beside the tree, both showing the same path. */
@customElement('lens-decide')
export class LensDecide extends LensElement {
  @property({ attribute: false }) guide!: Core;
  @property({ attribute: false }) view!: View;
  @property({ attribute: false }) target?: Target;
  @property({ attribute: false }) workload?: Workload;
  #focusCard = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('target') || !this.target) return;
    const route = routeTo(this.guide.tree, this.target.anchor, this.target.facts);
    if (route) this.#go(route);
  }

  protected override render(): TemplateResult {
    const { guide, view } = this;
    const spot = spotAt(guide.tree, this.#route());
    return html`<div class="decide">
      <div class="card-column">
        ${
          spot.verdict
            ? html`<lens-verdict
                .guide=${guide}
                .view=${view}
                .verdict=${spot.verdict}
                @lens-step=${this.#step}
              ></lens-verdict>`
            : html`<lens-question
                .guide=${guide}
                .view=${view}
                .workload=${this.workload}
                @lens-step=${this.#step}
              ></lens-question>`
        }
      </div>
      <lens-tree
        .tree=${guide.tree}
        .services=${guide.services}
        .path=${view.path}
        @lens-route=${(event: CustomEvent<readonly number[]>) => this.#go(event.detail)}
      ></lens-tree>
    </div>`;
  }

  protected override updated(): void {
    if (!this.#focusCard) return;
    this.#focusCard = false;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>('.card-column [data-focus]')?.focus({ preventScroll: true }),
    );
  }

  #route(): readonly number[] {
    return this.view.path.map(({ answer }) => answer);
  }

  /** From the card: a new path, after which the card has the focus again. */
  #step(event: CustomEvent<readonly Step[]>): void {
    this.#focusCard = true;
    this.change({ path: event.detail });
  }

  /** From the tree: what was assumed on the common part stays assumed. */
  #go(route: readonly number[]): void {
    const path = route.map((answer, index) =>
      this.#route()
        .slice(0, index + 1)
        .every((taken, at) => taken === route[at])
        ? (this.view.path[index] ?? { answer })
        : { answer },
    );
    this.change({ path });
  }
}
