import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LensElement } from '../element';

@customElement('lens-cost')
export class LensCost extends LensElement {
  protected override render(): TemplateResult {
    return html`<h1>Cost</h1>`;
  }
}
