import type { Property } from '../syntax/tree';

/** The members of an object in order; of those with one name the last, as readers take it. */
export function distinctMembers(properties: readonly Property[]): Property[] {
  return [...new Map(properties.map((property) => [property.name, property])).values()];
}
