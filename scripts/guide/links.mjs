/**
 * Remembers every reference to a fact, note, rule or term, and says in the end which lead nowhere.
 */
export class Links {
  /** @type {{ file: string, kind: string, target: string }[]} */
  #references = [];

  /** @param {string} file @param {'fact' | 'note' | 'rule' | 'term' | 'service'} kind @param {string} target */
  add(file, kind, target) {
    this.#references.push({ file, kind, target });
  }

  /**
   * @param {Record<string, Set<string>>} known what exists, by kind
   * @param {import('./problems.mjs').Problems} problems
   */
  check(known, problems) {
    for (const { file, kind, target } of this.#references) {
      if (!known[kind].has(target)) problems.add(file, `there is no ${kind} "${target}"`);
    }
  }
}
