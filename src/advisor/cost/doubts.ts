import type { Load } from './load';
import { datedPrices, type UnitPrices } from './prices';

/** In sentences, what nobody verified about the built-in prices of a service; stated prices leave no doubt. */
export function doubts(service: string, load: Load = {}, stated: UnitPrices = {}): readonly string[] {
  return Object.entries(datedPrices(service, load)).flatMap(([key, { value, status, note }]) =>
    stated[key] === undefined && value !== null && (status === 'M' || status === 'X') && note ? [note] : [],
  );
}
