import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EventResult, MatchRow } from '../../protocol/match';
import { LensElement } from '../element';
import { icon } from '../icon';
import { inlineStyle } from '../inlineStyle';
import { send } from './host';
import { OUTCOMES, VERDICTS } from './verdict';

/** Why one event matches or does not: the pattern field by field, then the event. */
@customElement('match-explanation')
export class MatchExplanation extends LensElement {
  @property({ attribute: false }) result?: EventResult;
  @property({ type: Number }) index = 0;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.result) return nothing;
    const { title, verdict, message, rows, event, uri } = this.result;
    const { icon: name, words } = VERDICTS[verdict];
    return html`<h2>${title}</h2>
      <p class="verdict ${verdict}" role="status">
        ${icon(name)}
        <strong>${words}</strong>${message ? html`<span class="muted">${message}</span>` : nothing}
      </p>
      ${rows.length > 0 ? this.#table(rows) : nothing}
      <div class="heading">
        <h3>The event</h3>
        <button class="quiet" @click=${() => send({ type: 'open', index: this.index })}>
          ${icon('link-external')} ${uri ? 'Open' : 'Edit a copy'}
        </button>
      </div>
      ${event ? html`<pre tabindex="0" aria-label="The event">${event}</pre>` : nothing}`;
  }

  /** A narrow page shows its cells below each other, which takes their roles away unless they are written down. */
  #table(rows: readonly MatchRow[]): TemplateResult {
    return html`<div class="table">
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">Field</th>
            <th role="columnheader" scope="col">Expected</th>
            <th role="columnheader" scope="col">Found</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(row)}
        </tbody>
      </table>
    </div>`;
  }
}

function row({ kind, depth, label, outcome, expected, found, hint, range }: MatchRow): TemplateResult {
  const { icon: name, words } = OUTCOMES[outcome];
  const link = html`<button class="link" @click=${() => send({ type: 'reveal', range })}>${label}</button>`;
  const head = html`<span
    class="field ${outcome}"
    ${inlineStyle({ 'padding-inline-start': `${depth * 16}px` })}
    >${icon(name)}<span
      >${kind === 'field' ? html`<code>${link}</code>` : link} <span class="small">${words}</span></span
    ></span
  >`;
  if (kind !== 'field') {
    return html`<tr role="row" class=${kind}>
      <th role="rowheader" scope="row" colspan="3">${head}</th>
    </tr>`;
  }
  return html`<tr role="row">
    <th role="rowheader" scope="row">${head}</th>
    <td role="cell" data-column="Expected"><code>${expected}</code></td>
    <td role="cell" data-column="Found">
      ${found ? html`<code>${found}</code>` : html`<span class="muted">nothing</span>`}
      ${hint ? html`<p class="small">${hint}</p>` : nothing}
    </td>
  </tr>`;
}
