import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LensElement } from '../element';

@customElement('lens-compare')
export class LensCompare extends LensElement {
  protected override render(): TemplateResult {
    return html`<h1>Compare</h1>`;
  }
}
