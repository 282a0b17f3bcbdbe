import type { Charge } from '../charge';
import { counted, dollars } from '../figure';
import { Fraction } from '../fraction';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';

/** Events put on the bus, in chunks; events that AWS services send themselves are free. */
export function eventbridgeRule(load: Load, prices: PriceList): readonly Charge[] {
  const events = quantity(load, 'eventsPerMonth');
  const chunks = quantity(load, 'eventKiB', 1).over(prices.one('chunkKiB')).upTo(1).atLeast(1);
  const free = load.eventType === 'aws-service';
  const price = free ? Fraction.zero : prices.one('perEvent');
  const formula = (): string =>
    free
      ? `${counted(events, 'event')} of AWS services are free`
      : `${counted(events, 'event')} × ${counted(chunks, 'chunk')} × ${dollars(price)}`;
  return [
    { label: 'Events', quantity: events.times(chunks), unit: 'event chunk', unitPrice: price, formula },
  ];
}
