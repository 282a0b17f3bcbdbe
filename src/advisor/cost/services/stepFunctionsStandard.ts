import type { Charge } from '../charge';
import { billed, counted } from '../figure';
import type { Fraction } from '../fraction';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** State transitions, retries included, less the free ones. */
export function stepFunctionsStandard(load: Load, prices: PriceList): readonly Charge[] {
  const perRun = quantity(load, 'transitionsPerRun').plus(quantity(load, 'retriesPerRun', 0));
  const runs = quantity(load, 'runsPerMonth');
  return [
    transitionCharge(
      runs.times(perRun),
      () => `${counted(runs, 'run')} × ${counted(perRun, 'transition')}`,
      load,
      prices,
    ),
  ];
}

/** The charge for a number of transitions; `load.freeTier` takes the monthly free quantity off. */
export function transitionCharge(
  transitions: Fraction,
  origin: () => string,
  load: Load,
  prices: PriceList,
): Charge {
  const free = load.freeTier === true ? prices.one('freeTransitions') : undefined;
  const rest = transitions.minus(free ?? 0).atLeast(0);
  const price = prices.one('perTransition');
  return {
    label: 'State transitions',
    quantity: rest,
    unit: 'transition',
    unitPrice: price,
    formula: () => billed(origin(), free, rest, price),
  };
}
