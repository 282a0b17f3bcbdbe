/**
 * The items of the containers that are open, the innermost one's last: each container takes an array of its
 * exact size. Emptied with `splice`, an array would give its room back and take it again for every container.
 */
export class OpenItems<Item> {
  readonly #items: Item[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: Item): void {
    this.#items[this.#length++] = item;
  }

  /** Takes away all items from an index on. */
  take(from: number): Item[] {
    const taken = this.#items.slice(from, this.#length);
    this.#length = from;
    return taken;
  }
}
