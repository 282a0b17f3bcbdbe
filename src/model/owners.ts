import { OWNERS, fieldsOf } from '../catalog/fields';
import type { Field, Owner, QueryLanguage } from '../catalog/fieldTypes';
import { nearest } from '../expressions/nearest';
import type { ObjectNode, Property } from '../syntax/tree';
import { layoutOf, type OwnerLayout } from './ownerLayout';
import type { State } from './stateMachine';

/** One place where a field is used. */
export class FieldUse {
  constructor(
    readonly owner: FieldOwner,
    readonly property: Property,
    readonly field: Field,
  ) {}

  /** The state that the object is or belongs to. */
  get state(): State | undefined {
    return this.owner.state;
  }
}

/** An object of a definition that has a field table, with its properties looked up in it. */
export class FieldOwner {
  readonly layout: OwnerLayout;
  #meant?: ReadonlyMap<Property, string>;

  constructor(
    kind: Owner,
    readonly node: ObjectNode,
    queryLanguage: QueryLanguage | undefined,
    /** The state that the object is or belongs to; the Map or Parallel of a branch or processor. */
    readonly state: State | undefined,
  ) {
    this.layout = layoutOf(kind, queryLanguage, node);
  }

  get kind(): Owner {
    return this.layout.kind;
  }

  /** Absent where the text does not say it, or says something that is no query language. */
  get queryLanguage(): QueryLanguage | undefined {
    return this.layout.queryLanguage;
  }

  /** The field of each property of the node, in their order; nothing for one that has no field here. */
  get fields(): OwnerLayout['fields'] {
    return this.layout.fields;
  }

  /** The properties that are no field of this kind of object. */
  get unknown(): readonly Property[] {
    const { fields, hasUnknown } = this.layout;
    return hasUnknown ? this.node.properties.filter((_, index) => !fields[index]) : NONE;
  }

  /** The use of a field by the property at an index, made anew for each who asks: a definition has tens of thousands. */
  useAt(index: number): FieldUse | undefined {
    const field = this.layout.fields[index];
    return field && new FieldUse(this, this.node.properties[index], field);
  }

  has(name: string): boolean {
    return this.node.properties.some((entry) => entry.name === name);
  }

  /** True where the field stands here, or a misspelt one is plainly meant as it. */
  hasOrMeans(name: string): boolean {
    return this.has(name) || [...this.meant.values()].includes(name);
  }

  /** For each property without a field the name that it was most likely meant to be; a field of another kind of object means itself. */
  get meant(): ReadonlyMap<Property, string> {
    return (this.#meant ??= this.layout.hasUnknown ? guess(this) : NOTHING_MEANT);
  }
}

// No private methods above: each object of such a class takes memory to say that it has them.
function guess(owner: FieldOwner): ReadonlyMap<Property, string> {
  const meant = new Map<Property, string>();
  let candidates: string[] | undefined;
  for (const property of owner.unknown) {
    const { name } = property;
    if (KNOWN_NAMES.has(name)) continue;
    candidates ??= candidatesIn(owner);
    const path = name.endsWith('.$') ? `${name.slice(0, -2)}Path` : '';
    const near = candidates.includes(path) ? path : nearest(name, candidates);
    if (near) meant.set(property, near);
  }
  return meant;
}

/** The fields that may still stand in an object. */
function candidatesIn(owner: FieldOwner): string[] {
  const { kind, queryLanguage } = owner;
  return [...fieldsOf(kind).values()]
    .filter(({ languages }) => queryLanguage === undefined || languages.includes(queryLanguage))
    .map(({ name }) => name)
    .filter((name) => !owner.has(name));
}

const NONE: readonly Property[] = [];
const NOTHING_MEANT: ReadonlyMap<Property, string> = new Map();

const KNOWN_NAMES: ReadonlySet<string> = new Set(OWNERS.flatMap((kind) => [...fieldsOf(kind).keys()]));
