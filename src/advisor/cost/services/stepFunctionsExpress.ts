import type { Charge } from '../charge';
import { counted, dollars, figure } from '../figure';
import type { Fraction } from '../fraction';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';
import { tieredCharges } from '../tiers';

/** Requests, and duration in GB-hours with AWS's rounding of time and memory. */
export function stepFunctionsExpress(load: Load, prices: PriceList): readonly Charge[] {
  return expressCharges(quantity(load, 'runsPerMonth'), load, prices);
}

/** The charges for a number of Express executions that all look like the load. */
export function expressCharges(runs: Fraction, load: Load, prices: PriceList): readonly Charge[] {
  const seconds = quantity(load, 'durationSeconds').upTo(prices.one('durationStepSeconds'));
  const memory = memoryMb(load, prices).upTo(prices.one('memoryStepMb'));
  const gbHours = runs.times(seconds).times(memory).over(1024).over(3600);
  const origin = (): string =>
    `${counted(runs, 'run')} × ${figure(seconds)} s × ${figure(memory)} MB = ${figure(gbHours)} GB-h`;
  const price = prices.one('perRequest');
  return [
    {
      label: 'Requests',
      quantity: runs,
      unit: 'request',
      unitPrice: price,
      formula: () => `${counted(runs, 'run')} × ${dollars(price)}`,
    },
    ...tieredCharges('Duration', gbHours, 'GB-hour', prices.steps('gbHourTiers', 'perGbHour'), origin),
  ];
}

/** Stated memory, or AWS's estimate: a base, the definition, and the payload once for each Map or Parallel step. */
function memoryMb(load: Load, prices: PriceList): Fraction {
  if (load.memoryMb !== undefined) return quantity(load, 'memoryMb');
  const payload = quantity(load, 'payloadKiB', 0).times(quantity(load, 'mapSteps', 0));
  return prices.one('memoryBaseMb').plus(quantity(load, 'definitionKiB', 0).plus(payload).over(1024));
}
