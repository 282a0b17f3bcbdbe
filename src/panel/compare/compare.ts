import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fact } from '../../advisor/decide/facts';
import { LensElement } from '../element';
import type { ComparisonCell, ComparisonRow, Core } from '../guideData';
import { icon } from '../icon';
import { sourceLine, unverifiedMark } from '../source';
import type { Target } from '../target';
import type { View } from '../view';
import './compare.css';

/** Services side by side; what matters narrows the rows, and pinned services stand first. */
@customElement('lens-compare')
export class LensCompare extends LensElement {
  @property({ attribute: false }) guide!: Core;
  @property({ attribute: false }) view!: View;
  @property({ attribute: false }) target?: Target;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('target') || !this.target) return;
    if (this.target.anchor.includes('/')) return this.change({ matters: [] });
    const { columns } = this.guide.compare;
    const pinned = this.target.anchor.split(',').filter((id) => columns.includes(id));
    if (pinned.length > 0) this.change({ pinned });
  }

  protected override render(): TemplateResult {
    const { compare, services } = this.guide;
    const { matters, pinned } = this.view;
    const columns = [...pinned, ...compare.columns.filter((id) => !pinned.includes(id))];
    const rows = compare.rows.filter(
      (row) => matters.length === 0 || row.matters.some((topic) => matters.includes(topic)),
    );
    return html`<div class="compare">
      <h1 class="visually-hidden">Compare services</h1>
      <div class="chips" role="group" aria-label="What matters">
        <button
          class="chip"
          aria-pressed=${matters.length === 0}
          @click=${() => this.change({ matters: [] })}
        >
          Everything
        </button>
        ${Object.entries(compare.matters).map(
          ([topic, name]) =>
            html`<button
              class="chip"
              aria-pressed=${matters.includes(topic)}
              @click=${() => this.#toggle(topic)}
            >
              ${name}
            </button>`,
        )}
        <span class="small"
          >${rows.length} of ${compare.rows.length} rows. <b>Bold</b> is the best of its row.</span
        >
      </div>
      <div class="table" tabindex="0" role="region" aria-label="Comparison">
        <table>
          <thead>
            <tr>
              <td></td>
              ${columns.map((id) => {
                const { name } = services[id];
                const first = pinned.includes(id);
                return html`<th scope="col" class=${first ? 'pinned' : ''}>
                  <button class="link" @click=${() => this.go({ tab: 'notes', anchor: services[id].note })}>
                    ${name}
                  </button>
                  <button
                    class="quiet pin"
                    aria-pressed=${first}
                    aria-label="${name} first"
                    title=${first ? 'Back to its place' : 'Put first'}
                    @click=${() => this.#pin(id)}
                  >
                    ${icon(first ? 'pinned' : 'pin')}
                  </button>
                </th>`;
              })}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.#row(row, columns))}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  /** A fact as target: its cell comes into sight with its source open. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('target') || !this.target) return;
    const cell = this.querySelector<HTMLDetailsElement>(`[data-fact="${CSS.escape(this.target.anchor)}"]`);
    if (!cell) return;
    cell.open = true;
    cell.scrollIntoView({ block: 'center', inline: 'center' });
    cell.querySelector('summary')?.focus({ preventScroll: true });
  }

  #row({ label, cells }: ComparisonRow, columns: readonly string[]): TemplateResult {
    return html`<tr>
      <th scope="row">${label}</th>
      ${columns.map(
        (id) =>
          html`<td class=${this.view.pinned.includes(id) ? 'pinned' : ''}>${this.#cell(cells[id])}</td>`,
      )}
    </tr>`;
  }

  #cell({ text, best, fact: path }: ComparisonCell): TemplateResult {
    const words = best ? html`<b>${text}</b><span class="visually-hidden"> (best)</span>` : text;
    if (!path) return html`${words}`;
    const known = fact(path);
    return html`<details data-fact=${path}>
        <summary title="Where this is known from">${words}</summary>
        ${known.text ? html`<p class="small">${known.text}</p>` : nothing} ${sourceLine(known)}
      </details>
      ${unverifiedMark(known)}`;
  }

  #toggle(topic: string): void {
    const { matters } = this.view;
    this.change({
      matters: matters.includes(topic) ? matters.filter((other) => other !== topic) : [...matters, topic],
    });
  }

  #pin(id: string): void {
    const { pinned } = this.view;
    this.change({ pinned: pinned.includes(id) ? pinned.filter((other) => other !== id) : [...pinned, id] });
  }
}
