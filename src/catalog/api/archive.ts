import { ByteReader } from './bytes';
import { COLUMNS, PARTS, type Column, type Head } from './format';
import { ServiceStructures, type ServiceParts, type SharedTexts } from './structures';
import type { ApiAction, ApiService } from './types';

interface Entry {
  readonly service: ApiService;
  readonly texts: Pick<SharedTexts, 'firstName' | 'firstEnum'>;
  /** Where its part of each column begins and ends. */
  readonly bounds: readonly (readonly [start: number, end: number])[];
  /** When it was asked for last, counted in questions. */
  asked: number;
  read?: ReadonlyMap<string, ApiAction>;
  errors?: ReadonlySet<string>;
}

/** Reading one takes a millisecond; all 400 of them unfolded take 30 MB. */
const MOST_SERVICES = 40;

/** The catalogue of API actions: names at once, the structures of a service when they are first asked for. */
export class ApiArchive {
  /** Day on which the models were published. */
  readonly date: string;
  readonly #columns: Readonly<Record<Column, Uint8Array>>;
  readonly #texts: Omit<SharedTexts, 'firstName' | 'firstEnum'>;
  readonly #entries = new Map<string, Entry>();
  readonly #kept = new Set<Entry>();
  #asked = 0;

  constructor(bytes: Uint8Array) {
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Head;
    this.date = head.date;
    let at = 4 + size;
    this.#columns = Object.fromEntries(
      COLUMNS.map((column, index) => [column, bytes.subarray(at, (at += head.columns[index]))]),
    ) as Record<Column, Uint8Array>;
    const words = new TextDecoder().decode(this.#columns.words).split('\n');
    const reader = (column: Column): ByteReader => new ByteReader(this.#columns[column]);
    const enums: string[][] = [];
    for (const values = reader('enumValues'); !values.done;) enums.push(values.texts(words));
    this.#texts = {
      memberNames: reader('memberNames').texts(words),
      errorNames: reader('errorNames').texts(words),
      enums,
    };
    this.#index(head, reader('actionNames').texts(words), reader('lengths'));
  }

  /** The services under the names that ARNs have for them. */
  get services(): Iterable<ApiService> {
    return Array.from(this.#entries.values(), ({ service }) => service);
  }

  service(name: string): ApiService | undefined {
    return this.#entries.get(name)?.service;
  }

  /** An action with its structures; undefined for an unknown one. */
  action(service: string, action: string): ApiAction | undefined {
    const entry = this.#entries.get(service);
    if (!entry?.service.actions.length) return undefined;
    entry.asked = ++this.#asked;
    return (entry.read ?? this.#keep(entry)).get(action);
  }

  /** All errors of a service; none for an unknown one. */
  errors(service: string): ReadonlySet<string> {
    const entry = this.#entries.get(service);
    if (!entry) return new Set();
    entry.errors ??= new Set(
      entry.service.actions.flatMap((action) => this.action(service, action)?.errors ?? []),
    );
    return entry.errors;
  }

  /** Reads a service; those that were asked for last stay in memory, another one is read again when it is asked for. */
  #keep(entry: Entry): ReadonlyMap<string, ApiAction> {
    this.#kept.add(entry);
    if (this.#kept.size > MOST_SERVICES) {
      let oldest = entry;
      for (const one of this.#kept) if (one.asked < oldest.asked) oldest = one;
      oldest.read = undefined;
      this.#kept.delete(oldest);
    }
    return (entry.read = this.#read(entry));
  }

  #index({ services }: Head, actions: readonly string[], lengths: ByteReader): void {
    const ends = PARTS.map(() => 0);
    let firstName = 0;
    let firstEnum = 0;
    let firstAction = 0;
    for (const [prefix, title, count, listed] of services) {
      const bounds = ends.map((start, part): [number, number] => {
        ends[part] = start + lengths.number();
        return [start, ends[part]];
      });
      const name = prefix.toLowerCase();
      const own = actions.slice(firstAction, (firstAction += count));
      const service = { service: name, title: title || prefix, prefix, listed: listed === 1, actions: own };
      this.#entries.set(name, { service, texts: { firstName, firstEnum }, bounds, asked: 0 });
      firstName += lengths.number();
      firstEnum += lengths.number();
    }
  }

  #read({ service, texts, bounds }: Entry): Map<string, ApiAction> {
    const parts = Object.fromEntries(
      PARTS.map((part, index) => [part, new ByteReader(this.#columns[part].subarray(...bounds[index]))]),
    ) as ServiceParts;
    return new ServiceStructures({ ...this.#texts, ...texts }, parts).read(service);
  }
}
