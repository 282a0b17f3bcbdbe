import { breakEven } from '../../advisor/cost/breakEven';
import type { Recommendation } from '../../advisor/decide/verdict';
import { costAt, loadOf, type EditedPrices } from './candidates';
import type { LoadForm } from './loadForm';

/** The number of runs a month from which one service costs more than another. */
export interface Crossing {
  readonly dearer: Recommendation;
  readonly cheaper: Recommendation;
  readonly runs: number;
  /** US dollars a month at that point. */
  readonly usd: number;
  /** No other of the services is cheaper there. */
  readonly lowest: boolean;
}

/** The numbers of runs a month that are looked at. */
export const RUNS = { least: 10, most: 100_000_000 } as const;

/** Where the costs of two of the services cross, the smallest number of runs first. */
export function crossings(
  services: readonly Recommendation[],
  load: LoadForm,
  prices: EditedPrices,
): readonly Crossing[] {
  const cost = (service: Recommendation, runs: number): number => costAt(service, runs, load, prices) ?? NaN;
  const side = (service: Recommendation): Parameters<typeof breakEven>[0]['a'] => ({
    ...{ service, load: loadOf(service, load, true), prices: prices[service] },
  });
  return services
    .flatMap((dearer) =>
      services
        .filter((cheaper) => cost(dearer, RUNS.least) <= cost(cheaper, RUNS.least))
        .filter((cheaper) => cost(dearer, RUNS.most) > cost(cheaper, RUNS.most))
        .flatMap((cheaper): Crossing[] => {
          const runs = breakEven({ a: side(dearer), b: side(cheaper), over: 'runsPerMonth', step: 1 });
          if (runs === undefined || runs <= RUNS.least) return [];
          const usd = cost(cheaper, runs);
          const lowest = services.every((other) => cost(other, runs) >= usd * 0.999);
          return [{ dearer, cheaper, runs, usd, lowest }];
        }),
    )
    .sort((a, b) => a.runs - b.runs);
}
