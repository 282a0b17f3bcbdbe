import { exactMonthlyCost, type CostInput } from '../cost/monthlyCost';
import type { Answers } from './answers';
import { profiles } from './profiles';
import type { Drawback, Limit, Reason, ServiceProfile } from './serviceProfile';
import { situation, type Situation } from './situation';
import type { DecidingFact } from './verdict';

/** One service judged for one workload. */
export interface Candidate {
  readonly profile: ServiceProfile;
  /** What rules it out; empty for a candidate that can do the work. */
  readonly limits: readonly Limit[];
  /** What speaks for it, the most decisive first. */
  readonly reasons: readonly Reason[];
  readonly drawbacks: readonly Drawback[];
  /** What is priced; undefined where the choice has no price of its own. */
  readonly bill: CostInput | undefined;
  /** US dollars a month of the orchestration at the stated volume. */
  readonly monthlyUsd: number;
  readonly score: number;
}

/** From so many US dollars a month on a bill is a matter of its own, which few wishes are worth. */
const steep = 500;

/** How much a bill weighs: ten dollars a month are noise, each further factor of ten counts as much as a wish. */
const priceWeight = (usd: number): number =>
  15 * Math.log10(1 + usd / 10) + 30 * Math.log10(Math.max(1, usd / steep));

/** All services, best first; those that are ruled out stand behind all others. */
export function rank(answers: Answers): readonly Candidate[] {
  const read = situation(answers);
  return profiles
    .map((profile) => judge(profile, read))
    .sort((a, b) => a.limits.length - b.limits.length || b.score - a.score);
}

function judge(profile: ServiceProfile, read: Situation): Candidate {
  const limits = profile.limits.filter(({ when }) => when(read));
  const reasons = distinct(profile.reasons.filter(({ when }) => when(read)));
  const drawbacks = profile.drawbacks.filter(({ when }) => when(read));
  const load = profile.load?.(read);
  const bill = load && { service: profile.id, load };
  const monthlyUsd = bill ? exactMonthlyCost(bill).toNumber() : 0;
  const score =
    profile.fit(read) +
    sum(reasons.map(({ points }) => points)) -
    sum(drawbacks.map(({ points }) => points)) -
    priceWeight(monthlyUsd);
  return { profile, limits, reasons, drawbacks, bill, monthlyUsd, score };
}

/** One reason for each fact: its first text, with the points of its strongest form. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const byFact = new Map<DecidingFact, Reason>();
  for (const reason of reasons) {
    const known = byFact.get(reason.fact);
    byFact.set(reason.fact, known ? { ...known, points: Math.max(known.points, reason.points) } : reason);
  }
  return [...byFact.values()];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
