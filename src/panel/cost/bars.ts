import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inlineStyle } from '../inlineStyle';
import { usd } from '../money';
import { includesWork, type Candidate } from './candidates';

type Names = Readonly<Record<string, { readonly name: string }>>;

/** Services as horizontal bars, the cheapest first; each opens the formula of its figure. */
export function bars(candidates: readonly Candidate[], services: Names, shown?: string): TemplateResult {
  const carrying = candidates.filter(({ obstacle }) => obstacle === undefined);
  const others = candidates.filter(({ obstacle }) => obstacle !== undefined);
  const most = Math.max(...carrying.map(({ monthlyUsd = 0 }) => monthlyUsd), 0.01);
  return html`<div class="bars">
      ${repeat(
        carrying,
        ({ service }) => service,
        ({ service, monthlyUsd, lines, missing, doubts }) =>
          html`<details ?open=${service === shown} id="cost-${service}">
            <summary>
              <span class="name">${services[service].name}</span>
              <span class="track">
                ${
                  monthlyUsd === undefined
                    ? html`<span class="muted">not known</span>`
                    : html`<span class="bar" ${inlineStyle({ '--share': String(monthlyUsd / most) })}></span
                        ><span class="figure"
                          >${usd(monthlyUsd)}
                          ${includesWork.includes(service) ? html`<span class="small">with computing</span>` : nothing}
                          ${doubts.length > 0 ? html`<span class="unverified">not verified</span>` : nothing}</span
                        >`
                }
              </span>
            </summary>
            <div class="formula">
              ${missing ? html`<p>${missing} A price can be entered under “Unit prices”.</p>` : nothing}
              ${lines.map(
                (line) =>
                  html`<p>
                    <span>${line.label}</span> <code>${line.formula}</code> <span>= ${usd(line.usd)}</span>
                  </p>`,
              )}
              ${doubts.map((doubt) => html`<p><strong>Not verified.</strong> ${doubt}</p>`)}
              <p class="small">
                ${
                  includesWork.includes(service)
                    ? 'Computing is included: the service does the work itself.'
                    : 'Coordination only: the steps are billed by the services that do them.'
                }
              </p>
            </div>
          </details>`,
      )}
    </div>
    ${
      others.length > 0
        ? html`<details class="others">
            <summary>Cannot carry this load: ${others.length}</summary>
            <dl>
              ${others.map(
                ({ service, obstacle }) =>
                  html`<dt>${services[service].name}</dt>
                    <dd>${obstacle}</dd>`,
              )}
            </dl>
          </details>`
        : nothing
    }`;
}
