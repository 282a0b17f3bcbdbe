import type { Charge } from '../charge';
import { dollars, figure } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** Hours in which the environment exists, whether or not anything runs; default is an average month. */
export function mwaa(load: Load, prices: PriceList): readonly Charge[] {
  const positions = [
    ['Environment', 'hoursPerMonth', prices.one('averageMonthHours').toNumber(), 'hour', 'environmentHour'],
    ['Extra workers', 'extraWorkerHours', 0, 'worker hour', 'workerHour'],
    ['Extra schedulers', 'extraSchedulerHours', 0, 'scheduler hour', 'schedulerHour'],
    ['Metadata database', 'metadataGb', 0, 'GB-month', 'metadataGbMonth'],
  ] as const;
  return positions
    .map(([label, key, fallback, unit, priceKey]) => ({
      label,
      amount: quantity(load, key, fallback),
      unit,
      priceKey,
    }))
    .filter(({ label, amount }) => label === 'Environment' || amount.isAbove(0))
    .map(({ label, amount, unit, priceKey }) => {
      const unitPrice = prices.one(priceKey);
      return {
        label,
        quantity: amount,
        unit,
        unitPrice,
        formula: () => `${figure(amount)} × ${dollars(unitPrice)}`,
      };
    });
}
