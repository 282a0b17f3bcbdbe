import { doubts } from '../../advisor/cost/doubts';
import { IncompleteLoad, type Load } from '../../advisor/cost/load';
import { exactMonthlyCost, monthlyCost, type CostLine } from '../../advisor/cost/monthlyCost';
import type { UnitPrices } from '../../advisor/cost/prices';
import type { Answers } from '../../advisor/decide/answers';
import { rank } from '../../advisor/decide/rank';
import { recommendations, type Recommendation } from '../../advisor/decide/verdict';
import { asAnswers, runsPerMonth, type LoadForm } from './loadForm';

export type EditedPrices = Readonly<Record<string, UnitPrices>>;

/** A service with what it costs for a load. */
export interface Candidate {
  readonly service: Recommendation;
  /** Undefined where a price is not known, which `missing` says. */
  readonly monthlyUsd?: number;
  readonly lines: readonly CostLine[];
  readonly missing?: string;
  /** What nobody verified about the prices behind the figure. */
  readonly doubts: readonly string[];
  /** Why it cannot carry the load. */
  readonly obstacle?: string;
}

/** Every service that can be recommended: those that can carry the load first, each group by cost. */
export function candidates(load: LoadForm, prices: EditedPrices, answers: Answers): readonly Candidate[] {
  const ranked = rank({ ...answers, ...asAnswers(load) });
  const obstacles = new Map(ranked.map(({ profile, limits }) => [profile.id, limits[0]?.text]));
  return recommendations
    .map((service) => ({ ...priced(service, load, prices), obstacle: obstacles.get(service) }))
    .sort(
      (a, b) =>
        Number(a.obstacle !== undefined) - Number(b.obstacle !== undefined) ||
        (a.monthlyUsd ?? Infinity) - (b.monthlyUsd ?? Infinity),
    );
}

/** One service's cost for the load. */
export function priced(service: Recommendation, load: LoadForm, prices: EditedPrices): Candidate {
  const input = { service, load: loadOf(service, load), prices: prices[service] };
  try {
    return { service, ...monthlyCost(input), doubts: doubts(service, input.load, input.prices) };
  } catch (problem) {
    if (!(problem instanceof IncompleteLoad)) throw problem;
    return { service, lines: [], missing: problem.message, doubts: [] };
  }
}

/** US dollars a month at another number of runs; undefined where a price is not known. */
export function costAt(
  service: Recommendation,
  runs: number,
  load: LoadForm,
  prices: EditedPrices,
): number | undefined {
  try {
    const input = {
      service,
      load: { ...loadOf(service, load), runsPerMonth: runs },
      prices: prices[service],
    };
    return exactMonthlyCost(input).toNumber();
  } catch (problem) {
    if (problem instanceof IncompleteLoad) return undefined;
    throw problem;
  }
}

/** The load in the keys of a service's cost function, without the number of runs if that is to vary. */
export function loadOf(service: Recommendation, form: LoadForm, varying = false): Load {
  const { steps, itemsPerRun, retriesPerRun, kibPerStep, runSeconds, memoryMb, freeTier } = form;
  const work = steps * itemsPerRun;
  const fanOut = itemsPerRun > 1;
  const loads: Readonly<Record<Recommendation, Load>> = {
    // The start and the end of a run are transitions too.
    'step-functions-standard': { transitionsPerRun: work + 2, retriesPerRun, freeTier },
    'step-functions-express': {
      durationSeconds: runSeconds,
      payloadKiB: kibPerStep,
      mapSteps: fanOut ? 1 : 0,
    },
    'step-functions-distributed-map': {
      ...{ transitionsPerRun: 3, itemsPerRun, itemsPerBatch: 1, childStartTransitions: 1 },
      ...{ childType: 'standard', childTransitions: steps + retriesPerRun, freeTier },
    },
    mwaa: { environmentClass: form.environmentClass },
    'mwaa-serverless': { tasksPerRun: work + retriesPerRun, taskSeconds: runSeconds / steps },
    'glue-workflow': {},
    'eventbridge-rule': { eventKiB: kibPerStep, eventType: 'custom' },
    'eventbridge-scheduler': { freeTier },
    'eventbridge-pipes': { eventKiB: kibPerStep, passFraction: 1 },
    lambda: { durationSeconds: runSeconds, memoryMb, freeTier },
    'lambda-durable-functions': {
      ...{ operationsPerRun: work + retriesPerRun, activeSeconds: runSeconds },
      ...{ memoryMb, invocationsPerRun: 1, freeTier },
    },
    'redshift-scheduled-query': { compute: 'provisioned' },
  };
  const load = { ...loads[service], regionFactor: form.regionFactor };
  return varying ? load : { ...load, runsPerMonth: runsPerMonth(form) };
}

/** Services whose bill includes the computing itself, and not only its coordination. */
export const includesWork: readonly Recommendation[] = [
  'lambda',
  'lambda-durable-functions',
  'mwaa-serverless',
];
