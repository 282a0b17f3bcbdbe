import type { Answers, Need } from './answers';
import { recommend } from './recommend';
import type { Recommendation } from './verdict';

/** A stated fact without which another service would be recommended. */
export interface TurningPoint {
  readonly key: keyof Answers;
  /** The single wish, when the fact is one of several. */
  readonly need?: Need;
  readonly becomes: Recommendation;
}

/** What the recommendation hangs on: each stated fact is taken away in turn. */
export function turningPoints(answers: Answers): readonly TurningPoint[] {
  const now = recommend(answers).recommendation;
  return without(answers)
    .map(({ rest, ...point }) => ({ ...point, becomes: recommend(rest).recommendation }))
    .filter(({ becomes }) => becomes !== now);
}

function without(answers: Answers): readonly (Omit<TurningPoint, 'becomes'> & { readonly rest: Answers })[] {
  const wishes = answers.needs ?? [];
  return [
    ...(Object.keys(answers) as (keyof Answers)[])
      .filter((key) => key !== 'needs')
      .map((key) => ({ key, rest: { ...answers, [key]: undefined } })),
    ...wishes.map((need) => ({
      key: 'needs' as const,
      need,
      rest: { ...answers, needs: wishes.filter((other) => other !== need) },
    })),
  ];
}
