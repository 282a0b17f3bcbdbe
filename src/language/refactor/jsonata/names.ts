import { jsonataFunction } from '../../../catalog/jsonataFunctions';
import { Unsure } from './code';

/** The names that expressions of one machine may use: its variables hide functions that are called the same. */
export class Names {
  readonly #variables: ReadonlySet<string>;
  /** What an expression does otherwise in cases that end a JSONPath run, a sentence each. */
  readonly remarks = new Set<string>();

  constructor(variables: Iterable<string>) {
    this.#variables = new Set(variables);
  }

  /** `$name`, to be called. */
  call(name: string): string {
    if (!jsonataFunction(name)) throw new Error(`There is no function "$${name}".`);
    if (this.#variables.has(name))
      throw new Unsure(`the variable "$${name}" hides the function that the conversion needs`);
    return `$${name}`;
  }

  /** A parameter's name with its `$` that no variable of the machine has. */
  local(name: string): string {
    let free = name;
    for (let count = 2; this.#variables.has(free); count++) free = `${name}${count}`;
    return `$${free}`;
  }
}
