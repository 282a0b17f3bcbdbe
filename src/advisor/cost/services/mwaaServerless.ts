import type { Charge } from '../charge';
import { counted, dollars, figure } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** Task time only; every task is billed for a minimum time. */
export function mwaaServerless(load: Load, prices: PriceList): readonly Charge[] {
  const tasks = quantity(load, 'runsPerMonth').times(quantity(load, 'tasksPerRun'));
  const seconds = quantity(load, 'taskSeconds').atLeast(prices.one('minTaskSeconds'));
  const hours = tasks.times(seconds).over(3600);
  const price = prices.one('taskHour');
  const formula = (): string =>
    `${counted(tasks, 'task')} × ${figure(seconds)} s = ${figure(hours)} h × ${dollars(price)}`;
  return [{ label: 'Task time', quantity: hours, unit: 'task hour', unitPrice: price, formula }];
}
