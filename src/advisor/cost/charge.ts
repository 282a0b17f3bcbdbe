import type { Fraction } from './fraction';

/** One position of a monthly bill while it is still exact; `formula` writes down how the quantity came about. */
export interface Charge {
  readonly label: string;
  readonly quantity: Fraction;
  readonly unit: string;
  readonly unitPrice: Fraction;
  formula(): string;
}
