import type { Charge } from '../charge';
import { counted, dollars, figure } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** Events that pass the filter, in chunks; what the filter drops is not billed. */
export function eventbridgePipes(load: Load, prices: PriceList): readonly Charge[] {
  const events = quantity(load, 'eventsPerMonth');
  const fraction = quantity(load, 'passFraction', 1);
  const chunks = quantity(load, 'eventKiB', 1).over(prices.one('chunkKiB')).upTo(1).atLeast(1);
  const requests = events.times(fraction).times(chunks);
  const price = prices.one('perRequest');
  const formula = (): string =>
    `${counted(events, 'event')} × ${figure(fraction)} passing × ${counted(chunks, 'chunk')} × ${dollars(price)}`;
  return [{ label: 'Requests', quantity: requests, unit: 'request chunk', unitPrice: price, formula }];
}
