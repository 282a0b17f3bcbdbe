import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LensElement } from '../element';
import { icon } from '../icon';
import type { View } from '../view';
import { fromSlider, loadFields, toSlider, type LoadField } from './loadFields';
import type { LoadForm } from './loadForm';

const environmentClasses = ['mw1.micro', 'mw1.small', 'mw1.medium', 'mw1.large', 'mw1.xlarge', 'mw1.2xlarge'];

/** The load: a slider to look around, a field for the exact number. */
@customElement('lens-load')
export class LensLoad extends LensElement {
  @property({ attribute: false }) load!: LoadForm;
  @property({ attribute: false }) view!: View;

  protected override render(): TemplateResult {
    const { load, view } = this;
    const changed = Object.keys(view.load).length > 0;
    return html`<form class="load" @submit=${(event: Event) => event.preventDefault()}>
      <h2>Load</h2>
      ${loadFields.map((field) => this.#field(field))}
      <div class="field">
        <label for="load-class">Airflow environment</label>
        <select
          id="load-class"
          @change=${(event: Event) => this.#class((event.target as HTMLSelectElement).value)}
        >
          ${environmentClasses.map(
            (name) =>
              html`<option value=${name} ?selected=${name === load.environmentClass}>${name}</option>`,
          )}
        </select>
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${load.freeTier}
          @change=${(event: Event) => this.#set({ freeTier: (event.target as HTMLInputElement).checked })}
        />
        Take off what is free each month
      </label>
      <button class="quiet" type="button" ?disabled=${!changed} @click=${() => this.change({ load: {} })}>
        ${icon('discard')} Reset the load
      </button>
    </form>`;
  }

  #field(field: LoadField): TemplateResult {
    const { key, label, unit, least, most, hint } = field;
    const value = this.load[key];
    const words = hint?.(this.load);
    return html`<div class="field">
      <label for="load-${key}">${label}${unit ? html` <span class="muted">(${unit})</span>` : nothing}</label>
      <input
        type="number"
        id="load-${key}"
        min=${least}
        max=${most}
        step="any"
        .value=${String(value)}
        @change=${(event: Event) => this.#type(field, event.target as HTMLInputElement)}
      />
      <input
        type="range"
        min="0"
        max="1000"
        aria-label=${label}
        aria-valuetext="${value} ${unit ?? ''} ${words ?? ''}"
        .value=${String(toSlider(field, value))}
        @input=${(event: Event) =>
          this.#set({ [key]: fromSlider(field, (event.target as HTMLInputElement).valueAsNumber) })}
        @keydown=${(event: KeyboardEvent) => this.#step(field, event)}
      />
      ${words ? html`<span class="hint small">${words}</span>` : nothing}
    </div>`;
  }

  /** Arrow keys change a small count by one, where a thousandth of the slider would change nothing. */
  #step(field: LoadField, event: KeyboardEvent): void {
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const value = this.load[field.key];
    if (!direction || fromSlider(field, toSlider(field, value) + direction) !== value) return;
    event.preventDefault();
    this.#set({ [field.key]: Math.min(field.most, Math.max(field.least, value + direction)) });
  }

  #type({ key, least }: LoadField, input: HTMLInputElement): void {
    const value = input.valueAsNumber;
    if (Number.isFinite(value) && value >= least) this.#set({ [key]: value });
    else input.value = String(this.load[key]);
  }

  /** Edited prices of an environment belong to its class. */
  #class(environmentClass: string): void {
    const prices = Object.entries(this.view.prices).filter(([service]) => service !== 'mwaa');
    this.change({
      load: { ...this.view.load, environmentClass },
      prices: Object.fromEntries(prices),
    });
  }

  #set(part: Partial<LoadForm>): void {
    this.change({ load: { ...this.view.load, ...part } });
  }
}
