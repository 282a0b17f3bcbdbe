import { fieldsOf } from '../catalog/fields';
import type { Field, Owner, QueryLanguage, ValueShape } from '../catalog/fieldTypes';
import type { ObjectNode } from '../syntax/tree';

/**
 * Which fields an object has, in the order of its properties. Thousands of states share a few dozen layouts,
 * so what follows from one is worked out once for all of them, and outlives the text.
 */
export class OwnerLayout {
  /** Places of the fields whose texts may be evaluated, and of "Assign". */
  readonly evaluated: readonly number[];
  /** Places of the fields that hold objects with a field table of their own. */
  readonly holders: readonly number[];
  /** True where some property is no field of this kind of object. */
  readonly hasUnknown: boolean;

  constructor(
    readonly kind: Owner,
    /** Absent where the text does not say it, or says something that is no query language. */
    readonly queryLanguage: QueryLanguage | undefined,
    /** The field of each property; nothing for one that has no field here. */
    readonly fields: readonly (Field | undefined)[],
  ) {
    this.evaluated = placesOf(fields, (field) => mayBeEvaluated(field, queryLanguage));
    this.holders = placesOf(fields, ({ shape }) => holdsOwners(shape));
    this.hasUnknown = fields.includes(undefined);
  }

  /** True where a field of this kind of object stands. */
  has(name: string): boolean {
    return this.fields.some((field) => field?.name === name);
  }
}

function placesOf(fields: OwnerLayout['fields'], concerns: (field: Field) => boolean): number[] {
  return [...fields.keys()].filter((place) => {
    const field = fields[place];
    return field !== undefined && concerns(field);
  });
}

function mayBeEvaluated(field: Field, language: QueryLanguage | undefined): boolean {
  if (field.name === 'Assign') return true;
  if (!language || !field.languages.includes(language)) return false;
  if (field.shape.kind === 'payload') return true;
  return language === 'JSONata' ? field.jsonata === true : pathFormat(field.shape) !== undefined;
}

/** What of JSONPath a field or a payload takes. */
export type PathKind = 'path' | 'referencePath' | 'pathOrIntrinsic';

/** What of JSONPath a field takes; `undefined` for one that takes none. */
export function pathFormat(shape: ValueShape): PathKind | undefined {
  const format = shape.kind === 'string' ? shape.format : undefined;
  return format === 'path' || format === 'referencePath' || format === 'pathOrIntrinsic' ? format : undefined;
}

function holdsOwners(shape: ValueShape): boolean {
  if (shape.kind === 'array') return holdsOwners(shape.items);
  return shape.kind === 'object' && shape.owner !== undefined && !isLevel(shape.owner);
}

/** True for a level of states, which the machine lists by itself. */
function isLevel(owner: Owner): boolean {
  return owner === 'machine' || owner === 'branch' || owner === 'itemProcessor' || owner === 'iterator';
}

/** Where a walk along the names of properties has come to. */
class Step {
  readonly next = new Map<string, Step>();
  layout?: OwnerLayout;
}

/** By kind and query language. */
let firstSteps = new Map<Owner, Map<QueryLanguage | undefined, Step>>();
let stepCount = 0;

/** More than any workspace needs; objects with their fields in ever new orders are not to fill the memory. */
const MOST_STEPS = 20_000;

/** Stands for all names that are no field, of which a text may have any number. */
const UNKNOWN = '';

/** The layout of an object, the same one for all that have the same fields in the same order. */
export function layoutOf(
  kind: Owner,
  queryLanguage: QueryLanguage | undefined,
  { properties }: ObjectNode,
): OwnerLayout {
  let step = firstStep(kind, queryLanguage);
  for (const { name } of properties) step = step.next.get(name) ?? nextStep(step, kind, name);
  return (step.layout ??= new OwnerLayout(
    kind,
    queryLanguage,
    properties.map(({ name }) => fieldsOf(kind).get(name)),
  ));
}

function firstStep(kind: Owner, language: QueryLanguage | undefined): Step {
  let byLanguage = firstSteps.get(kind);
  if (!byLanguage) firstSteps.set(kind, (byLanguage = new Map()));
  let step = byLanguage.get(language);
  if (!step) byLanguage.set(language, (step = new Step()));
  return step;
}

function nextStep(step: Step, kind: Owner, name: string): Step {
  // The table's own text: the one at hand may be a piece of a file, which it would keep in memory.
  const known = fieldsOf(kind).get(name)?.name ?? UNKNOWN;
  let next = step.next.get(known);
  if (next) return next;
  if (++stepCount > MOST_STEPS) {
    firstSteps = new Map();
    stepCount = 0;
  }
  step.next.set(known, (next = new Step()));
  return next;
}
