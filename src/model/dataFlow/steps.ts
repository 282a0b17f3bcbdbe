import type { PathSegment } from '../../expressions/jsonPath';
import { indexed, memberOf } from './access';
import { elementsOf } from './sequence';
import { ABSENT, KIND, UNKNOWN, type Member, type Shape } from './shape';

/** A name or an index on the way into a value. */
export type Step = { readonly start: number; readonly end: number } & (
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'index'; readonly index: number }
);

/** A step that is not followed: a wildcard, a filter. */
interface Other {
  readonly kind: Exclude<PathSegment['kind'], Step['kind']>;
}

/** What is followed into a value. */
export type Way = readonly (Step | Other)[];

/** Where a way into a value ends before its time. */
export interface LostStep {
  /** Which step leads to nothing. */
  readonly index: number;
  /** The value that it starts from; of an array of objects that is gone through, what one of them is. */
  readonly within: Shape;
}

/**
 * The first step that leads to nothing for certain; `through` where names go through arrays, as in JSONata.
 * In JSONPath a name behind an array is an error, and so is an index behind an object.
 */
export function lostStep(root: Shape, steps: Way, through: boolean): LostStep | undefined {
  let at = root;
  for (let index = 0; index < steps.length && at !== UNKNOWN && at.kinds !== 0; index++) {
    const step = steps[index];
    if (step.kind !== 'name' && step.kind !== 'index') return undefined;
    const whole = at;
    if (through && at.array) at = elementsOf(at);
    const found = taken(at, step, through);
    // An empty array may be one of which nothing is known yet.
    if (!found || at.kinds === 0) return undefined;
    if (found.shape.kinds === 0) return { index, within: at.object ? at : whole };
    at = found.shape;
  }
  return undefined;
}

/** `undefined` where nothing certain can be said; what an answer of a service has besides is not documented. */
function taken(at: Shape, step: Step, through: boolean): Member | undefined {
  if (step.kind === 'index') {
    if (at.kinds === KIND.array) return indexed(at, step.index);
    return at.kinds & KIND.array || at.object?.rest === 'any' ? undefined : ABSENT;
  }
  if (at.kinds === KIND.object) {
    return at.object?.rest === 'documented' && !at.object.fields.has(step.name)
      ? ABSENT
      : memberOf(at, step.name);
  }
  return at.kinds & KIND.object || (through && at.kinds & (KIND.array | KIND.null)) ? undefined : ABSENT;
}
