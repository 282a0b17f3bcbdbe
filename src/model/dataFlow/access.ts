import type { PathSegment } from '../../expressions/jsonPath';
import { joinAll } from './join';
import {
  ABSENT,
  KIND,
  LIST,
  MAYBE,
  NUMBER,
  OPEN,
  UNKNOWN,
  arrayOf,
  objectOf,
  present,
  type Member,
  type ObjectShape,
  type Shape,
} from './shape';

/** What stands under a name of a value; nothing where the value is no object. */
export function memberOf(shape: Shape, name: string): Member {
  if (shape === UNKNOWN) return MAYBE;
  const { object, kinds } = shape;
  if (!object) return ABSENT;
  const found = object.fields.get(name);
  if (!found) return object.rest === 'none' ? ABSENT : MAYBE;
  return kinds === KIND.object || found.optional ? found : { ...found, optional: true };
}

/** What an item of a value is that should be an array. */
export function itemOf({ array }: Shape): Shape {
  return array?.items ?? UNKNOWN;
}

/** Every value of an object, taken together. */
export function valuesOf({ fields, rest }: ObjectShape): Shape {
  return rest === 'any' ? UNKNOWN : joinAll([...fields.values()].map(({ shape }) => shape));
}

/** What a JSONPath leads to. */
export function selected(root: Shape, segments: readonly PathSegment[]): Member {
  let at = root;
  let optional = false;
  let many = false;
  for (const segment of segments) {
    switch (segment.kind) {
      case 'name': {
        const found = at.array || at === UNKNOWN ? MAYBE : memberOf(at, segment.name);
        at = found.shape;
        optional ||= found.optional;
        break;
      }
      case 'index': {
        const found = many ? MAYBE : indexed(at, segment.index);
        at = found.shape;
        optional ||= found.optional;
        break;
      }
      case 'wildcard':
        at = at.kinds === KIND.object && at.object ? valuesOf(at.object) : soleItems(at);
        many = true;
        break;
      case 'slice':
      case 'filter':
        at = soleItems(at);
        many = true;
        break;
      case 'function':
        return { shape: COUNTS.has(segment.name) ? NUMBER : UNKNOWN, optional: false };
      case 'descendant':
        return present(LIST);
      case 'union':
        return MAYBE;
    }
  }
  return many ? present(arrayOf(at)) : { shape: at, optional };
}

const COUNTS: ReadonlySet<string> = new Set(['length', 'min', 'max', 'avg', 'sum', 'stddev']);

function soleItems(shape: Shape): Shape {
  return shape.kinds === KIND.array ? itemOf(shape) : UNKNOWN;
}

/** What stands at an index, counted from the end where it is negative. */
export function indexed(shape: Shape, index: number): Member {
  if (!shape.array || shape.kinds !== KIND.array) return MAYBE;
  const { items, tuple } = shape.array;
  if (!tuple) return { shape: items, optional: true };
  const found = tuple.at(index);
  return found && (index >= 0 || -index <= tuple.length) ? present(found) : ABSENT;
}

/** The value after something has been put at a place in it; levels in between are made where they are missing. */
export function written(shape: Shape, names: readonly string[], value: Shape, at = 0): Shape {
  if (at === names.length) return value;
  const name = names[at];
  const object = shape === UNKNOWN ? OPEN.object : shape.object;
  // On anything but an object the state fails; what would follow is not looked into.
  if (!object && shape.kinds !== 0) return UNKNOWN;
  const before = object?.fields.get(name);
  const inner = at + 1 === names.length ? value : written(memberOf(shape, name).shape, names, value, at + 1);
  // States that write the same again, as in a chain of the same calls, share what they have written.
  if (before?.shape === inner && !before.optional && shape.kinds === KIND.object) return shape;
  return objectOf(withField(object?.fields, name, present(inner)), object?.rest);
}

function withField(
  fields: ReadonlyMap<string, Member> | undefined,
  name: string,
  member: Member,
): Map<string, Member> {
  const all = new Map(fields);
  all.set(name, member);
  return all;
}

/**
 * The value when something more is known of one place in it: `change` says what. `undefined` where it
 * then cannot come about at all; `shape` itself where nothing changes.
 */
export function adjusted(
  shape: Shape,
  names: readonly string[],
  change: (found: Member) => Member | undefined,
  at = 0,
): Shape | undefined {
  if (at === names.length) {
    const found = change(present(shape));
    return found && !found.optional ? found.shape : undefined;
  }
  const name = names[at];
  const found = memberOf(shape, name);
  let next: Member | undefined;
  if (at + 1 === names.length) next = change(found);
  else {
    const inner = adjusted(found.shape, names, change, at + 1);
    next = inner && (inner === found.shape && !found.optional ? found : present(inner));
  }
  if (!next) return undefined;
  if (next.shape === found.shape && next.optional === found.optional) return shape;
  const object = shape === UNKNOWN ? OPEN.object : shape.object;
  if (!object) return undefined;
  return objectOf(withField(object.fields, name, next), object.rest);
}
