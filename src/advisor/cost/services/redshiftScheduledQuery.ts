import type { Charge } from '../charge';
import { counted, dollars, figure } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** Nothing on a provisioned cluster, which is paid anyway; RPU-hours with a minimum time on Serverless. */
export function redshiftScheduledQuery(load: Load, prices: PriceList): readonly Charge[] {
  const runs = quantity(load, 'runsPerMonth');
  if (load.compute !== 'serverless') {
    const price = prices.one('perRun');
    const formula = (): string => `${counted(runs, 'run')} × ${dollars(price)}`;
    return [{ label: 'Scheduled runs', quantity: runs, unit: 'run', unitPrice: price, formula }];
  }
  const rpu = quantity(load, 'rpu');
  const seconds = quantity(load, 'querySeconds').atLeast(prices.one('minSeconds'));
  const hours = runs.times(rpu).times(seconds).over(3600);
  const price = prices.one('rpuHour');
  const formula = (): string =>
    `${counted(runs, 'run')} × ${figure(rpu)} RPU × ${figure(seconds)} s = ${figure(hours)} RPU-h × ${dollars(price)}`;
  return [
    { label: 'Redshift processing units', quantity: hours, unit: 'RPU-hour', unitPrice: price, formula },
  ];
}
