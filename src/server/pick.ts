import { doubts } from '../advisor/cost/doubts';
import { fact, serviceName, serviceNote } from '../advisor/decide/facts';
import { nextQuestion, openQuestions } from '../advisor/decide/nextQuestion';
import type { Question } from '../advisor/decide/question';
import { rank } from '../advisor/decide/rank';
import { readAnswers } from '../advisor/decide/readAnswers';
import { recommend } from '../advisor/decide/recommend';
import { starterName } from '../advisor/decide/starterName';
import type { PickParams, PickResult, PickVerdict } from '../protocol/pick';
import type { Answers } from '../advisor/decide/answers';

/** One step of the picker: the question that is worth most, and what the answers so far lead to. */
export function pick({ answers: given, skipped }: PickParams): PickResult {
  const { answers } = readAnswers(given);
  const ids = skipped as readonly Question['id'][];
  // What a file shows of the wishes is seldom all of them: they are asked for until somebody has answered.
  const asked = ids.includes('needs') ? answers : { ...answers, needs: undefined };
  const question = nextQuestion(asked, ids);
  return {
    question: question && {
      id: question.id,
      kind: question.kind,
      text: question.text,
      why: question.why,
      options: question.options.map(({ label, consequence, answers: facts }) => ({
        label,
        consequence,
        answers: { ...facts },
      })),
    },
    remaining: Math.max(0, openQuestions(asked, ids).length - 1),
    verdict: verdict(answers),
  };
}

function verdict(answers: Answers): PickVerdict {
  const [best] = rank(answers);
  const { recommendation, starter, alternatives, ruledOut } = recommend(answers);
  const [runnerUp] = alternatives;
  return {
    id: recommendation,
    name: serviceName(recommendation),
    note: serviceNote(recommendation),
    starter:
      starter && starter !== 'none' && starter !== recommendation
        ? { id: starter, name: starterName(starter) }
        : undefined,
    reasons: best.reasons
      .slice(0, 3)
      .map(({ text, source }) => ({ text, source: source && fact(source).source.title })),
    drawbacks: best.drawbacks.map(({ text }) => text),
    monthlyUsd: best.bill && best.monthlyUsd,
    priceDoubt: best.bill && doubts(recommendation, best.bill.load)[0],
    runnerUp: runnerUp && { ...runnerUp, name: serviceName(runnerUp.id) },
    ruledOut: ruledOut.map(({ id, fact: text }) => ({ id, name: serviceName(id), fact: text })),
  };
}
