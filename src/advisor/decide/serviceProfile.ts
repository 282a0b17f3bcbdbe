import type { CostInput } from '../cost/monthlyCost';
import type { Situation } from './situation';
import type { DecidingFact, Recommendation } from './verdict';

/** Something the service cannot do, or that contradicts a stated wish. */
export interface Limit {
  when(situation: Situation): boolean;
  readonly text: string;
  /** The fact of the guide behind it, `service/key`. */
  readonly fact?: string;
}

/** Something that speaks for the service; `points` say how much. */
export interface Reason {
  readonly fact: DecidingFact;
  when(situation: Situation): boolean;
  readonly points: number;
  readonly text: string;
  readonly source?: string;
}

/** Something that speaks against the service without ruling it out. */
export interface Drawback {
  when(situation: Situation): boolean;
  readonly points: number;
  readonly text: string;
}

/** All that the advisor knows about one service. Reasons are ordered by how much they decide, strongest first. */
export interface ServiceProfile {
  readonly id: Recommendation;
  /** How well the service suits any work of this size, before wishes count: the simplest thing that does it is highest. */
  fit(situation: Situation): number;
  readonly limits: readonly Limit[];
  readonly reasons: readonly Reason[];
  readonly drawbacks: readonly Drawback[];
  /** When this one would be the better choice, as a whole sentence. */
  readonly wins: string;
  /** The load whose price is compared; absent where the choice itself has no price. */
  load?(situation: Situation): CostInput['load'] | undefined;
}

/** Gives an object literal its type, so that a profile is one default export. */
export const defineService = (profile: ServiceProfile): ServiceProfile => profile;
