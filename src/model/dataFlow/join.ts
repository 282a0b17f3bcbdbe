import {
  ABSENT,
  KIND,
  MAYBE,
  NEVER,
  TEXT,
  UNKNOWN,
  oneOf,
  shapeOf,
  type ArrayShape,
  type Member,
  type ObjectShape,
  type Rest,
  type Shape,
} from './shape';

/** What a value can be that has one shape or the other; `a` itself where `b` adds nothing. */
export function join(a: Shape, b: Shape): Shape {
  if (a === b || b === NEVER) return a;
  if (a === NEVER) return b;
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  const kinds = a.kinds | b.kinds;
  const texts = joinTexts(a, b);
  const object = joinObjects(a.object, b.object);
  const array = joinArrays(a.array, b.array);
  if (kinds === a.kinds && texts === a.texts && object === a.object && array === a.array) return a;
  return shapeOf({ kinds, texts, object, array });
}

/** What any of these values can be. */
export function joinAll(shapes: Iterable<Shape>): Shape {
  let all = NEVER;
  for (const shape of shapes) all = join(all, shape);
  return all;
}

function joinTexts(a: Shape, b: Shape): readonly string[] | undefined {
  if (!(b.kinds & KIND.string)) return a.texts;
  if (!(a.kinds & KIND.string)) return b.texts;
  const { texts } = a;
  if (!texts || !b.texts) return undefined;
  const added = b.texts.filter((text) => !texts.includes(text));
  if (added.length === 0) return texts;
  const both = oneOf([...texts, ...added]);
  return both === TEXT ? undefined : both.texts;
}

const ORDER: Readonly<Record<Rest, number>> = { none: 0, documented: 1, any: 2 };

function joinObjects(a: ObjectShape | undefined, b: ObjectShape | undefined): ObjectShape | undefined {
  if (!a || !b || a === b) return a ?? b;
  const rest = ORDER[b.rest] > ORDER[a.rest] ? b.rest : a.rest;
  // Mostly the second one adds nothing, so that nothing is built before it does.
  let fields: Map<string, Member> | undefined;
  for (const [name, member] of a.fields) {
    const joined = joinMembers(member, b.fields.get(name) ?? beyond(b));
    if (joined !== member) (fields ??= new Map(a.fields)).set(name, joined);
  }
  for (const [name, member] of b.fields) {
    if (!a.fields.has(name)) (fields ??= new Map(a.fields)).set(name, joinMembers(beyond(a), member));
  }
  return fields || rest !== a.rest ? { fields: fields ?? a.fields, rest } : a;
}

/** What a field is that an object does not name. */
function beyond({ rest }: ObjectShape): Member {
  return rest === 'any' ? MAYBE : ABSENT;
}

function joinMembers(a: Member, b: Member): Member {
  const shape = join(a.shape, b.shape);
  const optional = a.optional || b.optional;
  return shape === a.shape && optional === a.optional ? a : { shape, optional };
}

function joinArrays(a: ArrayShape | undefined, b: ArrayShape | undefined): ArrayShape | undefined {
  if (!a || !b || a === b) return a ?? b;
  const items = join(a.items, b.items);
  const tuple = joinTuples(a.tuple, b.tuple);
  return items === a.items && tuple === a.tuple ? a : { items, tuple };
}

function joinTuples(
  a: readonly Shape[] | undefined,
  b: readonly Shape[] | undefined,
): readonly Shape[] | undefined {
  if (a === b) return a;
  if (a?.length !== b?.length || !a || !b) return undefined;
  const joined = a.map((item, index) => join(item, b[index]));
  return joined.every((item, index) => item === a[index]) ? a : joined;
}
