import { STATE_TYPE_FACTS } from '../../src/catalog/stateTypes';
import { fieldsOf } from '../../src/catalog/fields';
import type { Field, Owner, QueryLanguage, ValueShape } from '../../src/catalog/fieldTypes';

type Json = unknown;
type JsonObject = Record<string, Json>;

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textFaults(shape: Extract<ValueShape, { kind: 'string' }>, value: Json, at: string): string[] {
  if (typeof value !== 'string') return [`${at} is not a string`];
  if (shape.values && !shape.values.includes(value)) return [`${at} is "${value}"`];
  if (shape.resources && !shape.resources.some((name) => value.endsWith(`:states:::${name}`))) {
    return [`${at} is "${value}"`];
  }
  const isPath = value.startsWith('$');
  if ((shape.format === 'path' || shape.format === 'referencePath') && !isPath)
    return [`${at} is not a path`];
  return [];
}

/** Where a value departs from the shape that the catalogue gives it, one line a fault. */
export function shapeFaults(
  shape: ValueShape,
  value: Json,
  language: QueryLanguage,
  at: string,
  field?: Field,
): string[] {
  if (value === null && field?.nullable) return [];
  if (language === 'JSONata' && field?.jsonata && typeof value === 'string' && value.startsWith('{%'))
    return [];
  switch (shape.kind) {
    case 'string':
      return textFaults(shape, value, at);
    case 'number':
    case 'integer':
      if (typeof value !== 'number') return [`${at} is not a number`];
      return value < (shape.min ?? value) || value > (shape.max ?? value) ? [`${at} is out of range`] : [];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at} is not a boolean`];
    case 'array':
      if (!Array.isArray(value)) return [`${at} is not an array`];
      if (value.length < (shape.minItems ?? 0)) return [`${at} is too short`];
      return value.flatMap((item, index) => shapeFaults(shape.items, item, language, `${at}[${index}]`));
    case 'object':
      return shape.owner ? objectFaults(shape.owner, value, language, at) : [];
    case 'states':
      return isObject(value)
        ? Object.entries(value).flatMap(([name, state]) => stateFaults(state, language, `${at}/${name}`))
        : [`${at} is not an object`];
    case 'payload':
      return shape.object && !isObject(value) ? [`${at} is not an object`] : [];
    case 'any':
      return [];
  }
}

/** The faults of a state, whose "Type" says which table counts. */
export function stateFaults(state: Json, language: QueryLanguage, at: string): string[] {
  if (!isObject(state)) return [`${at} is not an object`];
  const facts = STATE_TYPE_FACTS.get(String(state['Type']));
  return facts ? objectFaults(facts.type, state, language, at) : [`${at} has no known type`];
}

/** The faults of an object of this kind, those of its fields included. */
export function objectFaults(owner: Owner, value: Json, language: QueryLanguage, at: string): string[] {
  if (!isObject(value)) return [`${at} is not an object`];
  const table = fieldsOf(owner);
  const usable = [...table.values()].filter((field) => field.languages.includes(language));
  const satisfied = (field: Field): boolean => {
    const { required } = field;
    if (field.name in value || !required) return true;
    if (required === true || (required.beside !== undefined && !(required.beside in value)))
      return required !== true;
    return usable.some(
      (other) =>
        typeof other.required === 'object' && other.required.oneOf === required.oneOf && other.name in value,
    );
  };
  const missing = usable.filter((field) => !satisfied(field)).map((field) => `${at} lacks ${field.name}`);
  const wrong = Object.entries(value).flatMap(([name, inner]) => {
    const field = table.get(name);
    if (!field) return [`${at} has the unknown ${name}`];
    if (!field.languages.includes(language)) return [`${at} has ${name} in ${language}`];
    const beside = (field.excludes ?? []).filter((other) => other in value);
    return [
      ...beside.map((other) => `${at} has ${name} beside ${other}`),
      ...shapeFaults(field.shape, inner, language, `${at}/${name}`, field),
    ];
  });
  return [...missing, ...wrong];
}
