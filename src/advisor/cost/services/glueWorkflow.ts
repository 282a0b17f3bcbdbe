import type { Charge } from '../charge';
import { counted, dollars } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** The orchestration alone, which has no price; jobs and crawlers are billed as `glue` and `glue-crawler`. */
export function glueWorkflow(load: Load, prices: PriceList): readonly Charge[] {
  const runs = quantity(load, 'runsPerMonth');
  const price = prices.one('perRun');
  return [
    {
      label: 'Workflow runs',
      quantity: runs,
      unit: 'run',
      unitPrice: price,
      formula: () => `${counted(runs, 'run')} × ${dollars(price)}`,
    },
  ];
}
