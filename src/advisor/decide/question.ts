import compiled from '../questions.generated.json';
import type { Answers } from './answers';

/** One answer that can be chosen, with what it means and which facts it states. */
export interface Option {
  readonly label: string;
  readonly consequence: string;
  readonly answers: Answers;
}

/** A question of the picker; `input` names the fact whose exact value may be typed instead of choosing a bucket. */
export interface Question {
  readonly id: keyof Answers;
  readonly kind: 'choice' | 'several';
  readonly text: string;
  readonly why: string;
  readonly requires?: Answers;
  readonly input?: keyof Answers;
  readonly options: readonly Option[];
}

/** All questions, the ones that everything depends on first. */
export const questions = compiled as unknown as readonly Question[];

/** The answers with an option added; lists grow, single facts are replaced. */
export function answered(answers: Answers, option: Answers): Answers {
  const merged = { ...answers, ...option };
  return {
    ...merged,
    ...(option.services ? { services: union(answers.services, option.services) } : {}),
    ...(option.needs ? { needs: union(answers.needs, option.needs) } : {}),
  };
}

const union = <T>(first: readonly T[] = [], second: readonly T[] = []): readonly T[] => [
  ...new Set([...first, ...second]),
];
