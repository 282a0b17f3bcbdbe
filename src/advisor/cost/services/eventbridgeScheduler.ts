import type { Charge } from '../charge';
import { billed, counted } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** Invocations above the monthly free quantity. */
export function eventbridgeScheduler(load: Load, prices: PriceList): readonly Charge[] {
  const invocations = quantity(load, 'invocationsPerMonth');
  const free = load.freeTier === true ? prices.one('freeInvocations') : undefined;
  const rest = invocations.minus(free ?? 0).atLeast(0);
  const price = prices.one('perInvocation');
  const formula = (): string => billed(counted(invocations, 'invocation'), free, rest, price);
  return [{ label: 'Invocations', quantity: rest, unit: 'invocation', unitPrice: price, formula }];
}
