import type { Charge } from '../charge';
import { billed, counted, figure } from '../figure';
import type { Fraction } from '../fraction';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';
import { tieredCharges } from '../tiers';

/** Requests, and GB-seconds with duration up to the next millisecond; waiting inside a function is billed. */
export function lambda(load: Load, prices: PriceList): readonly Charge[] {
  const invocations = quantity(load, 'invocationsPerMonth');
  return lambdaCharges(invocations, invocations, quantity(load, 'durationSeconds'), load, prices);
}

/** The charges for `requests` invocations and `runs` times `seconds` of compute; each free quantity is taken off apart. */
export function lambdaCharges(
  requests: Fraction,
  runs: Fraction,
  seconds: Fraction,
  load: Load,
  prices: PriceList,
): readonly Charge[] {
  const free = load.freeTier === true;
  const freeRequests = free ? prices.one('freeRequests') : undefined;
  const freeGbSeconds = free ? prices.one('freeGbSeconds') : undefined;
  const billedRequests = requests.minus(freeRequests ?? 0).atLeast(0);
  const memory = quantity(load, 'memoryMb');
  const rounded = seconds.upTo(prices.one('durationStepSeconds'));
  const used = runs.times(rounded).times(memory).over(1024);
  const price = prices.one('perRequest');
  const origin = (): string =>
    `${figure(runs)} × ${figure(rounded)} s × ${figure(memory)} MB = ${figure(used)} GB-s`;
  const less = (): string => (freeGbSeconds ? ` − ${figure(freeGbSeconds)} free` : '');
  return [
    {
      label: 'Requests',
      quantity: billedRequests,
      unit: 'request',
      unitPrice: price,
      formula: () => billed(counted(requests, 'request'), freeRequests, billedRequests, price),
    },
    ...tieredCharges(
      'Compute',
      used.minus(freeGbSeconds ?? 0).atLeast(0),
      'GB-second',
      prices.steps('gbSecondTiers', 'perGbSecond'),
      () => `${origin()}${less()}`,
    ),
  ];
}
