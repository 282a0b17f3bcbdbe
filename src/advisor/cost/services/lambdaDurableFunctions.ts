import type { Charge } from '../charge';
import { counted, dollars, figure } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';
import { lambdaCharges } from './lambda';

/** Durable operations, which have no free quantity, and Lambda compute for the active time; waiting is free. */
export function lambdaDurableFunctions(load: Load, prices: PriceList): readonly Charge[] {
  const runs = quantity(load, 'runsPerMonth');
  const operations = runs.times(quantity(load, 'operationsPerRun'));
  const price = prices.one('perOperation');
  const requests = runs.times(quantity(load, 'invocationsPerRun', 1));
  return [
    {
      label: 'Durable operations',
      quantity: operations,
      unit: 'operation',
      unitPrice: price,
      formula: () =>
        `${counted(runs, 'run')} × ${figure(quantity(load, 'operationsPerRun'))} × ${dollars(price)}`,
    },
    ...lambdaCharges(requests, runs, quantity(load, 'activeSeconds'), load, prices),
  ];
}
