import type { OpaqueNumber } from './comparableNumber';

/** A value of an event that is neither an object nor a list. */
export type Leaf = string | number | boolean | null | OpaqueNumber;

/** A step of the paths that a pattern asks for. */
export interface PathStep {
  /** The index of the path that ends here, or -1. */
  field: number;
  readonly next: Map<string, PathStep>;
}

/**
 * The values of an event at the paths that a pattern asks for. Lists are flattened; what stands in
 * an object or a list inside of a list remembers which element it came from.
 */
export class EventFields {
  /** By path index. */
  readonly values: (Leaf[] | undefined)[];
  /** By path index, the element of each value; 0 is the event itself. */
  readonly elements: (number[] | undefined)[];
  /** By element, the element around its list. */
  readonly outer: number[] = [0];
  /** By element, its list. */
  readonly list: number[] = [0];
  #lists = 0;

  constructor(paths: number) {
    this.values = new Array<Leaf[] | undefined>(paths);
    this.elements = new Array<number[] | undefined>(paths);
  }

  /** True where some value came from an element of a list, so that values may exclude each other. */
  get hasElements(): boolean {
    return this.outer.length > 1;
  }

  add(field: number, value: Leaf, element: number): void {
    const values = this.values[field];
    if (values) {
      values.push(value);
      this.elements[field]!.push(element);
    } else {
      this.values[field] = [value];
      this.elements[field] = [element];
    }
  }

  newList(): number {
    return ++this.#lists;
  }

  newElement(list: number, outer: number): number {
    this.list.push(list);
    this.outer.push(outer);
    return this.list.length - 1;
  }
}

/** The steps of paths written with dots, in which every dot counts as nesting. */
export function pathSteps(paths: readonly string[]): PathStep {
  const root: PathStep = { field: -1, next: new Map() };
  paths.forEach((path, field) => {
    let step = root;
    for (const name of path.split('.')) {
      let next = step.next.get(name);
      if (!next) step.next.set(name, (next = { field: -1, next: new Map() }));
      step = next;
    }
    step.field = field;
  });
  return root;
}

/** The step that a key of an event leads to; a key with dots takes several. */
export function stepInto(step: PathStep, key: string): PathStep | undefined {
  const direct = step.next.get(key);
  if (direct || !key.includes('.')) return direct;
  let at: PathStep | undefined = step;
  for (const name of key.split('.')) {
    at = at.next.get(name);
    if (!at) return undefined;
  }
  return at;
}
