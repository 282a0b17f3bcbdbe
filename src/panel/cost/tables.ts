import { html, type TemplateResult } from 'lit';
import { counted, usd } from '../money';
import { costAt, type Candidate, type EditedPrices } from './candidates';
import type { Crossing } from './crossings';
import type { LoadForm } from './loadForm';

type Names = Readonly<Record<string, { readonly name: string }>>;

/** Numbers of runs a month that the table shows besides the reader's own. */
const others = [1000, 100_000, 10_000_000];

/** The bars and the lines of the plot as numbers. */
export function costTable(
  candidates: readonly Candidate[],
  services: Names,
  load: LoadForm,
  prices: EditedPrices,
): TemplateResult {
  const amount = (value: number | undefined): string => (value === undefined ? 'not known' : usd(value));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Costs as a table">
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">US dollars a month</th>
          <th scope="col">your load</th>
          ${others.map((runs) => html`<th scope="col">${counted(runs)} runs</th>`)}
        </tr>
      </thead>
      <tbody>
        ${candidates.map(
          ({ service, monthlyUsd }) =>
            html`<tr>
              <th scope="row">${services[service].name}</th>
              <td>${amount(monthlyUsd)}</td>
              ${others.map((runs) => html`<td>${amount(costAt(service, runs, load, prices))}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The crossing points as numbers. */
export function crossingTable(crossings: readonly Crossing[], services: Names): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Crossing points as a table">
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">From so many runs a month</th>
          <th class="words" scope="col">this is dearer</th>
          <th class="words" scope="col">than this</th>
          <th scope="col">at</th>
        </tr>
      </thead>
      <tbody>
        ${crossings.map(
          ({ runs, dearer, cheaper, usd: at }) =>
            html`<tr>
              <th scope="row">${runs.toLocaleString('en-US')}</th>
              <td class="words">${services[dearer].name}</td>
              <td class="words">${services[cheaper].name}</td>
              <td>${usd(at)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
