import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LensElement } from '../element';

@customElement('lens-decide')
export class LensDecide extends LensElement {
  protected override render(): TemplateResult {
    return html`<h1>Decide</h1>`;
  }
}
