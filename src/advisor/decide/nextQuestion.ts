import type { Answers } from './answers';
import { answered, questions, type Option, type Question } from './question';
import { rank } from './rank';
import { starter } from './starter';
import type { Recommendation, Starter } from './verdict';

/** An option with what would be recommended if it were chosen. */
export interface WeighedOption extends Option {
  readonly recommendation: Recommendation;
  readonly starter: Starter | null;
  readonly changes: boolean;
}

export interface WeighedQuestion extends Question {
  readonly options: readonly WeighedOption[];
}

/** Nothing useful can be said before these are known, so they come first and in this order. */
const first: readonly Question['id'][] = ['services', 'trigger', 'stepCount'];

/**
 * The question that is worth most now, or undefined when no answer to any open one would change the recommendation
 * or its starter. `skipped` are questions to which the user has no answer.
 */
export function nextQuestion(
  answers: Answers,
  skipped: readonly Question['id'][] = [],
): WeighedQuestion | undefined {
  const essential = weighed(answers, skipped, ({ id }) => first.includes(id))[0];
  return essential ?? [...openQuestions(answers, skipped)].sort((a, b) => outcomes(b) - outcomes(a))[0];
}

/** All questions that are still worth asking, in the order of the file. */
export function openQuestions(
  answers: Answers,
  skipped: readonly Question['id'][] = [],
): readonly WeighedQuestion[] {
  return weighed(answers, skipped, () => true);
}

function weighed(
  answers: Answers,
  skipped: readonly Question['id'][],
  wanted: (question: Question) => boolean,
): readonly WeighedQuestion[] {
  const now = outcome(answers);
  return questions
    .filter(
      ({ id, requires }) => answers[id] === undefined && !skipped.includes(id) && holds(requires, answers),
    )
    .filter(wanted)
    .map((question) => ({ ...question, options: weigh(question, answers, now) }))
    .filter(({ options }) => options.some(({ changes }) => changes));
}

type Outcome = Pick<WeighedOption, 'recommendation' | 'starter'>;

function outcome(answers: Answers): Outcome {
  const best = rank(answers)[0];
  if (!best) throw new Error('There is no service to choose from.');
  return { recommendation: best.profile.id, starter: starter(best.profile.id, answers) };
}

/** Of a list to tick, only what changes something is kept; of a choice, everything that fits what is known. */
function weigh(question: Question, answers: Answers, now: Outcome): readonly WeighedOption[] {
  const weighed = question.options
    .filter((option) => fits(answered(answers, option.answers)))
    .map((option) => {
      const then = outcome(answered(answers, option.answers));
      const changes = then.recommendation !== now.recommendation || then.starter !== now.starter;
      return { ...option, ...then, changes };
    });
  return question.id === 'needs' ? weighed.filter(({ changes }) => changes) : weighed;
}

const holds = (requires: Answers | undefined, answers: Answers): boolean =>
  Object.entries(requires ?? {}).every(([key, value]) => answers[key as keyof Answers] === value);

/** A step is not longer than the run it belongs to. */
const fits = ({ longestStepSeconds = 0, runDurationSeconds = Infinity }: Answers): boolean =>
  longestStepSeconds <= runDurationSeconds;

const outcomes = ({ options }: WeighedQuestion): number =>
  new Set(options.map(({ recommendation, starter }) => `${recommendation} ${starter}`)).size;
