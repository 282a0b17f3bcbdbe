import type { Mapped } from './mapped';

/** Decodes what stands at `[start, end)` of a source and reads as `value`. */
export type Decode = (source: Mapped, start: number, end: number, value: string) => Mapped;

/** How strings of one kind are written in a source; all those of a tree share one. */
export class Writing {
  #elsewhere?: Writing;

  constructor(
    readonly source: Mapped,
    readonly decode: Decode,
  ) {}

  /** The same in another source. */
  within(source: Mapped): Writing {
    if (source === this.source) return this;
    if (this.#elsewhere?.source !== source) this.#elsewhere = new Writing(source, this.decode);
    return this.#elsewhere;
  }
}
