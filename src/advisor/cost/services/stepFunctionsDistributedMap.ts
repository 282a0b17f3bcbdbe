import type { Charge } from '../charge';
import { counted, figure } from '../figure';
import { quantity, type Load } from '../load';
import type { PriceList } from '../prices';
import { expressCharges } from './stepFunctionsExpress';
import { transitionCharge } from './stepFunctionsStandard';

/** The parent's transitions, one start for each child, and what the children themselves cost. */
export function stepFunctionsDistributedMap(load: Load, prices: PriceList): readonly Charge[] {
  const runs = quantity(load, 'runsPerMonth');
  const children = quantity(load, 'itemsPerRun')
    .over(quantity(load, 'itemsPerBatch', 1))
    .upTo(1)
    .times(runs);
  const express = load.childType === 'express';
  const perChild = quantity(load, 'childStartTransitions', 1).plus(
    express ? 0 : quantity(load, 'childTransitions'),
  );
  const parent = quantity(load, 'transitionsPerRun');
  const transitions = runs.times(parent).plus(children.times(perChild));
  const origin = (): string =>
    `${counted(runs, 'run')} × ${figure(parent)} + ${figure(children)} children × ${figure(perChild)}`;
  return [
    transitionCharge(transitions, origin, load, prices),
    ...(express ? expressCharges(children, load, prices) : []),
  ];
}
