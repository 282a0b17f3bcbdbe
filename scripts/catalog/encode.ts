import * as format from '../../src/catalog/api/format';
import { ByteWriter, TextColumns } from './byteWriter';
import type { ModelMember, ModelType } from './models';

/** A service as the catalogue has it: names are those of Step Functions already. */
export interface CatalogService {
  readonly prefix: string;
  readonly title: string;
  readonly listed: boolean;
  readonly structures: ReadonlyMap<string, readonly ModelMember[]>;
  /** Structures that are kept; others are left open. */
  readonly kept: ReadonlySet<string>;
  readonly actions: readonly {
    readonly action: string;
    readonly input: string;
    readonly output: string;
    readonly errors: readonly string[];
  }[];
}

type Part = (typeof format.PARTS)[number];

/** Longer lists say too little for their size. */
const MOST_VALUES = 16;

/** The services as the bytes of the catalogue's file. */
export function encode(date: string, services: readonly CatalogService[]): Uint8Array {
  const encoder = new Encoder();
  for (const service of services) encoder.add(service);
  return encoder.finish(date, services);
}

class Encoder {
  readonly #texts = new TextColumns();
  readonly #names = new Map<string, number>();
  readonly #enums = new Map<string, number>();
  readonly #errors = new Map<string, number>();
  readonly #lengths = new ByteWriter();
  readonly #parts: Record<Part, ByteWriter>;
  #service!: CatalogService;
  #structures = new Map<string, number>();
  #local = new Map<string, number>();

  constructor() {
    this.#parts = Object.fromEntries(format.PARTS.map((part) => [part, new ByteWriter()])) as Record<
      Part,
      ByteWriter
    >;
  }

  add(service: CatalogService): void {
    const before = format.PARTS.map((part) => this.#parts[part].length);
    const [names, enums] = [this.#names.size, this.#enums.size];
    this.#service = service;
    this.#structures = new Map();
    this.#local = new Map();
    const sets = new Map<string, number>();
    const errorNames = new Map<string, number>();
    for (const { action, input, output, errors } of service.actions) {
      this.#texts.add('actionNames', action);
      this.#root(input);
      this.#root(output);
      this.#thrown(errors, sets, errorNames);
    }
    format.PARTS.forEach((part, index) => this.#lengths.number(this.#parts[part].length - before[index]));
    this.#lengths.number(this.#names.size - names);
    this.#lengths.number(this.#enums.size - enums);
  }

  finish(date: string, services: readonly CatalogService[]): Uint8Array {
    const { words, columns } = this.#texts.write();
    const bytes = format.COLUMNS.map((column) => {
      if (column === 'words') return new TextEncoder().encode(words);
      if (column === 'lengths') return this.#lengths.toBytes();
      return columns.get(column) ?? this.#parts[column as Part].toBytes();
    });
    const head: format.Head = {
      date,
      columns: bytes.map(({ length }) => length),
      services: services.map(({ prefix, title, actions, listed }) => [
        prefix,
        title === prefix ? '' : title,
        actions.length,
        listed ? 1 : 0,
      ]),
    };
    const text = new TextEncoder().encode(JSON.stringify(head));
    const size = new Uint8Array(4);
    new DataView(size.buffer).setUint32(0, text.length, true);
    return Buffer.concat([size, text, ...bytes]);
  }

  #root(name: string): void {
    const known = this.#structures.get(name);
    this.#parts.roots.number(known === undefined ? format.NEW : known + 1);
    if (known !== undefined) return;
    this.#structures.set(name, this.#structures.size);
    this.#structure(name);
  }

  #structure(name: string): void {
    const members = this.#service.structures.get(name) ?? [];
    const inner: string[] = [];
    this.#parts.counts.number(members.length);
    for (const member of members) {
      this.#name(member.name);
      this.#type(member, inner);
    }
    for (const structure of inner) this.#structure(structure);
  }

  #name(name: string): void {
    const local = this.#local.get(name);
    if (local !== undefined) {
      this.#parts.members.number(format.LOCAL + local);
      return;
    }
    this.#local.set(name, this.#local.size);
    const known = this.#names.get(name);
    this.#parts.members.number(known === undefined ? format.NEW : format.ELSEWHERE);
    if (known !== undefined) {
      this.#parts.knownNames.number(known);
      return;
    }
    this.#names.set(name, this.#names.size);
    this.#texts.add('memberNames', name);
  }

  #type({ type, required }: ModelMember, inner: string[]): void {
    let bare: ModelType = type;
    const wraps: number[] = [];
    for (; bare.kind === 'list' || bare.kind === 'map'; bare = bare.of)
      wraps.push(bare.kind === 'list' ? format.IN_LIST : format.IN_MAP);
    const { code, reference } = this.#bare(bare, inner);
    const wrap = wraps.reduce((sum, digit) => sum * 3 + digit, 0);
    this.#parts.types.number(code + (required ? format.REQUIRED : 0) + wrap * format.WRAP);
    if (reference !== undefined) this.#parts.references.number(reference);
  }

  #bare(type: ModelType, inner: string[]): { readonly code: number; readonly reference?: number } {
    if (type.kind === 'enum') return this.#enum(type.values);
    if (type.kind !== 'reference') return { code: format.PLAIN.indexOf(type.kind as 'any') };
    if (!this.#service.kept.has(type.name)) return { code: format.PLAIN.indexOf('any') };
    const known = this.#structures.get(type.name);
    if (known !== undefined) return { code: format.KNOWN_STRUCTURE, reference: known };
    this.#structures.set(type.name, this.#structures.size);
    inner.push(type.name);
    return { code: format.NEW_STRUCTURE };
  }

  #enum(values: readonly string[]): { readonly code: number; readonly reference?: number } {
    if (values.length > MOST_VALUES) return { code: format.PLAIN.indexOf('string') };
    const key = values.join('\n');
    const known = this.#enums.get(key);
    if (known !== undefined) return { code: format.KNOWN_ENUM, reference: known };
    this.#enums.set(key, this.#enums.size);
    for (const value of values) this.#texts.add('enumValues', value);
    this.#texts.add('enumValues');
    return { code: format.NEW_ENUM };
  }

  /** Most actions of a service throw what another one throws. */
  #thrown(errors: readonly string[], sets: Map<string, number>, local: Map<string, number>): void {
    const part = this.#parts.errors;
    const key = errors.join(' ');
    const same = sets.get(key);
    part.number(same === undefined ? format.NEW : same + 1);
    if (same !== undefined) return;
    sets.set(key, sets.size);
    for (const error of errors) {
      const known = local.get(error);
      part.number(known === undefined ? format.ELSEWHERE : known + format.LOCAL);
      if (known !== undefined) continue;
      local.set(error, local.size);
      if (!this.#errors.has(error)) {
        this.#errors.set(error, this.#errors.size);
        this.#texts.add('errorNames', error);
      }
      part.number(this.#errors.get(error) ?? 0);
    }
    part.number(0);
  }
}
