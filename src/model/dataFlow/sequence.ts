import { memberOf } from './access';
import { join } from './join';
import { ABSENT, KIND, UNKNOWN, arrayOf, shapeOf, type Member, type Shape } from './shape';

/** A value with all but its arrays; `NEVER` where it is nothing but an array. */
export function withoutArray(shape: Shape): Shape {
  if (shape === UNKNOWN || !(shape.kinds & KIND.array)) return shape;
  return shapeOf({ kinds: shape.kinds & ~KIND.array, texts: shape.texts, object: shape.object });
}

/** What JSONata goes through: the items of an array, or the value itself. */
export function elementsOf(shape: Shape): Shape {
  if (shape === UNKNOWN || !shape.array) return shape;
  return join(shape.array.items, withoutArray(shape));
}

/** The result of going through several values: one of them by itself, several as an array, none as nothing. */
export function sequenceOf(element: Shape): Member {
  if (element.kinds === 0) return ABSENT;
  return { shape: join(element, arrayOf(element)), optional: true };
}

/** What JSONata makes of a step behind a value: an array is gone through, and what is found is put in one row. */
export function stepped(shape: Shape, step: (element: Shape) => Member): Member {
  if (shape === UNKNOWN || !shape.array) return step(shape);
  const found = sequenceOf(elementsOf(step(shape.array.items).shape));
  const single = withoutArray(shape);
  if (single.kinds === 0) return found;
  const alone = step(single);
  return { shape: join(alone.shape, found.shape), optional: true };
}

/** What stands under a name, for each item where it is an array. */
export function named(shape: Shape, name: string): Member {
  return stepped(shape, (element) => memberOf(element, name));
}
