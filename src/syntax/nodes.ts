import type { Mapped } from './mapped';
import { hasPlaceholder } from './placeholders';
import type { Writing } from './writing';
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
  properties: ReadProperty[] = NO_PROPERTIES;

  constructor(start: number, end: number) {
    super(start, end);
  }

  get kind(): 'object' {
    return 'object';
  }

  /** Takes everything in it along; strings belong to `source` from then on, if that is given. */
  override move(by: number, source?: Mapped): void {
    super.move(by);
    for (const property of this.properties) property.move(by, source);
  }
}

export class ReadArray extends Placed implements ArrayNode {
  items: ReadNode[] = NO_ITEMS;

  constructor(start: number, end: number) {
    super(start, end);
  }

  get kind(): 'array' {
    return 'array';
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
  value?: ReadNode = undefined;
  #key?: ReadString;
  #from: number;
  #to: number;
  #writing: Writing;

  /** The key stands at `[from, to)` of the source, quotes included. */
  constructor(
    readonly name: string,
    from: number,
    to: number,
    writing: Writing,
    public parent: ObjectNode,
    public end: number,
  ) {
    this.#key = undefined;
    this.#from = from;
    this.#to = to;
    this.#writing = writing;
  }

  get kind(): 'property' {
    return 'property';
  }

  get start(): number {
    return this.#writing.source.toHost(this.#from);
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get dynamic(): boolean {
    return hasPlaceholder(this.name);
  }

  get key(): ReadString {
    let key = this.#key;
    if (!key) {
      key = new ReadString(this.name, this.#from, this.#to, this.#writing);
      key.parent = this;
      this.#key = key;
    }
    return key;
  }

  move(by: number, source?: Mapped): void {
    this.#from += by;
    this.#to += by;
    if (source) this.#writing = this.#writing.within(source);
    this.end += by;
    this.#key?.move(by, source);
    this.value?.move(by, source);
  }

  /** The same where a merge brings it along. */
  mergedInto(parent: ObjectNode): ReadProperty {
    return new MergedProperty(this.name, this.#from, this.#to, this.#writing, parent, this.end);
  }
}

class MergedProperty extends ReadProperty {
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
  constructor(
    start: number,
    end: number,
    readonly names: readonly string[],
    readonly tag?: string,
    readonly inner?: ReadNode,
  ) {
    super(start, end);
  }

  get kind(): 'dynamic' {
    return 'dynamic';
  }

  override move(by: number, source?: Mapped): void {
    super.move(by);
    this.inner?.move(by, source);
  }
}

/** A string whose way back to the host is decoded when somebody asks. */
export class ReadString implements StringNode {
  parent?: Property | ArrayNode = undefined;
  #mapped?: Mapped;
  #from: number;
  #to: number;
  #writing: Writing;

  /** It stands at `[from, to)` of the source, quotes included. */
  constructor(
    readonly value: string,
    from: number,
    to: number,
    writing: Writing,
  ) {
    this.#mapped = undefined;
    this.#from = from;
    this.#to = to;
    this.#writing = writing;
  }

  get kind(): 'string' {
    return 'string';
  }

  get start(): number {
    return this.#writing.source.toHost(this.#from);
  }

  get end(): number {
    return this.#writing.source.toHost(this.#to);
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get dynamic(): boolean {
    return hasPlaceholder(this.value);
  }

  /** The property that this is the key of. */
  asKey(parent: ObjectNode, end: number): ReadProperty {
    return new ReadProperty(this.value, this.#from, this.#to, this.#writing, parent, end);
  }

  move(by: number, source?: Mapped): void {
    this.#from += by;
    this.#to += by;
    if (source) this.#writing = this.#writing.within(source);
    this.#mapped = undefined;
  }

  get mapped(): Mapped {
    const { source, decode } = this.#writing;
    return (this.#mapped ??= decode(source, this.#from, this.#to, this.value));
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
