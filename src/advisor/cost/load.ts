import { Fraction } from './fraction';

/** What is known of a load; the keys are those of the service's cost function. */
export type Load = Readonly<Record<string, number | string | boolean>>;

/** The keys under which services count the same thing, one start; a load may use any of them for any service. */
const countedAlike = ['runsPerMonth', 'eventsPerMonth', 'invocationsPerMonth'];

/** A load or price list that cannot be computed with; the message names what is missing. */
export class IncompleteLoad extends Error {}

/** The quantity under `key`, or `fallback`; without either, the load is incomplete. Quantities are never negative. */
export function quantity(load: Load, key: string, fallback?: number): Fraction {
  const alike = countedAlike.includes(key) ? [key, ...countedAlike] : [key];
  const found = alike.map((name) => load[name]).find((value) => value !== undefined) ?? fallback;
  if (found === undefined) throw new IncompleteLoad(`The load has no "${key}".`);
  if (typeof found !== 'number' || !Number.isFinite(found) || found < 0) {
    throw new IncompleteLoad(`"${key}" of the load is not a number of at least 0.`);
  }
  return Fraction.of(found);
}
