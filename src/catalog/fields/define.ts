import type { Field, Owner, QueryLanguage } from '../fieldTypes';

export const BOTH: readonly QueryLanguage[] = ['JSONPath', 'JSONata'];
export const JSONPATH: readonly QueryLanguage[] = ['JSONPath'];
export const JSONATA: readonly QueryLanguage[] = ['JSONata'];

/** A field before it is put under its name into its owner's table. */
export type FieldFacts = Omit<Field, 'name' | 'owner'>;

/** The table of one owner, in the order in which the fields are offered. */
export function defineFields(
  owner: Owner,
  facts: Readonly<Record<string, FieldFacts>>,
): ReadonlyMap<string, Field> {
  return new Map(Object.entries(facts).map(([name, field]) => [name, { ...field, name, owner }]));
}
