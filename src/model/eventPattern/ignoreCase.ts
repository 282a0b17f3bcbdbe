/**
 * A text without regard to case, as EventBridge understands it: every UTF-16 unit matches its full
 * lower-case or upper-case form, so that `ß` matches `ß` and `SS`, but not `ss`.
 */
export class CaselessText {
  readonly #lower: readonly string[];
  readonly #upper: readonly string[];
  /** Set where no form is longer than its unit: then lengths can be compared. */
  readonly #simple: boolean;

  constructor(text: string) {
    // The matcher encodes unit by unit, and half of a surrogate pair encodes to a question mark.
    const units = Array.from({ length: text.length }, (_, at) => (isSurrogate(text, at) ? '?' : text[at]));
    this.#lower = units.map((unit) => unit.toLowerCase());
    this.#upper = units.map((unit) => unit.toUpperCase());
    this.#simple = [...this.#lower, ...this.#upper].every(({ length }) => length === 1);
  }

  equals(text: string): boolean {
    if (this.#simple && text.length !== this.#lower.length) return false;
    return this.#endOfPrefix(text) === text.length;
  }

  isPrefixOf(text: string): boolean {
    return this.#endOfPrefix(text) >= 0;
  }

  isSuffixOf(text: string): boolean {
    let end = text.length;
    for (let at = this.#lower.length - 1; at >= 0; at--) {
      if (endsAt(text, this.#lower[at], end)) end -= this.#lower[at].length;
      else if (endsAt(text, this.#upper[at], end)) end -= this.#upper[at].length;
      else return false;
    }
    return true;
  }

  /** Where the text goes on after this one, or -1. The two forms of a unit never begin alike. */
  #endOfPrefix(text: string): number {
    let from = 0;
    for (let at = 0; at < this.#lower.length; at++) {
      if (text.startsWith(this.#lower[at], from)) from += this.#lower[at].length;
      else if (text.startsWith(this.#upper[at], from)) from += this.#upper[at].length;
      else return -1;
    }
    return from;
  }
}

function endsAt(text: string, part: string, end: number): boolean {
  return end >= part.length && text.startsWith(part, end - part.length);
}

function isSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdfff;
}
