import type { EventFields } from './eventFields';

/** What an event has of a field: the elements of its values, and of those that pass. */
export interface FieldMatch {
  readonly all: readonly number[];
  readonly passing: readonly number[];
  /** True where the field may be missing. */
  readonly optional: boolean;
}

/** Choices that are tried before an event is given up; only events made to be hard need that many. */
const MOST_TRIES = 500_000;

/**
 * Whether values can be chosen for all fields so that those from one list come from one of its
 * elements. As in AWS's matcher fields are taken in order, and a field is missing when none of its
 * values is in the elements that were chosen before it.
 */
export function matchesConsistently(fields: readonly FieldMatch[], event: EventFields): boolean {
  return new Search(fields, event).find(0);
}

class Search {
  readonly #fields: readonly { passing: ElementIndex; all: ElementIndex; optional: boolean }[];
  readonly #event: EventFields;
  /** By field, the lists that it or a later one has values in. */
  readonly #relevant: readonly ReadonlySet<number>[];
  /** By list, the element that was chosen; 0 for none. */
  readonly #chosen: number[];
  /** The chosen elements, outer ones first. */
  readonly #stack: number[] = [];
  readonly #failed = new Set<string>();
  #tries = 0;

  constructor(fields: readonly FieldMatch[], event: EventFields) {
    this.#event = event;
    this.#fields = fields.map(({ all, passing, optional }) => {
      const index = new ElementIndex(all, event);
      return {
        all: index,
        passing: passing.length === all.length ? index : new ElementIndex(passing, event),
        optional,
      };
    });
    const relevant: ReadonlySet<number>[] = [];
    let later: ReadonlySet<number> = new Set();
    for (let at = fields.length - 1; at >= 0; at--) {
      const lists = this.#fields[at].all.lists;
      if (lists.length > 0) later = new Set([...later, ...lists]);
      relevant[at] = later;
    }
    this.#relevant = relevant;
    this.#chosen = new Array<number>(event.outer.length).fill(0);
  }

  find(at: number): boolean {
    if (at === this.#fields.length) return true;
    const state = this.#state(at);
    if (this.#failed.has(state)) return false;
    const { passing, all, optional } = this.#fields[at];
    let before = -1;
    for (const element of this.#within(passing)) {
      // Values of one element lead to the same choice.
      if (element === before || !this.#fits(element)) continue;
      before = element;
      if (++this.#tries > MOST_TRIES) return false;
      const depth = this.#stack.length;
      this.#choose(element);
      if (this.find(at + 1)) return true;
      while (this.#stack.length > depth) this.#chosen[this.#event.list[this.#stack.pop()!]] = 0;
    }
    if (optional && !this.#within(all).some((element) => this.#fits(element)) && this.find(at + 1))
      return true;
    this.#failed.add(state);
    return false;
  }

  /** What a search from a field on depends on: the choices in lists that it will meet again. */
  #state(at: number): string {
    const relevant = this.#relevant[at];
    let state = `${at}`;
    if (relevant.size === 0) return state;
    for (const element of this.#stack) if (relevant.has(this.#event.list[element])) state += `,${element}`;
    return state;
  }

  /** The elements of an index that can fit: below the innermost chosen one that excludes all others. */
  #within(index: ElementIndex): readonly number[] {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const element = this.#stack[at];
      const around = index.below(this.#event.outer[element]).length;
      if (around > 0 && around === index.inList(this.#event.list[element])) return index.below(element);
    }
    return index.below(0);
  }

  #fits(element: number): boolean {
    for (let at = element; at !== 0; at = this.#event.outer[at]) {
      const chosen = this.#chosen[this.#event.list[at]];
      if (chosen !== 0 && chosen !== at) return false;
    }
    return true;
  }

  #choose(element: number): void {
    const path: number[] = [];
    for (let at = element; at !== 0 && this.#chosen[this.#event.list[at]] === 0; at = this.#event.outer[at])
      path.push(at);
    for (const at of path.reverse()) {
      this.#chosen[this.#event.list[at]] = at;
      this.#stack.push(at);
    }
  }
}

/** The elements of a field's values, to be found by an element around them. */
class ElementIndex {
  readonly #below = new Map<number, number[]>();
  readonly #inList = new Map<number, number>();

  constructor(elements: readonly number[], { outer, list }: EventFields) {
    this.#below.set(0, [...elements]);
    for (const element of elements) {
      for (let at = element; at !== 0; at = outer[at]) {
        const below = this.#below.get(at);
        if (below) below.push(element);
        else this.#below.set(at, [element]);
        this.#inList.set(list[at], (this.#inList.get(list[at]) ?? 0) + 1);
      }
    }
  }

  get lists(): number[] {
    return [...this.#inList.keys()];
  }

  below(element: number): readonly number[] {
    return this.#below.get(element) ?? [];
  }

  inList(list: number): number {
    return this.#inList.get(list) ?? 0;
  }
}
