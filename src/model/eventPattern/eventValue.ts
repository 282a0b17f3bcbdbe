import { EventFields, stepInto, type PathStep } from './eventFields';

/** Deeper events are refused by AWS's JSON reader. */
export const DEEPEST_EVENT = 1000;

export class EventError extends Error {}

/** The fields of an event that is already read; its numbers are doubles. */
export function fieldsOfValue(event: object, steps: PathStep, paths: number): EventFields {
  const fields = new EventFields(paths);
  readObject(event as Record<string, unknown>, steps, 0, 1, fields);
  return fields;
}

function readObject(
  object: Record<string, unknown>,
  step: PathStep,
  element: number,
  depth: number,
  fields: EventFields,
): void {
  for (const key in object) {
    const next = stepInto(step, key);
    if (next) readValue(object[key], next, element, depth, fields);
  }
}

function readValue(
  value: unknown,
  step: PathStep,
  element: number,
  depth: number,
  fields: EventFields,
): void {
  if (depth > DEEPEST_EVENT)
    throw new EventError(`The event is nested more than ${DEEPEST_EVENT} levels deep.`);
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) readList(value, step, element, depth, fields);
    else if (step.next.size > 0)
      readObject(value as Record<string, unknown>, step, element, depth + 1, fields);
  } else if (step.field >= 0 && value !== undefined) {
    if (typeof value !== 'number' || Number.isFinite(value)) fields.add(step.field, value as string, element);
    else fields.add(step.field, { raw: String(value) }, element);
  }
}

function readList(
  items: unknown[],
  step: PathStep,
  element: number,
  depth: number,
  fields: EventFields,
): void {
  let list = 0;
  for (const item of items) {
    if (typeof item === 'object' && item !== null) {
      list ||= fields.newList();
      readValue(item, step, fields.newElement(list, element), depth + 1, fields);
    } else {
      readValue(item, step, element, depth, fields);
    }
  }
}
