import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { datedPrices, type DatedPrice, type PriceTier } from '../../advisor/cost/prices';
import type { Recommendation } from '../../advisor/decide/verdict';
import { LensElement } from '../element';
import { icon } from '../icon';
import { sourceLine } from '../source';
import type { View } from '../view';
import { loadOf } from './candidates';
import type { LoadForm } from './loadForm';

/** The unit prices of the services, each with its source and date; what is typed replaces it until it is reset. */
@customElement('lens-prices')
export class LensPrices extends LensElement {
  @property({ attribute: false }) services: readonly Recommendation[] = [];
  @property({ attribute: false }) names!: Readonly<Record<string, { readonly name: string }>>;
  @property({ attribute: false }) load!: LoadForm;
  @property({ attribute: false }) view!: View;

  protected override render(): TemplateResult {
    const edited = Object.keys(this.view.prices).length > 0;
    return html`<details class="prices">
      <summary>Unit prices${edited ? ' (edited)' : ''}</summary>
      <p class="muted">
        In us-east-1, before taxes and discounts. A price that you type counts here until you reset it.
      </p>
      <button class="quiet" ?disabled=${!edited} @click=${() => this.change({ prices: {} })}>
        ${icon('discard')} Reset all prices
      </button>
      ${this.services.map((service) => this.#service(service))}
    </details>`;
  }

  #service(service: Recommendation): TemplateResult {
    return html`<fieldset>
      <legend>${this.names[service].name}</legend>
      ${Object.entries(datedPrices(service, loadOf(service, this.load))).map(([key, price]) =>
        this.#price(service, key, price),
      )}
    </fieldset>`;
  }

  #price(service: Recommendation, key: string, price: DatedPrice): TemplateResult {
    const own = this.view.prices[service]?.[key];
    const value = own ?? price.value;
    return html`<div class="unit-price">
      <div class="values">
        ${
          typeof value === 'object' && value !== null
            ? value.map((tier, index) =>
                this.#input(service, key, tier.price, tierName(key, value, index), (typed) =>
                  value.map((other, at) => (at === index ? { ...other, price: typed } : other)),
                ),
              )
            : this.#input(service, key, value as number | null, words(key), (typed) => typed)
        }
      </div>
      <div class="known">
        <span>
          ${price.unit}
          ${own === undefined ? sourceLine(price) : html`<span class="source">your own price</span>`}
          ${price.note ? html`<span class="source">${price.note}</span>` : nothing}
        </span>
        ${
          own === undefined
            ? nothing
            : html`<button
                class="quiet"
                aria-label="Reset ${words(key)} of ${this.names[service].name}"
                title="Reset"
                @click=${() => this.#set(service, key, undefined)}
              >
                ${icon('discard')}
              </button>`
        }
      </div>
    </div>`;
  }

  #input(
    service: Recommendation,
    key: string,
    value: number | null,
    label: string,
    edit: (typed: number) => number | readonly PriceTier[],
  ): TemplateResult {
    return html`<label>
      <span>${label}</span>
      <input
        type="number"
        min="0"
        step="any"
        placeholder="not known"
        .value=${value === null ? '' : decimal(value)}
        @change=${(event: Event) => {
          const typed = (event.target as HTMLInputElement).valueAsNumber;
          this.#set(service, key, Number.isFinite(typed) && typed >= 0 ? edit(typed) : undefined);
        }}
      />
    </label>`;
  }

  #set(service: Recommendation, key: string, value: number | readonly PriceTier[] | undefined): void {
    const edited = without(this.view.prices[service] ?? {}, key);
    if (value !== undefined) edited[key] = value;
    const prices = without(this.view.prices, service);
    if (Object.keys(edited).length > 0) prices[service] = edited;
    this.change({ prices });
  }
}

/** A price without an exponent, as people write it. */
const decimal = (value: number): string => value.toFixed(12).replace(/\.?0+$/, '');

const without = <T>(values: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));

/** A key of the price list as words: `gbSecondTiers` is "GB second". */
function words(key: string): string {
  const text = key
    .replace(/Tiers$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .replace(/\b(gb|mb|dpu|rpu)\b/g, (unit) => unit.toUpperCase())
    .replace(/\bki b\b/, 'KiB');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function tierName(key: string, tiers: readonly PriceTier[], index: number): string {
  const { upTo } = tiers[index];
  return upTo === null ? `${words(key)}, above` : `${words(key)}, up to ${upTo.toLocaleString('en-US')}`;
}
