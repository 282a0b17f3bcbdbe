import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Recommendation } from '../../advisor/decide/verdict';
import { statedBy } from '../decide/route';
import { LensElement } from '../element';
import type { Core } from '../guideData';
import { icon } from '../icon';
import type { Target } from '../target';
import type { View } from '../view';
import { bars } from './bars';
import './breakEvenPlot';
import { candidates, costAt, type Candidate, type EditedPrices } from './candidates';
import './cost.css';
import { crossings, RUNS } from './crossings';
import './loadEditor';
import { loadFor, type LoadForm } from './loadForm';
import { whatCounts } from './lowVolume';
import './priceEditor';
import { costTable, crossingTable } from './tables';

/** What a month costs: the load at the left, the services at the right, and where they cross. */
@customElement('lens-cost')
export class LensCost extends LensElement {
  @property({ attribute: false }) guide!: Core;
  @property({ attribute: false }) view!: View;
  @property({ attribute: false }) target?: Target;
  @state() private asTable = false;

  protected override render(): TemplateResult {
    const { guide, view, asTable } = this;
    const { services } = guide;
    const answers = statedBy(guide.tree, view.path);
    const load = loadFor(view.load, answers);
    const all = candidates(load, view.prices, answers);
    const carrying = all.filter(({ obstacle }) => obstacle === undefined);
    const [lines, free] = plotted(carrying, load, view.prices);
    const crossed = crossings(lines, load, view.prices);
    // Where the cheapest changes, and where the environment with its fixed price begins to pay.
    const named = crossed.filter(
      ({ runs, lowest, dearer, cheaper }) =>
        runs <= RUNS.most && (lowest || [dearer, cheaper].includes('mwaa')),
    );
    const { title, text } = whatCounts(carrying, load, view.prices);
    return html`<div class="cost">
      <lens-load .load=${load} .view=${view}></lens-load>
      <div class="results">
        <h1 class="visually-hidden">Cost</h1>
        <div class="counts" role="status">
          <p><strong>${title}</strong></p>
          <p>${text}</p>
        </div>
        <div class="heading">
          <h2>A month costs</h2>
          <button class="quiet" aria-pressed=${asTable} @click=${() => (this.asTable = !asTable)}>
            ${icon('table')} As a table
          </button>
        </div>
        ${
          asTable
            ? costTable(carrying, services, load, view.prices)
            : bars(all, services, this.target?.anchor)
        }
        <h2>Where they cross</h2>
        ${
          asTable
            ? crossingTable(
                crossed.filter(({ runs }) => runs <= RUNS.most),
                services,
              )
            : html`<lens-break-even
                  .services=${lines}
                  .names=${services}
                  .load=${load}
                  .prices=${view.prices}
                  .crossings=${named}
                ></lens-break-even>
                <ul class="crossings">
                  ${named.map(
                    ({ runs, dearer, cheaper }) =>
                      html`<li>
                        From <strong>${runs.toLocaleString('en-US')}</strong> runs a month
                        ${services[dearer].name} costs more than ${services[cheaper].name}.
                      </li>`,
                  )}
                  ${free.map((id) => html`<li>${services[id].name} costs nothing at any number of runs.</li>`)}
                </ul>`
        }
        <lens-prices
          .services=${all.map(({ service }) => service)}
          .names=${services}
          .load=${load}
          .view=${view}
        ></lens-prices>
        <p class="small">
          Prices of ${guide.date}, us-east-1. A month has 730 hours. What is not verified says so beside its
          price.
        </p>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('target') || !this.target) return;
    this.querySelector(`#cost-${CSS.escape(this.target.anchor)} > summary`)?.scrollIntoView({
      block: 'center',
    });
  }
}

/** The services whose cost grows or stands somewhere above nothing, and those that cost nothing at all. */
function plotted(
  carrying: readonly Candidate[],
  load: LoadForm,
  prices: EditedPrices,
): readonly [lines: readonly Recommendation[], free: readonly Recommendation[]] {
  const known = carrying.filter(({ monthlyUsd }) => monthlyUsd !== undefined).map(({ service }) => service);
  const isFree = (service: Recommendation): boolean => costAt(service, RUNS.most, load, prices) === 0;
  return [known.filter((service) => !isFree(service)), known.filter(isFree)];
}
