import type { IntrinsicArgument, IntrinsicCall } from '../../expressions/intrinsic';
import type { JsonPath } from '../../expressions/jsonPath';
import { itemOf, selected } from './access';
import { join, joinAll } from './join';
import {
  BOOLEAN,
  KIND,
  NULL,
  NUMBER,
  TEXT,
  UNKNOWN,
  arrayOf,
  objectOf,
  oneOf,
  present,
  type Member,
  type Shape,
} from './shape';

/** What an expression of a state can see. */
export interface Sight {
  /** `$` of a path. */
  readonly root: Shape;
  /** `$$` of a path. */
  readonly context: Shape;
  /** `$name`. */
  variable(name: string): Shape;
  /** Told of each path into `root` that is read. */
  seen?(path: JsonPath): void;
}

/** What a path leads to. */
export function pathShape(path: JsonPath, sight: Sight): Member {
  switch (path.root) {
    case 'input':
      sight.seen?.(path);
      return selected(sight.root, path.segments);
    case 'context':
      return selected(sight.context, path.segments);
    case 'variable':
      return selected(sight.variable(path.variable ?? ''), path.segments);
    case 'item':
      return present(UNKNOWN);
  }
}

/** What an intrinsic function gives back. */
export function callShape({ name, arguments: args }: IntrinsicCall, sight: Sight): Shape {
  const items = args.map((argument) => argumentShape(argument, sight));
  const [first = UNKNOWN, second = UNKNOWN] = items;
  switch (name) {
    case 'States.Array':
      return arrayOf(joinAll(items), items);
    case 'States.ArrayPartition':
      return arrayOf(arrayOf(itemOf(first)));
    case 'States.ArrayUnique':
      return arrayOf(itemOf(first));
    case 'States.ArrayGetItem':
      return itemOf(first);
    case 'States.ArrayRange':
      return arrayOf(NUMBER);
    case 'States.StringSplit':
      return arrayOf(TEXT);
    case 'States.JsonMerge':
      return merged(first, second);
    case 'States.ArrayContains':
      return BOOLEAN;
    case 'States.ArrayLength':
    case 'States.MathAdd':
    case 'States.MathRandom':
      return NUMBER;
    case 'States.Base64Encode':
    case 'States.Base64Decode':
    case 'States.Hash':
    case 'States.JsonToString':
    case 'States.UUID':
    case 'States.Format':
      return TEXT;
    default:
      return UNKNOWN;
  }
}

function argumentShape(argument: IntrinsicArgument, sight: Sight): Shape {
  switch (argument.kind) {
    case 'call':
      return callShape(argument, sight);
    case 'path':
      return orUnknown(pathShape(argument.path, sight).shape);
    case 'text':
      return oneOf([argument.value]);
    case 'literal':
      return scalarShape(argument.value);
    case 'placeholder':
      return UNKNOWN;
  }
}

/** A literal that is no string. */
export function scalarShape(value: number | boolean | null): Shape {
  return value === null ? NULL : typeof value === 'number' ? NUMBER : BOOLEAN;
}

/** A state in which something is read that is not there fails; what would follow is not looked into. */
export function orUnknown(shape: Shape): Shape {
  return shape.kinds === 0 ? UNKNOWN : shape;
}

/** Two objects in one, the second one's fields before the first one's. */
export function merged(first: Shape, second: Shape): Shape {
  if (first.kinds !== KIND.object || second.kinds !== KIND.object) return UNKNOWN;
  const [a, b] = [first.object, second.object];
  if (!a || !b) return UNKNOWN;
  const fields = new Map<string, Member>();
  for (const [name, member] of a.fields) {
    // A second object of which not all is known may have any of the names as well.
    fields.set(name, b.rest === 'any' ? { ...member, shape: UNKNOWN } : member);
  }
  for (const [name, member] of b.fields) {
    const before = a.fields.get(name);
    const both = member.optional && before ? join(before.shape, member.shape) : member.shape;
    fields.set(name, { shape: both, optional: member.optional && (before?.optional ?? true) });
  }
  return objectOf(fields, a.rest === 'any' || b.rest === 'any' ? 'any' : a.rest === 'none' ? b.rest : a.rest);
}
