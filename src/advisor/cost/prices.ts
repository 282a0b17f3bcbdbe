import table from '../prices.generated.json';
import { Fraction } from './fraction';
import { IncompleteLoad, type Load } from './load';

/** A marginal price step; `upTo: null` has no end. */
export interface PriceTier {
  readonly upTo: number | null;
  readonly price: number;
}

export type UnitPrices = Readonly<Record<string, number | readonly PriceTier[]>>;

/** One dated price with where it was read; `value` is null where no source gave one. */
export interface DatedPrice {
  readonly value: number | readonly PriceTier[] | null;
  readonly unit: string;
  readonly status: string;
  readonly date: string;
  readonly source: { readonly title: string; readonly url?: string };
  readonly note?: string;
  readonly region?: string;
}

interface ServicePrices {
  readonly prices: Readonly<Record<string, DatedPrice>>;
  readonly variants?: readonly {
    readonly when: Readonly<Record<string, string>>;
    readonly prices: Readonly<Record<string, DatedPrice>>;
  }[];
}

const services = table.services as unknown as Readonly<Record<string, ServicePrices>>;

/** The built-in prices of a service for the load's variant (environment class, execution class, architecture). */
export function datedPrices(service: string, load: Load): Readonly<Record<string, DatedPrice>> {
  const entry = services[service];
  if (!entry) return {};
  const variant = entry.variants?.find(({ when }) =>
    Object.entries(when).every(([key, value]) => load[key] === value),
  );
  return variant ? { ...entry.prices, ...variant.prices } : entry.prices;
}

/** Reads prices by key: the stated ones first, then the built-in ones. */
export class PriceList {
  readonly #builtIn: Readonly<Record<string, DatedPrice>>;

  constructor(
    readonly service: string,
    load: Load,
    private readonly stated: UnitPrices = {},
  ) {
    this.#builtIn = datedPrices(service, load);
  }

  /** A price or billing quantity that has one value. */
  one(key: string): Fraction {
    const value = this.#find(key);
    if (typeof value !== 'number')
      throw new IncompleteLoad(`The price "${key}" of "${this.service}" is not known.`);
    return Fraction.of(value);
  }

  /** The steps under `tiersKey`, or one endless step at `flatKey`; a stated price of either kind wins. */
  steps(tiersKey: string, flatKey: string): readonly PriceTier[] {
    const builtIn = (key: string): UnitPrices[string] | null | undefined => this.#builtIn[key]?.value;
    for (const value of [this.stated[tiersKey], this.stated[flatKey], builtIn(tiersKey), builtIn(flatKey)]) {
      if (typeof value === 'number') return [{ upTo: null, price: value }];
      if (value) return value;
    }
    throw new IncompleteLoad(`The price "${tiersKey}" of "${this.service}" is not known.`);
  }

  #find(key: string): number | readonly PriceTier[] | null | undefined {
    return this.stated[key] ?? this.#builtIn[key]?.value;
  }
}
