import type { ByteReader } from './bytes';
import * as format from './format';
import type { ApiAction, ApiMember, ApiService, ApiStructure, ApiType } from './types';

/** The texts that all services share, and where the new ones of one service begin. */
export interface SharedTexts {
  readonly memberNames: readonly string[];
  readonly errorNames: readonly string[];
  readonly enums: readonly (readonly string[])[];
  readonly firstName: number;
  readonly firstEnum: number;
}

/** The parts of one service. */
export type ServiceParts = Readonly<Record<(typeof format.PARTS)[number], ByteReader>>;

interface OpenStructure extends ApiStructure {
  readonly members: Map<string, ApiMember>;
}

/** Unfolds the structures of one service, once, in the order in which they were written. */
export class ServiceStructures {
  readonly #texts: SharedTexts;
  readonly #parts: ServiceParts;
  readonly #structures: OpenStructure[] = [];
  readonly #names: string[] = [];
  readonly #errors: string[] = [];
  readonly #errorSets: string[][] = [];
  #newNames: number;
  #newEnums: number;

  constructor(texts: SharedTexts, parts: ServiceParts) {
    this.#texts = texts;
    this.#parts = parts;
    this.#newNames = texts.firstName;
    this.#newEnums = texts.firstEnum;
  }

  /** The actions under their names. */
  read(service: ApiService): Map<string, ApiAction> {
    const { actions, prefix } = service;
    const read = actions.map((action): [string, ApiAction] => [
      action,
      { action, service, input: this.#root(), output: this.#root(), errors: this.#thrown(prefix) },
    ]);
    return new Map(read);
  }

  #root(): ApiStructure {
    const code = this.#parts.roots.number();
    if (code !== format.NEW) return this.#structures[code - 1];
    const structure = this.#open();
    this.#fill(structure);
    return structure;
  }

  #open(): OpenStructure {
    const structure: OpenStructure = { kind: 'structure', members: new Map() };
    this.#structures.push(structure);
    return structure;
  }

  #fill({ members }: OpenStructure): void {
    const inner: OpenStructure[] = [];
    for (let left = this.#parts.counts.number(); left > 0; left--) {
      const name = this.#name();
      const code = this.#parts.types.number();
      const required = Math.floor(code / format.REQUIRED) % 2 === 1;
      members.set(name, { name, required, type: this.#type(code, inner) });
    }
    for (const structure of inner) this.#fill(structure);
  }

  #name(): string {
    const code = this.#parts.members.number();
    if (code >= format.LOCAL) return this.#names[code - format.LOCAL];
    const id = code === format.NEW ? this.#newNames++ : this.#parts.knownNames.number();
    const name = this.#texts.memberNames[id];
    this.#names.push(name);
    return name;
  }

  #type(code: number, inner: OpenStructure[]): ApiType {
    let type = this.#bare(code % format.REQUIRED, inner);
    for (let wraps = Math.floor(code / format.WRAP); wraps > 0; wraps = Math.floor(wraps / 3)) {
      type = { kind: wraps % 3 === format.IN_LIST ? 'list' : 'map', of: type };
    }
    return type;
  }

  #bare(code: number, inner: OpenStructure[]): ApiType {
    switch (code) {
      case format.NEW_ENUM:
        return { kind: 'enum', values: this.#texts.enums[this.#newEnums++] };
      case format.KNOWN_ENUM:
        return { kind: 'enum', values: this.#texts.enums[this.#parts.references.number()] };
      case format.KNOWN_STRUCTURE:
        return this.#structures[this.#parts.references.number()];
      case format.NEW_STRUCTURE: {
        const structure = this.#open();
        inner.push(structure);
        return structure;
      }
      default:
        return { kind: format.PLAIN[code] };
    }
  }

  #thrown(prefix: string): readonly string[] {
    const part = this.#parts.errors;
    const same = part.number();
    if (same !== format.NEW) return this.#errorSets[same - 1];
    const thrown: string[] = [];
    for (let code = part.number(); code > 0; code = part.number()) {
      if (code === format.ELSEWHERE) this.#errors.push(`${prefix}.${this.#texts.errorNames[part.number()]}`);
      thrown.push(this.#errors[code === format.ELSEWHERE ? this.#errors.length - 1 : code - format.LOCAL]);
    }
    this.#errorSets.push(thrown);
    return thrown;
  }
}
