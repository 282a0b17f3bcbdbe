import type { Answers } from './answers';
import { rank, type Candidate } from './rank';
import { starter } from './starter';
import type { DecidingFact, Recommendation, Starter } from './verdict';

/** The answer in the form that the command line prints. */
export interface Advice {
  readonly recommendation: Recommendation;
  readonly starter: Starter | null;
  readonly decidingFact: DecidingFact;
  readonly alternatives: readonly { readonly id: Recommendation; readonly reason: string }[];
  readonly ruledOut: readonly { readonly id: Recommendation; readonly fact: string }[];
}

/** How many runners-up are worth a line, and how far behind they may be. */
const runnersUp = { most: 3, distance: 60 };

/** The service that does the work with the least around it, what decided, what else would do, and what cannot. */
export function recommend(answers: Answers): Advice {
  const [best, ...others] = rank(answers);
  if (!best) throw new Error('There is no service to choose from.');
  return {
    recommendation: best.profile.id,
    starter: starter(best.profile.id, answers),
    decidingFact: decidingFact(best),
    alternatives: others
      .filter(({ limits, score }) => limits.length === 0 && best.score - score <= runnersUp.distance)
      .slice(0, runnersUp.most)
      .map((candidate) => ({ id: candidate.profile.id, reason: whenItWins(candidate) })),
    ruledOut: others.flatMap(({ profile, limits }) =>
      limits.slice(0, 1).map(({ text }) => ({ id: profile.id, fact: text })),
    ),
  };
}

function decidingFact({ reasons, profile }: Candidate): DecidingFact {
  const [first] = reasons;
  if (!first) throw new Error(`"${profile.id}" has no reason that always holds.`);
  return first.fact;
}

function whenItWins({ profile, drawbacks }: Candidate): string {
  const heaviest = [...drawbacks].sort((a, b) => b.points - a.points)[0];
  return heaviest ? `Wins when: ${profile.wins} Here: ${heaviest.text}` : `Wins when: ${profile.wins}`;
}
