/** The kinds of JSON values, one bit each. */
export const KIND = { null: 1, boolean: 2, number: 4, string: 8, object: 16, array: 32 } as const;

const ALL = 63;

/**
 * What is known of a JSON value: the kinds that it may have, and what each of them holds. Never changed
 * once made, bounded in depth and size; what does not fit is unknown.
 */
export interface Shape {
  /** Bits of `KIND`; none for a value that cannot come about. */
  readonly kinds: number;
  /** The only texts that a string can be; absent where it may be any. */
  readonly texts?: readonly string[];
  /** Present where it may be an object, except in `UNKNOWN`. */
  readonly object?: ObjectShape;
  /** Present where it may be an array, except in `UNKNOWN`. */
  readonly array?: ArrayShape;
  readonly depth: number;
  readonly size: number;
}

export interface ObjectShape {
  readonly fields: ReadonlyMap<string, Member>;
  readonly rest: Rest;
}

/** What an object may hold besides its fields: nothing, nothing that AWS documents, or anything. */
export type Rest = 'none' | 'documented' | 'any';

/** What is found at a place of a value; `NEVER` where nothing can be there. */
export interface Member {
  readonly shape: Shape;
  /** True where it may be missing. */
  readonly optional: boolean;
}

export interface ArrayShape {
  /** What each item can be; `NEVER` for an empty array. */
  readonly items: Shape;
  /** The items one by one, where their number is known. */
  readonly tuple?: readonly Shape[];
}

export const UNKNOWN: Shape = { kinds: ALL, depth: 0, size: 1 };
export const NEVER: Shape = { kinds: 0, depth: 0, size: 1 };
export const NULL: Shape = { kinds: KIND.null, depth: 0, size: 1 };
export const BOOLEAN: Shape = { kinds: KIND.boolean, depth: 0, size: 1 };
export const NUMBER: Shape = { kinds: KIND.number, depth: 0, size: 1 };
export const TEXT: Shape = { kinds: KIND.string, depth: 0, size: 1 };

export const ABSENT: Member = { shape: NEVER, optional: true };
export const MAYBE: Member = { shape: UNKNOWN, optional: true };

/** Levels of objects and arrays that are told apart. */
const DEEPEST = 10;
/** Fields of one object, values of one shape. */
const MOST_FIELDS = 64;
const LARGEST = 1000;
const LARGE = 100;

/** Texts that are told apart, and how long each may be. */
const MOST_TEXTS = 8;
const LONGEST_TEXT = 60;

/** A string that is known to be one of a few texts; any string where they are too many or too long. */
export function oneOf(texts: readonly string[]): Shape {
  if (texts.length === 0 || texts.length > MOST_TEXTS) return TEXT;
  if (texts.some(({ length }) => length > LONGEST_TEXT)) return TEXT;
  return { kinds: KIND.string, texts, depth: 0, size: 1 };
}

/** An object with these fields and what `rest` says. The map is kept: nobody may change it afterwards. */
export function objectOf(fields: ReadonlyMap<string, Member>, rest: Rest = 'none'): Shape {
  let depth = 0;
  let size = 1;
  for (const { shape } of fields.values()) {
    if (shape.depth > depth) depth = shape.depth;
    size += shape.size;
  }
  if (depth >= DEEPEST || size > LARGEST || fields.size > MOST_FIELDS)
    return objectOf(...pruned(fields, rest));
  return { kinds: KIND.object, object: { fields, rest }, depth: depth + 1, size };
}

function pruned(fields: ReadonlyMap<string, Member>, rest: Rest): [Map<string, Member>, Rest] {
  const kept = new Map<string, Member>();
  let size = 1;
  for (const [name, member] of fields) {
    if (kept.size === MOST_FIELDS) return [kept, 'any'];
    const fits = member.shape.depth < DEEPEST && size + member.shape.size <= LARGEST - MOST_FIELDS;
    kept.set(name, fits ? member : { ...member, shape: UNKNOWN });
    size += fits ? member.shape.size : 1;
  }
  return [kept, rest];
}

/** An array of such items. */
export function arrayOf(items: Shape, tuple?: readonly Shape[]): Shape {
  const fits = items.depth < DEEPEST && items.size <= LARGEST / 2;
  const kept = fits ? items : UNKNOWN;
  const told = fits && tuple && tuple.length * LARGE <= LARGEST ? tuple : undefined;
  const size = (told ?? []).reduce((sum, item) => sum + item.size, 1 + kept.size);
  if (told && size > LARGEST) return arrayOf(items);
  return { kinds: KIND.array, array: { items: kept, tuple: told }, depth: kept.depth + 1, size };
}

/** A value that has one of several kinds; each part as it is. */
export function shapeOf(parts: Pick<Shape, 'kinds' | 'texts' | 'object' | 'array'>): Shape {
  const { kinds, texts, object, array } = parts;
  if (kinds === 0) return NEVER;
  const object1 = object && objectOf(object.fields, object.rest);
  const array1 = array && arrayOf(array.items, array.tuple);
  return {
    kinds,
    texts,
    object: object1?.object,
    array: array1?.array,
    depth: Math.max(object1?.depth ?? 0, array1?.depth ?? 0),
    size: (object1?.size ?? 1) + (array1?.size ?? 0),
  };
}

/** An object of which nothing is known. */
export const OPEN = objectOf(new Map(), 'any');
export const EMPTY = objectOf(new Map());
export const LIST = arrayOf(UNKNOWN);

/** A field that is there for certain. */
export function present(shape: Shape): Member {
  return { shape, optional: false };
}
