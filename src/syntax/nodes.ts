import type { Mapped } from './mapped';
import { hasPlaceholder } from './placeholders';
import type { ArrayNode, DynamicNode, ObjectNode, Property, ScalarNode, Span, StringNode } from './tree';

/** A node's place is two numbers until somebody asks: a definition of 1 MB has 100,000 nodes. */
abstract class Placed {
  parent?: Property | ArrayNode = undefined;

  constructor(
    public start: number,
    public end: number,
  ) {}

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** Says where it stands now, after a change of the text in front of it. */
  move(by: number): void {
    this.start += by;
    this.end += by;
  }
}

// Both have a constructor of their own, since the one that is implied passes its arguments on as an array.
export class ReadObject extends Placed implements ObjectNode {
  readonly kind = 'object';
  properties: ReadProperty[] = NO_PROPERTIES;

  constructor(start: number, end: number) {
    super(start, end);
  }

  /** Takes everything in it along; strings belong to `source` from then on, if that is given. */
  override move(by: number, source?: Mapped): void {
    super.move(by);
    for (const property of this.properties) property.move(by, source);
  }
}

export class ReadArray extends Placed implements ArrayNode {
  readonly kind = 'array';
  items: ReadNode[] = NO_ITEMS;

  constructor(start: number, end: number) {
    super(start, end);
  }

  override move(by: number, source?: Mapped): void {
    super.move(by);
    for (const item of this.items) item.move(by, source);
  }
}

/** Shared by all nodes that have none; readers give a node that has some an array of its own. */
const NO_PROPERTIES: ReadProperty[] = [];
const NO_ITEMS: ReadNode[] = [];

/** A property reaches from its key to the end of its value, or as far as it is typed. */
export class ReadProperty implements Property {
  readonly kind = 'property';
  value?: ReadNode = undefined;

  constructor(
    readonly key: ReadString,
    public parent: ObjectNode,
    public end: number,
  ) {
    key.parent = this;
  }

  get span(): Span {
    return { start: this.key.start, end: this.end };
  }

  move(by: number, source?: Mapped): void {
    this.end += by;
    this.key.move(by, source);
    this.value?.move(by, source);
  }
}

/** A property that a merge brings along. */
export class MergedProperty extends ReadProperty {
  readonly merged = true;
}

export class ReadScalar extends Placed implements ScalarNode {
  constructor(
    readonly kind: ScalarNode['kind'],
    start: number,
    end: number,
    readonly value: number | boolean | null,
    readonly raw: string,
  ) {
    super(start, end);
  }
}

/** A value that is not known here. */
export class ReadDynamic extends Placed implements DynamicNode {
  readonly kind = 'dynamic';

  constructor(
    start: number,
    end: number,
    readonly names: readonly string[],
    readonly tag?: string,
    readonly inner?: ReadNode,
  ) {
    super(start, end);
  }

  override move(by: number, source?: Mapped): void {
    super.move(by);
    this.inner?.move(by, source);
  }
}

/** Decodes what stands at `[start, end)` of a source and reads as `value`. */
export type Decode = (source: Mapped, start: number, end: number, value: string) => Mapped;

/** A string whose way back to the host is decoded when somebody asks. */
export class ReadString implements StringNode {
  readonly kind = 'string';
  parent?: Property | ArrayNode = undefined;
  #mapped?: Mapped;
  #source: Mapped;
  #from: number;
  #to: number;
  readonly #decode: Decode;

  /** `from` and `to` are offsets in the source, quotes included. */
  constructor(
    readonly value: string,
    from: number,
    to: number,
    source: Mapped,
    decode: Decode,
  ) {
    this.#from = from;
    this.#to = to;
    this.#source = source;
    this.#decode = decode;
  }

  get start(): number {
    return this.#source.toHost(this.#from);
  }

  get end(): number {
    return this.#source.toHost(this.#to);
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get dynamic(): boolean {
    return hasPlaceholder(this.value);
  }

  move(by: number, source = this.#source): void {
    this.#from += by;
    this.#to += by;
    this.#source = source;
    this.#mapped = undefined;
  }

  get mapped(): Mapped {
    return (this.#mapped ??= this.#decode(this.#source, this.#from, this.#to, this.value));
  }
}

/** Text that something outside fills in, whatever it says: `!Sub`. */
export class ReadTemplate extends ReadString {
  readonly tag = 'Sub';

  override get dynamic(): boolean {
    return true;
  }
}

/** A node that a reader of JSON or YAML has built. */
export type ReadNode = ReadObject | ReadArray | ReadString | ReadScalar | ReadDynamic;
