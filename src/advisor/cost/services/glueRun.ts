import type { Charge } from '../charge';
import { counted, dollars, figure } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** DPU-hours of jobs or crawlers, each run billed for a minimum time. */
export function glueRun(load: Load, prices: PriceList): readonly Charge[] {
  const runs = quantity(load, 'runsPerMonth');
  const dpu = quantity(load, 'dpu');
  const seconds = quantity(load, 'jobSeconds').atLeast(prices.one('minSeconds'));
  const hours = runs.times(dpu).times(seconds).over(3600);
  const price = prices.one('dpuHour');
  const formula = (): string =>
    `${counted(runs, 'run')} × ${figure(dpu)} DPU × ${figure(seconds)} s = ${figure(hours)} DPU-h × ${dollars(price)}`;
  return [{ label: 'Data processing units', quantity: hours, unit: 'DPU-hour', unitPrice: price, formula }];
}
