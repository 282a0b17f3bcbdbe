import { jsonataFunction } from '../../catalog/jsonataFunctions';
import { valuesOf } from './access';
import { join } from './join';
import { elementsOf, sequenceOf } from './sequence';
import {
  ABSENT,
  BOOLEAN,
  EMPTY,
  KIND,
  MAYBE,
  NEVER,
  NUMBER,
  OPEN,
  TEXT,
  UNKNOWN,
  arrayOf,
  objectOf,
  oneOf,
  present,
  type Member,
  type Shape,
} from './shape';
import { merged } from './sight';

/** What the argument at an index, a function, gives back for such values. */
type Apply = (index: number, values: readonly Member[]) => Member;

/** What a function of JSONata or Step Functions gives back; unknown for one that the expression makes itself. */
export function functionShape(name: string, args: readonly Member[], apply: Apply): Member {
  const [first = ABSENT, second = ABSENT] = args;
  const element = elementsOf(first.shape);
  switch (name) {
    case 'exists':
    case 'count':
      return present(name === 'count' ? NUMBER : BOOLEAN);
    case 'split':
    case 'keys':
      return name === 'keys' ? sequenceOf(TEXT) : { shape: arrayOf(TEXT), optional: first.optional };
    case 'partition':
      return { shape: arrayOf(arrayOf(element)), optional: first.optional };
    case 'range':
      return present(join(NUMBER, arrayOf(NUMBER)));
    case 'append':
      return appended(first, second);
    case 'sort':
    case 'reverse':
    case 'shuffle':
    case 'distinct':
    case 'filter':
      return sequenceOf(element);
    case 'single':
      return { shape: element, optional: true };
    case 'map':
      return sequenceOf(elementsOf(apply(1, [present(element), present(NUMBER), first]).shape));
    case 'merge':
      return { shape: first.shape.kinds === KIND.object ? first.shape : OPEN, optional: first.optional };
    case 'sift':
      return { shape: first.shape.kinds === KIND.object ? siftedOf(first.shape) : OPEN, optional: true };
    case 'each':
      return sequenceOf(elementsOf(apply(1, [present(valuesIn(first.shape)), present(TEXT)]).shape));
    case 'lookup':
      return MAYBE;
    case 'type':
      return { shape: oneOf(TYPES), optional: first.optional };
    case 'clone':
      return first;
  }
  return byCatalogue(name, args);
}

const TYPES = ['null', 'number', 'string', 'boolean', 'array', 'object', 'function'];

const RESULTS: Readonly<Record<string, Shape>> = { string: TEXT, number: NUMBER, boolean: BOOLEAN };

function byCatalogue(name: string, args: readonly Member[]): Member {
  const returns = jsonataFunction(name)?.returns ?? '';
  const shape = Object.hasOwn(RESULTS, returns) ? RESULTS[returns] : undefined;
  if (!shape) return MAYBE;
  // Nothing in, nothing out.
  return { shape, optional: args.length > 0 && args[0].optional };
}

function appended(first: Member, second: Member): Member {
  if (first.shape === NEVER) return second;
  if (second.shape === NEVER) return first;
  const items = join(elementsOf(first.shape), elementsOf(second.shape));
  if (!first.optional && !second.optional) return present(arrayOf(items));
  return { shape: join(join(first.shape, second.shape), arrayOf(items)), optional: true };
}

/** Objects in one, the later ones' fields before those of the earlier ones. */
export function mergedAll(objects: readonly Member[]): Shape {
  return objects
    .map(({ shape, optional }) => (shape.kinds !== KIND.object ? OPEN : optional ? siftedOf(shape) : shape))
    .reduce(merged, EMPTY);
}

function siftedOf({ object }: Shape): Shape {
  if (!object) return OPEN;
  const fields = new Map<string, Member>();
  for (const [name, { shape }] of object.fields) fields.set(name, { shape, optional: true });
  return objectOf(fields, object.rest);
}

function valuesIn(shape: Shape): Shape {
  return shape.kinds === KIND.object && shape.object ? valuesOf(shape.object) : UNKNOWN;
}
