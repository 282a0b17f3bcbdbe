/**
 * Text decoded from a host, with the way back: a JSON string's escapes, a YAML block scalar's
 * indentation, `Fn::Join`. Whoever reads such text reports offsets of the host.
 */
export interface Mapped {
  readonly text: string;
  /** The host offset of the character at `offset`; `offset === text.length` is the end. */
  toHost(offset: number): number;
  /**
   * `replacement`, decoded text, as it has to be written in the host at the place of `[start, end)`
   * of this text; `undefined` where this text cannot be written back.
   */
  encode(replacement: string, start: number, end: number): string | undefined;
}

/** A document that stands for itself: offsets are its own. */
export class WholeText implements Mapped {
  constructor(readonly text: string) {}
  toHost(offset: number): number {
    return offset;
  }
  encode(replacement: string): string {
    return replacement;
  }
}
