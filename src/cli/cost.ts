import { answerCost } from '../advisor/cost/answerCost';
import type { BreakEvenInput } from '../advisor/cost/breakEven';
import { doubts } from '../advisor/cost/doubts';
import { IncompleteLoad } from '../advisor/cost/load';
import type { CostInput } from '../advisor/cost/monthlyCost';
import { UsageError } from './usage';
import { parseWords, printJson, readFormat, readJson } from './words';

/** `cost`: what a load costs a month, or where one service becomes dearer than another. */
export function cost(words: readonly string[]): number {
  const { values } = parseWords(words, {
    load: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  const format = readFormat(values.format);
  const question = readQuestion(values.load);
  const answer = compute(question);
  if (format === 'json') {
    printJson(answer);
  } else if ('breakEven' in answer) {
    const { breakEven } = answer;
    process.stdout.write(
      breakEven === null
        ? 'The first never becomes dearer.\n'
        : `The first becomes dearer at ${breakEven}.\n`,
    );
  } else {
    const lines = answer.lines.map(
      ({ label, usd, formula }) => `  ${dollars(usd).padStart(12)}  ${label}: ${formula}`,
    );
    const { service, load, prices } = question as CostInput;
    const remarks = doubts(service, load, prices).map((doubt) => `Not verified: ${doubt}`);
    process.stdout.write(`${[`${dollars(answer.monthlyUsd)} a month`, ...lines, ...remarks].join('\n')}\n`);
  }
  return 0;
}

function readQuestion(file: string | undefined): CostInput | BreakEvenInput {
  const value = readJson(file, '--load');
  if (isQuestion(value)) return value;
  throw new UsageError('The load is not {"service", "load"} or {"a", "b", "over", "step"}.');
}

function compute(question: CostInput | BreakEvenInput): ReturnType<typeof answerCost> {
  try {
    return answerCost(question);
  } catch (error) {
    if (error instanceof IncompleteLoad) throw new UsageError(error.message);
    throw error;
  }
}

function isQuestion(value: unknown): value is CostInput | BreakEvenInput {
  if (typeof value !== 'object' || value === null) return false;
  const { service, load, a, b, over } = value as Record<string, unknown>;
  if (typeof over === 'string') return isQuestion(a) && isQuestion(b);
  return typeof service === 'string' && typeof load === 'object' && load !== null;
}

function dollars(usd: number): string {
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: usd > 0 && usd < 0.01 ? 6 : 2 })}`;
}
