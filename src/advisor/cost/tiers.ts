import type { Charge } from './charge';
import { dollars, figure } from './figure';
import { Fraction } from './fraction';
import type { PriceTier } from './prices';

/** Splits a quantity over marginal price steps, one charge for each step that is reached. */
export function tieredCharges(
  label: string,
  quantity: Fraction,
  unit: string,
  tiers: readonly PriceTier[],
  origin: () => string,
): readonly Charge[] {
  const charges: Charge[] = [];
  let start = Fraction.zero;
  for (const { upTo, price } of tiers) {
    const inside = (upTo === null ? quantity : quantity.atMost(upTo)).minus(start).atLeast(0);
    if (charges.length === 0 || inside.isAbove(0)) {
      const first = charges.length === 0;
      const formula = (): string =>
        `${first ? origin() : 'the part above'}: ${figure(inside)} × ${dollars(price)}`;
      charges.push({ label, quantity: inside, unit, unitPrice: Fraction.of(price), formula });
    }
    if (upTo === null) break;
    start = Fraction.of(upTo);
  }
  return charges;
}
