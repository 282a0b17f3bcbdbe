import { LitElement } from 'lit';
import type { Place } from '../protocol/guide';
import type { View } from './view';

/** Draws into the document itself, so that one style sheet, and ids of other elements, reach everything. */
export class LensElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Leads the reader to another place of the guide. */
  protected go(place: Place): void {
    this.#tell(GO, place);
  }

  /** Changes what the guide remembers; every lens sees it. */
  protected change(part: Partial<View>): void {
    this.#tell(CHANGE, part);
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

export const GO = 'lens-go';
export const CHANGE = 'lens-change';
