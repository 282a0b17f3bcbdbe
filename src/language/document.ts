import { locate, type Located, type SourceFile } from '../model/locate';
import type { FieldOwner } from '../model/owners';
import { DEFAULT_CONFIG, type RuleConfig } from '../rules/config';

/** One version of a text; what is read from it is kept with it and goes with it. */
export class LanguageDocument implements SourceFile {
  readonly path: string;
  readonly text: string;
  readonly languageId?: string;
  /** What the workspace says about rules and about this file's kind of machine. */
  readonly config: RuleConfig;
  #located?: Located;
  #before?: LanguageDocument;
  #fieldOwners?: readonly FieldOwner[];

  /** Of the version `before`, what has not changed is taken along: that one is read anew if it is asked again. */
  constructor(file: SourceFile, config: RuleConfig = DEFAULT_CONFIG, before?: LanguageDocument) {
    this.path = file.path;
    this.text = file.text;
    this.languageId = file.languageId;
    this.config = config;
    if (before) this.#before = before.#located ? before : before.#before;
  }

  get located(): Located {
    return (this.#located ??= locate(this, this.config.machineType, this.#taken()));
  }

  /** What the version before has read, which it gives away. */
  #taken(): Located | undefined {
    const before = this.#before;
    if (!before) return undefined;
    const located = before.#located;
    this.#before = before.#located = before.#fieldOwners = undefined;
    return located;
  }

  /** Every object of the definitions in here whose field names AWS fixes. */
  get fieldOwners(): readonly FieldOwner[] {
    return (this.#fieldOwners ??= this.located.stateMachines.flatMap(({ owners }) => owners));
  }
}
